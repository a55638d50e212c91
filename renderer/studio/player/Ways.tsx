import type { View } from '../../view.ts'
import { colorOfId } from '../stage/hue.ts'
import { useStore } from '../store.ts'
import { projector } from './orbit.ts'
import { player } from './player.ts'

/** Over the shot: the ways of those who move, as its camera sees them in this frame, and how far along they are. */
export function ShotWays({ width, height }: { width: number; height: number }) {
  const camera = useStore(player, (state) => state.surroundings?.camera)
  const frame = useStore(player, (state) => state.frame)
  const filmed = camera?.[Math.min(frame, camera.length - 1)]
  if (!filmed) return undefined
  return (
    <svg className="path" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Ways {...{ width, height }} view={filmed} />
    </svg>
  )
}

/** In the colours of their ids; each has a dot where its mover is. */
export function Ways({ width, height, view }: { width: number; height: number; view: View }) {
  const ways = useStore(player, (state) => state.surroundings?.ways)
  const frame = useStore(player, (state) => state.frame)
  const lit = useStore(player, (state) => state.lit)
  const at = projector(view, { width, height })
  return ways?.map(({ id, instance, points }) => {
    const places = threes(points)
    const line = lineOf(places.map(at))
    const now = at(places[Math.min(frame, places.length - 1)] ?? [])
    const color = colorOfId(instance)
    return (
      <g key={id} className="way" data-actor={id} data-lit={lit.includes(id) || undefined}>
        <polyline className="rim" points={line} />
        <polyline stroke={color} points={line} />
        {now && <circle fill={color} cx={now[0]} cy={now[1]} r={width / 160} />}
      </g>
    )
  })
}

export type Seen = [number, number] | undefined

export function lineOf(points: Seen[]): string {
  return points
    .filter((point) => point !== undefined)
    .map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`)
    .join(' ')
}

function threes(flat: readonly number[]): number[][] {
  return Array.from({ length: flat.length / 3 }, (_, i) => flat.slice(3 * i, 3 * i + 3))
}
