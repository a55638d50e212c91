import { lazy, Suspense, useEffect } from 'react'
import { desk, type Panel, panelsOf } from './desk.ts'
import { Captions } from './claims/Captions.tsx'
import { CastList } from './claims/CastList.tsx'
import { ClaimList } from './claims/ClaimList.tsx'
import { Button } from './chrome/Button.tsx'
import { Help } from './chrome/Help.tsx'
import { onKey } from './chrome/keys.ts'
import { Segments } from './chrome/Segments.tsx'
import { Splitter } from './chrome/Splitter.tsx'
import { TopBar } from './chrome/TopBar.tsx'
import { ScenePanel } from './scene/ScenePanel.tsx'
import { SeedDice } from './dice/SeedDice.tsx'
import { Gallery } from './gallery/Gallery.tsx'
import { PlayerView } from './player/PlayerView.tsx'
import { useStore } from './store.ts'
import { Timeline } from './timeline/Timeline.tsx'

/** Half of the page's code is the editor's: it is read when somebody wants to write. */
const EditorPanel = lazy(async () => ({
  default: (await import('./editor/EditorPanel.tsx')).EditorPanel,
}))

const TITLES: Record<Panel, string> = {
  captions: 'Captions',
  claims: 'Claims',
  scene: 'Scene',
  editor: 'Editor',
  cast: 'Cast',
}

export function App() {
  const open = useStore(desk, (state) => state.open)
  const left = useStore(desk, (state) => state.left)
  const right = useStore(desk, (state) => state.right)
  const isWriting = useStore(desk, (state) => state.isWriting)
  const notice = useStore(desk, (state) => state.notice)
  useEffect(() => {
    if (right === 'editor' || right === 'scene') desk.set({ isWriting: true })
  }, [right])
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const isTemplate = open?.kind === 'template'
  const side = isTemplate ? left : 'gallery'
  return (
    <div className="studio">
      <TopBar />
      <aside className="left" aria-label="What there is">
        {isTemplate && (
          <Segments
            label="Left panel"
            options={[
              ['gallery', 'Gallery'],
              ['seeds', 'Seeds'],
            ]}
            value={side}
            onPick={(value) => desk.set({ left: value })}
          />
        )}
        {side === 'seeds' ? <SeedDice /> : <Gallery />}
      </aside>
      <main className="middle">
        <PlayerView />
        <Splitter
          panel="timeline"
          label="Height of the timeline"
          least={120}
          most={600}
          usual={248}
        />
        <Timeline />
      </main>
      <aside className="right" aria-label="What is known">
        <Splitter panel="right" label="Width of this panel" least={280} most={760} usual={384} />
        <Segments
          label="Right panel"
          options={panelsOf(open).map((one) => [one, TITLES[one]] as const)}
          value={right}
          onPick={(value) => desk.set({ right: value })}
        />
        {right === 'captions' && <Captions />}
        {right === 'claims' && <ClaimList />}
        {right === 'scene' && <ScenePanel />}
        {right === 'cast' && <CastList />}
        {isWriting && open && open.kind !== 'clip' && (
          <Suspense fallback={right === 'editor' && <p className="hint">Opening the editor</p>}>
            <EditorPanel isShown={right === 'editor'} />
          </Suspense>
        )}
      </aside>
      <div className="notices" role="status" aria-live="polite">
        {notice !== undefined && (
          <p>
            {notice}
            <Button icon="close" label="Dismiss" onPress={() => desk.set({ notice: undefined })} />
          </p>
        )}
      </div>
      <Help />
    </div>
  )
}
