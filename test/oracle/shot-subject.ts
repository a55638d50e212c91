import type { Clip } from './clip.ts'
import { subjectDistance } from './depth.ts'
import { minus, norm, type Vec3 } from './space.ts'

/** Where the actor is that the scene names as what the shot is about, by frame. */
export function subjectOf(clip: Clip): ((frame: number) => Vec3) | undefined {
  const { actor } = namedIn(clip)
  return actor !== undefined && clip.cast.includes(actor)
    ? (frame) => clip.body(actor).middle(frame)
    : undefined
}

/** Metres to that actor; else to the point that is looked at, at most twice as near or far as what is seen; else to that. */
export function shotDistance(clip: Clip, n: number): number {
  const { position } = clip.lens(n)
  const about = subjectOf(clip)
  if (about) return norm(minus(position, about(n)))
  const seen = subjectDistance(clip, n)
  const { point } = namedIn(clip)
  if (!point) return seen
  return Math.max(seen / 2, Math.min(seen * 2, norm(minus(position, point))))
}

function namedIn({ scene, camera, index }: Clip): { actor?: string | undefined; point?: Vec3 } {
  const whole = scene.cameras.find(({ id }) => id === camera)
  const own = whole?.shots?.[index] ?? whole
  if (own?.frame) return { actor: [own.frame.subject].flat()[0] }
  if (typeof own?.lookAt === 'string') return { actor: own.lookAt }
  const moved = own?.moves.flat().flatMap(({ subject }) => subject ?? [])[0]
  return { actor: moved, ...(own?.lookAt && { point: own.lookAt as Vec3 }) }
}
