import type { Clip } from './clip.ts'
import { medianOf } from './space.ts'

/** Ground, roads and rooms: what the rest stands on or in. */
export function isScenery(clip: Clip, actor: string): boolean {
  return clip.actors(actor).every(({ kind }) => ['ground', 'road', 'room', 'plane'].includes(kind))
}

/**
 * Metres along the line of sight to what is seen of it: the median over the nearer half of its points that fall on
 * its own pixels; over all its points in the picture where none does, and of its middle where none is.
 */
export function depthOf(clip: Clip, actor: string, n: number): number {
  const [lens, ids, id] = [clip.lens(n), clip.ids(n), clip.id(actor)]
  const [own, inside]: [number[], number[]] = [[], []]
  for (const point of clip.body(actor).points(n)) {
    const { x, y, depth } = lens.see(point)
    if (depth <= 0 || x < 0 || y < 0 || x >= 1 || y >= 1) continue
    inside.push(depth)
    if (ids[Math.floor(y * clip.height) * clip.width + Math.floor(x * clip.width)] === id)
      own.push(depth)
  }
  const known = own.length >= 3 ? own : inside
  if (known.length === 0) return lens.see(clip.body(actor).middle(n)).depth
  const middle = medianOf(known)
  return medianOf(known.filter((depth) => depth <= middle))
}

/** Metres to what the picture is of: depths of things weighted by the pixels they cover; scenery only without any. */
export function subjectDistance(clip: Clip, n: number): number {
  const seen = clip.cast.filter((actor) => clip.mask(actor, n))
  const things = seen.filter((actor) => !isScenery(clip, actor))
  const depths = (things.length > 0 ? things : seen)
    .map((actor) => ({ depth: depthOf(clip, actor, n), area: clip.mask(actor, n)?.area ?? 0 }))
    .sort((a, b) => a.depth - b.depth)
  let left = depths.reduce((sum, { area }) => sum + area, 0) / 2
  return depths.find(({ area }) => (left -= area) <= 0)?.depth ?? 5
}
