import { poseAtFrame } from '#scenes'
import type { Vec3 } from '../geometry.ts'
import { kept } from '../kept.ts'
import { outlineOf } from './extent.ts'
import type { Member } from './member.ts'

/** How a thing lies on the ground in the first frame: the level way in which it is longest, and its length over its width. */
export interface LongWay {
  /** Unit vector, x and z. */
  way: [number, number]
  ratio: number
}

/** Degrees between two looks for the narrowest way. */
const STEP = 3

export const longWayOf = kept((member: Member): LongWay => {
  const points = member.parts.flatMap(({ solids, track }) =>
    solids.flatMap((solid) => outlineOf(solid, poseAtFrame(track, 0))),
  )
  const reachAlong = ([dx, dz]: [number, number]) => {
    const at = points.map(([x, , z]) => x * dx + z * dz)
    return Math.max(...at) - Math.min(...at)
  }
  const ways = Array.from({ length: 180 / STEP }, (_, i): [number, number] => {
    const angle = (i * STEP * Math.PI) / 180
    return [Math.cos(angle), Math.sin(angle)]
  })
  const narrow = ways
    .map((across) => ({ across, width: reachAlong(across) }))
    .reduce((a, b) => (b.width < a.width ? b : a))
  const way: [number, number] = [-narrow.across[1], narrow.across[0]]
  return { way, ratio: reachAlong(way) / Math.max(narrow.width, 1e-9) }
})

/** Degrees between a level way and the long way of a thing, 0 to 90. */
export function angleToLongWay({ way }: LongWay, [x, , z]: Vec3): number {
  const far = Math.hypot(x, z)
  const cosine = far > 0 ? Math.abs(x * way[0] + z * way[1]) / far : 0
  return (Math.acos(Math.min(cosine, 1)) * 180) / Math.PI
}
