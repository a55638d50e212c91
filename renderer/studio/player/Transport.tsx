import { Button } from '../chrome/Button.tsx'
import { toggleFullScreen, toggleOrbit } from '../chrome/keys.ts'
import { Segments } from '../chrome/Segments.tsx'
import { SHOWN_PASSES, type ShownPass } from '../stage/treaty.ts'
import { useStore } from '../store.ts'
import { goTo, showPass, step, togglePlay } from './playback.ts'
import { player, SPEEDS } from './player.ts'

const PASS_WORDS: Record<ShownPass, string> = {
  rgb: 'RGB',
  depth: 'Depth',
  normal: 'Normals',
  ids: 'Ids',
  flow: 'Flow',
}

/** The player's keys. */
export function Transport() {
  const isPlaying = useStore(player, (state) => state.isPlaying)
  const isLooping = useStore(player, (state) => state.isLooping)
  const speed = useStore(player, (state) => state.speed)
  const pass = useStore(player, (state) => state.pass)
  const hasBoxes = useStore(player, (state) => state.hasBoxes)
  const hasWays = useStore(player, (state) => state.hasWays)
  const hasGuides = useStore(player, (state) => state.hasGuides)
  const isOrbiting = useStore(player, (state) => state.view !== undefined)
  const picture = useStore(player, (state) => state.picture)
  return (
    <div className="transport">
      <div className="keys">
        <Button icon="first" label="First frame" keys="Home" onPress={() => goTo(0)} />
        <Button icon="back" label="One frame back" keys="←" onPress={() => step(-1)} />
        <Button
          icon={isPlaying ? 'pause' : 'play'}
          label={isPlaying ? 'Pause' : 'Play'}
          keys="Space"
          isMain
          onPress={togglePlay}
        />
        <Button icon="forward" label="One frame on" keys="→" onPress={() => step(1)} />
        <Button
          icon="last"
          label="Last frame"
          keys="End"
          onPress={() => goTo(player.get().frames - 1)}
        />
        <Button
          icon="loop"
          label="Loop"
          keys="L"
          isOn={isLooping}
          onPress={() => player.set({ isLooping: !isLooping })}
        />
      </div>
      <Time />
      <label className="field">
        <span className="unseen">Speed</span>
        <select
          value={speed}
          aria-label="Speed"
          onChange={(event) => player.set({ speed: Number(event.target.value) })}
        >
          {SPEEDS.map((one) => (
            <option key={one} value={one}>
              {one} ×
            </option>
          ))}
        </select>
      </label>
      {picture !== 'video' && (
        <Segments
          label="Pass"
          options={SHOWN_PASSES.map((one) => [one, PASS_WORDS[one]] as const)}
          value={pass}
          onPick={showPass}
        />
      )}
      <div className="keys">
        <Button
          icon="boxes"
          label="Boxes and names"
          keys="B"
          isOn={hasBoxes}
          onPress={() => player.set({ hasBoxes: !hasBoxes })}
        />
        <Button
          icon="ways"
          label="Ways of those who move"
          keys="T"
          isOn={hasWays}
          onPress={() => player.set({ hasWays: !hasWays })}
        />
        <Button
          icon="guides"
          label="Thirds and safe areas"
          keys="G"
          isOn={hasGuides}
          onPress={() => player.set({ hasGuides: !hasGuides })}
        />
        <Button
          icon="orbit"
          label="Orbit around"
          keys="O"
          isOn={isOrbiting}
          isDisabled={picture === 'video'}
          onPress={toggleOrbit}
        />
        <Button icon="full" label="Full screen" keys="F" onPress={toggleFullScreen} />
      </div>
    </div>
  )
}

function Time() {
  const frame = useStore(player, (state) => state.frame)
  const frames = useStore(player, (state) => state.frames)
  const fps = useStore(player, (state) => state.fps)
  return (
    <output className="time" aria-label="Time">
      <b>{(frame / fps).toFixed(2)}</b> s<span>frame {frame}</span>
      <span className="faint">of {frames}</span>
    </output>
  )
}
