import { useState } from 'react'
import { Segments } from '../chrome/Segments.tsx'
import { desk } from '../desk.ts'
import { goTo, pause } from '../player/playback.ts'
import { NOBODY, player } from '../player/player.ts'
import type { CaptionFile, Summary } from '../protocol.ts'
import { useStore } from '../store.ts'
import { ClaimBars } from './ClaimBars.tsx'
import { cameraMoves, LANE, lanesOf } from './lanes.ts'
import { Ruler } from './Ruler.tsx'

/** Shots, camera, events and claims over time, with the head that all of them share. */
export function Timeline() {
  const summary = useStore(desk, (state) => state.summary)
  const captions = useStore(desk, (state) => state.captions)
  const [shows, setShows] = useState<'moments' | 'all'>('moments')
  if (!summary) return <section className="timeline" aria-label="Timeline" />
  return (
    <section className="timeline" aria-label="Timeline">
      <div className="tracks">
        <Row name="">
          <Ruler />
        </Row>
        <Row name="Shots">
          <Shots summary={summary} />
        </Row>
        <Row name="Camera">
          <CameraMoves captions={captions} frames={summary.clip.frames} />
        </Row>
        <Row name="Events">
          <Events summary={summary} />
        </Row>
        <Row
          name="Claims"
          extra={
            <Segments
              label="Claims shown"
              options={[
                ['moments', 'Moments'],
                ['all', 'All'],
              ]}
              value={shows}
              onPick={(value) => setShows(value)}
            />
          }
        >
          {captions ? (
            <ClaimBars captions={captions} summary={summary} isAll={shows === 'all'} />
          ) : (
            <Waiting />
          )}
        </Row>
        <Head />
      </div>
    </section>
  )
}

function Row({
  name,
  extra,
  children,
}: {
  name: string
  extra?: React.ReactNode
  children: React.ReactNode
}) {
  return (
    <div className="row">
      <div className="name">
        {name}
        {extra}
      </div>
      <div className="lane">{children}</div>
    </div>
  )
}

function Head() {
  const frame = useStore(player, (state) => state.frame)
  const frames = useStore(player, (state) => state.frames)
  return (
    <div className="head-room" aria-hidden="true">
      <div className="head" style={{ left: `${(100 * (frame + 0.5)) / frames}%` }} />
    </div>
  )
}

function spanOf([from, to]: readonly [number, number], frames: number): React.CSSProperties {
  return { left: `${(100 * from) / frames}%`, width: `${(100 * Math.max(1, to - from)) / frames}%` }
}

function jump(frame: number): void {
  pause()
  goTo(frame)
}

function Shots({ summary: { shots, clip } }: { summary: Summary }) {
  return shots.map(({ from, to }, i) => (
    <button
      key={from}
      type="button"
      className="bar shot"
      style={spanOf([from, to], clip.frames)}
      onClick={() => jump(from)}
    >
      shot {i + 1}
    </button>
  ))
}

function CameraMoves({ captions, frames }: { captions: CaptionFile | undefined; frames: number }) {
  if (!captions) return <Waiting />
  const moves = cameraMoves(captions)
  const { lanes, count } = lanesOf(moves.map(({ span }) => span))
  return (
    <div style={{ height: LANE * count + 4 }}>
      {moves.map(({ words, span }, i) => (
        <button
          key={i}
          type="button"
          className="bar camera"
          style={{ ...spanOf(span, frames), top: 2 + LANE * (lanes[i] ?? 0) }}
          title={words}
          onClick={() => jump(span[0])}
        >
          {words}
        </button>
      ))}
    </div>
  )
}

function Events({ summary: { events, clip } }: { summary: Summary }) {
  return events.slice(0, MOST_EVENTS).map(({ t, kind, actor, other }, i) => {
    const frame = Math.min(clip.frames - 1, Math.ceil(t * clip.fps - 1e-6))
    const words = `${actor} ${kind}${other ? ` ${other}` : ''} at ${t.toFixed(2)} s`
    const who = other ? [actor, other] : [actor]
    return (
      <button
        key={i}
        type="button"
        className="event"
        data-kind={kind}
        style={{ left: `${(100 * (frame + 0.5)) / clip.frames}%` }}
        aria-label={words}
        title={words}
        onClick={() => jump(frame)}
        onPointerEnter={() => player.set({ lit: who })}
        onPointerLeave={() => player.set({ lit: NOBODY })}
      />
    )
  })
}

const MOST_EVENTS = 400

function Waiting() {
  const proof = useStore(desk, (state) => state.proof)
  if (proof.state !== 'proving') return undefined
  return <span className="busy">proving</span>
}
