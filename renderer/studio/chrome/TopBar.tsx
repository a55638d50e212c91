import { cancelRender, drawIn, filmWith, render } from '../actions.ts'
import { desk } from '../desk.ts'
import { showPicture } from '../player/playback.ts'
import { player } from '../player/player.ts'
import { useStore } from '../store.ts'
import { Button } from './Button.tsx'
import { Segments } from './Segments.tsx'
import { toggleTheme } from './theme.ts'

/** What is open, how it is drawn, and what can be made of it. */
export function TopBar() {
  const open = useStore(desk, (state) => state.open)
  const summary = useStore(desk, (state) => state.summary)
  const which = useStore(desk, (state) => state.which)
  const longSide = useStore(desk, (state) => state.longSide)
  const isPlayingOut = useStore(desk, (state) => state.isPlayingOut)
  const picture = useStore(player, (state) => state.picture)
  const isClip = open?.kind === 'clip'
  return (
    <header className="top">
      <h1>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <rect width="16" height="16" rx="4" />
          <path d="M6 4.5v7l5.5-3.5z" />
        </svg>
        groundreel
      </h1>
      {open && (
        <p className="what">
          <strong>{open.name}</strong>
          {open.kind === 'template' && <span className="tag">seed {seedWords(which)}</span>}
          {isClip && (
            <span className="tag">clip{open.seed !== undefined && ` of seed ${open.seed}`}</span>
          )}
          {summary && <span className="facts">{factsOf(summary)}</span>}
          {isPlayingOut && <span className="busy">playing out</span>}
        </p>
      )}
      <div className="tools">
        {isClip && (
          <Segments
            label="Picture"
            options={[
              ['video', 'Video'],
              ['beside', 'Beside'],
              ['live', 'Live'],
            ]}
            value={picture}
            onPick={showPicture}
          />
        )}
        {summary && summary.cameras.length > 1 && !isClip && (
          <label className="field">
            Camera
            <select value={summary.camera} onChange={(event) => filmWith(event.target.value)}>
              {summary.cameras.map((id) => (
                <option key={id}>{id}</option>
              ))}
            </select>
          </label>
        )}
        {!isClip && (
          <label className="field">
            Draw
            <select
              value={longSide ?? 0}
              onChange={(event) => drawIn(Number(event.target.value) || undefined)}
            >
              <option value={0}>as rendered</option>
              <option value={640}>640 px</option>
              <option value={384}>384 px</option>
            </select>
          </label>
        )}
        {!isClip && <Rendering />}
        <Button icon="theme" label="Light or dark" onPress={toggleTheme} />
        <Button icon="help" label="Keys" keys="?" onPress={() => desk.set({ isHelpOpen: true })} />
      </div>
    </header>
  )
}

function Rendering() {
  const rendering = useStore(desk, (state) => state.rendering)
  const summary = useStore(desk, (state) => state.summary)
  const trouble = useStore(desk, (state) => state.trouble)
  if (!rendering)
    return (
      <Button
        icon="film"
        label="Render the clip"
        isMain
        isDisabled={!summary || trouble !== undefined}
        onPress={() => void render()}
      >
        Render
      </Button>
    )
  const { stage, done, total } = rendering
  return (
    <div className="rendering">
      <progress aria-label="Rendering" max={total} value={stage === 'draw' ? done : undefined} />
      <span>{stage === 'draw' ? `${done}/${total}` : stage}</span>
      <Button icon="stop" label="Cancel rendering" onPress={() => void cancelRender()} />
    </div>
  )
}

function seedWords({ seed = 0, vary }: ReturnType<typeof desk.get>['which']): string {
  return vary ? `${seed}, ${vary.domains.join(' and ')} of ${vary.seed}` : `${seed}`
}

function factsOf({ clip, cast }: NonNullable<ReturnType<typeof desk.get>['summary']>): string {
  const { width, height, fps, frames } = clip
  return `${width} × ${height} · ${fps} fps · ${(frames / fps).toFixed(2)} s · ${cast.length} actors`
}
