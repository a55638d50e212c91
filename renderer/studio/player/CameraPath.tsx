import type { View } from '../../view.ts'
import { desk } from '../desk.ts'
import { useStore } from '../store.ts'
import { projector } from './orbit.ts'
import { player } from './player.ts'
import { turn } from './turn.ts'
import { lineOf, Ways } from './Ways.tsx'

/**
 * Seen from the orbit: the way of the camera, what it sees in this frame, and the ways of those who move.
 */
export function CameraPath({ width, height, view }: { width: number; height: number; view: View }) {
  const surroundings = useStore(player, (state) => state.surroundings)
  const frame = useStore(player, (state) => state.frame)
  const clip = useStore(desk, (state) => state.summary?.clip)
  if (!surroundings || !clip) return undefined
  const at = projector(view, { width, height })
  const { camera } = surroundings
  const filmed = camera[Math.min(frame, camera.length - 1)] as View
  const eye = at(filmed.position)
  const corners = cornersOf(filmed, clip.width / clip.height).map(at)
  const isWhole = corners.every((corner) => corner !== undefined)
  return (
    <svg className="path" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Ways {...{ width, height, view }} />
      <polyline
        className="camera-way"
        points={lineOf(camera.map(({ position }) => at(position)))}
      />
      {eye && isWhole && (
        <>
          <polygon className="sight" points={lineOf(corners)} />
          {corners.map((corner, i) => (
            <line
              key={i}
              className="sight"
              x1={eye[0]}
              y1={eye[1]}
              x2={corner?.[0]}
              y2={corner?.[1]}
            />
          ))}
          <circle className="eye" cx={eye[0]} cy={eye[1]} r={width / 130} />
        </>
      )}
    </svg>
  )
}

/** The corners of what a camera sees, so far ahead that one knows which way it looks, metres. */
function cornersOf({ position, rotation, fov }: View, aspect: number): number[][] {
  const ahead = 0.6
  const up = ahead * Math.tan((fov * Math.PI) / 360)
  return [
    [-1, 1],
    [1, 1],
    [1, -1],
    [-1, -1],
  ].map(([sx = 0, sy = 0]) =>
    turn(rotation, [sx * up * aspect, sy * up, -ahead]).map(
      (offset, axis) => offset + (position[axis] ?? 0),
    ),
  )
}
