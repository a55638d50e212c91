import { useEffect, useRef } from 'react'
import { Button } from '../chrome/Button.tsx'
import { desk } from '../desk.ts'
import { chooseMember, chooseNothing } from '../scene/selection.ts'
import { useStore } from '../store.ts'
import { CameraPath } from './CameraPath.tsx'
import { Guides } from './Guides.tsx'
import { LitActors } from './LitActors.tsx'
import { Marks } from './Marks.tsx'
import { turnOrbit, zoomOrbit } from './orbit.ts'
import { tryAgain, whoAt } from './playback.ts'
import { NOBODY, player } from './player.ts'
import { Transport } from './Transport.tsx'
import { VideoPane } from './VideoPane.tsx'
import { ShotWays } from './Ways.tsx'

/** The picture, what lies over it, and the keys under it. */
export function PlayerView() {
  const summary = useStore(desk, (state) => state.summary)
  const open = useStore(desk, (state) => state.open)
  const picture = useStore(player, (state) => state.picture)
  const { width, height } = summary?.drawn ?? { width: 16, height: 9 }
  const ratio = { '--ratio': width / height } as React.CSSProperties
  const isClip = open?.kind === 'clip'
  return (
    <section className="player" aria-label="Player">
      <div className="screen" data-picture={isClip ? picture : 'live'}>
        {isClip && picture !== 'live' && (
          <div className="pane">
            <div className="picture" style={ratio}>
              <VideoPane id={open.id} />
              {picture === 'video' && <Overlays />}
            </div>
          </div>
        )}
        {(!isClip || picture !== 'video') && (
          <div className="pane">
            <div className="picture" style={ratio}>
              <LivePicture />
              <Overlays />
            </div>
          </div>
        )}
        <Faults />
        <Trouble />
      </div>
      <Transport />
    </section>
  )
}

/** The drawn bytes as they are: what is filmed is what is seen. */
function LivePicture() {
  const shown = useStore(player, (state) => state.shown)
  const fault = useStore(player, (state) => state.fault)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element || !shown) return
    const { width, height } = shown.image
    if (element.width !== width) element.width = width
    if (element.height !== height) element.height = height
    element.getContext('2d')?.putImageData(shown.image, 0, 0)
    element.dataset.frame = String(shown.frame)
  }, [shown])
  return (
    <>
      <canvas ref={canvas} className="live" role="img" aria-label="The picture of this frame" />
      {!shown && fault === undefined && <p className="waiting">Drawing the first frame</p>}
    </>
  )
}

/** Boxes, guides, lit actors, the camera's way; and the pointer over them. */
function Overlays() {
  const view = useStore(player, (state) => state.view)
  const hasWays = useStore(player, (state) => state.hasWays)
  const summary = useStore(desk, (state) => state.summary)
  const from = useRef<{ x: number; y: number } | undefined>(undefined)
  const surface = useRef<HTMLDivElement>(null)
  const { width, height } = summary?.drawn ?? { width: 1, height: 1 }

  useEffect(() => {
    const element = surface.current
    if (!element || !view) return undefined
    // React listens to the wheel without the right to keep the page from scrolling.
    const onWheel = (event: WheelEvent) => {
      event.preventDefault()
      zoomOrbit(event.deltaY)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [view])

  const onMove = (event: React.PointerEvent<HTMLDivElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const point = { x: event.clientX - box.left, y: event.clientY - box.top }
    if (view) {
      const last = from.current
      if (last && event.buttons > 0)
        turnOrbit({ x: point.x - last.x, y: point.y - last.y }, box.width)
      from.current = event.buttons > 0 ? point : undefined
      return
    }
    const id = whoAt((point.x / box.width) * width, (point.y / box.height) * height)
    const { lit } = player.get()
    if (id !== lit[0] || lit.length > 1) player.set({ lit: id === undefined ? NOBODY : [id] })
  }
  return (
    <div
      ref={surface}
      className="overlays"
      data-orbit={view !== undefined || undefined}
      onPointerMove={onMove}
      onPointerLeave={() => player.set({ lit: NOBODY })}
      onClick={({ currentTarget, clientX, clientY }) => {
        if (view) return
        const box = currentTarget.getBoundingClientRect()
        const [x, y] = [(clientX - box.left) / box.width, (clientY - box.top) / box.height]
        const id = whoAt(x * width, y * height)
        if (id === undefined) chooseNothing()
        else chooseMember(id)
      }}
    >
      {!view && <LitActors />}
      {!view && <Marks width={width} height={height} />}
      {!view && hasWays && <ShotWays width={width} height={height} />}
      {!view && <Guides />}
      {view && <CameraPath width={width} height={height} view={view} />}
    </div>
  )
}

/** What became of the stage. */
function Faults() {
  const fault = useStore(player, (state) => state.fault)
  const mending = useStore(player, (state) => state.mending)
  if (fault !== undefined)
    return (
      <div className="fault" role="alert">
        <p>
          <strong>The picture could not be drawn.</strong> Three stages in a row failed: {fault}.
        </p>
        <Button label="Try again" onPress={tryAgain}>
          Try again
        </Button>
      </div>
    )
  if (mending === undefined) return undefined
  return (
    <p className="mending" role="status">
      The stage failed ({mending}); another one is opened
    </p>
  )
}

/** Why the last good scene is still there. */
function Trouble() {
  const trouble = useStore(desk, (state) => state.trouble)
  if (!trouble) return undefined
  const [first] = trouble.problems
  const words = first
    ? `${first.line}:${first.column} ${first.path} ${first.wanted}`
    : trouble.message.split('\n')[0]
  return (
    <div className="trouble" role="alert">
      <p>
        <strong>The last good scene is shown.</strong> {words}
      </p>
    </div>
  )
}
