import { add, length, subtract, times, type Vec3 } from '../geometry.ts'
import { once, type Truth } from './truth.ts'

/** Where the actor is that the scene says the shot is about, by frame; undefined where it says none, or none that was seen. */
export function subjectOf(truth: Truth): ((frame: number) => Vec3) | undefined {
  const id = asked(truth).id
  const member = truth.glimpsed.find((one) => one.id === id)
  return (
    member &&
    ((frame) => {
      const { min, max } = member.bounds(frame)
      return times(add(min, max), 0.5)
    })
  )
}

/** Metres to it; else to the point that is looked at, not much nearer or farther than what is seen; else to that. */
export function distanceAt(frame: number, truth: Truth): number {
  const whole = once(truth, 'seen distance', () => seenDistance(truth))
  const from = truth.views[frame]?.position
  if (!from) return whole
  const about = subjectOf(truth)
  if (about) return Math.max(length(subtract(from, about(frame))), 1e-3)
  const { point } = asked(truth)
  if (!point) return whole
  return Math.min(Math.max(length(subtract(from, point)), whole / 2), whole * 2)
}

function asked({ scene, camera, index = 0 }: Truth): { id?: string | undefined; point?: Vec3 } {
  const own = scene.cameras[camera]
  const one = own?.shots?.[index] ?? own
  if (!one) return {}
  const { frame, lookAt, moves } = one
  if (frame) return { id: [frame.subject].flat()[0] }
  if (typeof lookAt === 'string') return { id: lookAt }
  const followed = moves.flat().find(({ subject }) => subject !== undefined)?.subject
  return { id: followed, ...(lookAt && { point: lookAt }) }
}

/** Metres to the things in view, weighted by how much of the picture they fill. */
function seenDistance({ seen }: Truth): number {
  const things = seen.filter(
    ({ class: sort }) => !['ground', 'road', 'wall', 'room'].includes(sort),
  )
  const samples = (things.length > 0 ? things : seen).flatMap((member) =>
    member.samples.flatMap(({ depth, area, seen: is }) =>
      depth && is ? [{ depth: depth[1], area }] : [],
    ),
  )
  const sorted = samples.sort((a, b) => a.depth - b.depth)
  const whole = sorted.reduce((sum, { area }) => sum + area, 0)
  let sum = 0
  return sorted.find(({ area }) => (sum += area) >= whole / 2)?.depth ?? 5
}
