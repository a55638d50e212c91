import { goTo, pause } from '../player/playback.ts'
import { player } from '../player/player.ts'
import { useStore } from '../store.ts'

/** Seconds, what is drawn already, and the place to scrub. */
export function Ruler() {
  const frame = useStore(player, (state) => state.frame)
  const frames = useStore(player, (state) => state.frames)
  const fps = useStore(player, (state) => state.fps)
  const ready = useStore(player, (state) => state.ready)
  const scrub = (event: React.PointerEvent<HTMLDivElement>) => {
    if (event.buttons === 0) return
    const { left, width } = event.currentTarget.getBoundingClientRect()
    goTo(Math.floor(((event.clientX - left) / width) * frames))
  }
  return (
    <div
      className="ruler"
      role="slider"
      tabIndex={0}
      aria-label="Time"
      aria-valuemin={0}
      aria-valuemax={frames - 1}
      aria-valuenow={frame}
      aria-valuetext={`frame ${frame}, ${(frame / fps).toFixed(2)} seconds`}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pause()
        scrub(event)
      }}
      onPointerMove={scrub}
    >
      {ready.map(([from, to]) => (
        <i
          key={from}
          style={{ left: `${(100 * from) / frames}%`, width: `${(100 * (to - from)) / frames}%` }}
        />
      ))}
      {ticksOf(frames / fps).map((seconds) => (
        <span key={seconds} style={{ left: `${(100 * seconds * fps) / frames}%` }}>
          {seconds}s
        </span>
      ))}
    </div>
  )
}

/** Round seconds, about ten of them; none whose words would reach past the end. */
function ticksOf(seconds: number): number[] {
  const step = [0.1, 0.25, 0.5, 1, 2, 5, 10].find((one) => seconds / one <= 12) ?? 20
  return Array.from(
    { length: Math.ceil((0.97 * seconds) / step) },
    (_, i) => Math.round(100 * i * step) / 100,
  )
}
