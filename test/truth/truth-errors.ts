import { Random } from '#scenes'
import type { Hit, PosedMeshes } from './posed-meshes.ts'
import { inner, minus, norm, plus, scaled, type Vec3 } from '../oracle/space.ts'
import type { TruthClip } from './truth-clip.ts'

/** Differences between what passes say and what rays and poses say, pixel by pixel. */
export interface TruthErrors {
  /** Pixels compared with a ray, and those of them that another one owns. */
  looked: number
  others: number
  /** Of the depth, relative. */
  depth: number[]
  /** What is left of it beyond the surface within a sub-pixel of the pixel's centre. */
  depthBeyond: number[]
  /** Of the normal, degrees. */
  normal: number[]
  /** Of the flow of points that are carried with their actors, pixels. */
  flow: number[]
  /** From a point carried over eight frames to the plane of the pixel it falls into, over its depth. */
  carried: number[]
  /** Of going along the flow and back again, pixels. */
  cycle: number[]
  /** Difference to this frame of the next one as it is and along the flow, summed over pixels that move by more than one. */
  moving: number
  plain: number
  warped: number
}

/** Looks at so many random pixels of each frame. */
export function truthErrors(
  clip: TruthClip,
  meshes: PosedMeshes,
  { frames, pixels, name }: { frames: number[]; pixels: number; name: string },
): TruthErrors {
  const found: TruthErrors = {
    ...{
      looked: 0,
      others: 0,
      depth: [],
      depthBeyond: [],
      normal: [],
      flow: [],
      carried: [],
      cycle: [],
    },
    ...{ moving: 0, plain: 0, warped: 0 },
  }
  for (const frame of frames)
    for (const [x, y] of pixelsOf(clip, `${name} ${frame}`, pixels)) {
      againstRay(clip, meshes, frame, x, y, found)
      againstPoses(clip, meshes, frame, x, y, found)
      along(clip, frame, x, y, found)
    }
  return found
}

function againstRay(
  clip: TruthClip,
  meshes: PosedMeshes,
  frame: number,
  x: number,
  y: number,
  found: TruthErrors,
): void {
  const id = clip.id(frame, x, y)
  if (meshes.missing.has(id) || isEdge(clip, frame, x, y)) return
  const near = hitsNear(clip, meshes, frame, x, y)
  const [hit] = near
  const normal = normalAt(clip, frame, x, y)
  found.looked++
  if ((hit?.id ?? 0) !== id || (hit === undefined) !== (normal === undefined)) found.others++
  else if (hit && normal) {
    const depth = clip.depth(frame, x, y)
    // A way one metre deep: as many of them as metres.
    found.depth.push(Math.abs(depth / hit.far - 1))
    found.depthBeyond.push(beyond(depth, near))
    found.normal.push(angleBetween(normal, hit.normal))
  }
}

/**
 * Pixels that a GL may draw a surface aside: it puts corners on a grid of `SUBPIXEL_BITS`, 4 at the least (OpenGL ES 3.0, table
 * 6.28), so by half a step. SwiftShader does just that; llvmpipe has a finer grid.
 */
const ASIDE = 1 / 32

/** What rays through the centre of a pixel and through the rim of that distance about it meet; the centre's comes first. */
export function hitsNear(
  clip: TruthClip,
  meshes: PosedMeshes,
  frame: number,
  x: number,
  y: number,
): (Hit | undefined)[] {
  const lens = clip.lens(frame)
  const corners = [-ASIDE, ASIDE].flatMap((dx) => [-ASIDE, ASIDE].map((dy) => [dx, dy] as const))
  return [[0, 0] as const, ...corners].map(([dx, dy]) => {
    const way = lens.through((x + 0.5 + dx) / clip.width, (y + 0.5 + dy) / clip.height)
    return meshes.first(lens.position, way, frame)
  })
}

/** How far a depth is, relatively, from those of the hits and all between them. */
export function beyond(depth: number, hits: readonly (Hit | undefined)[]): number {
  const fars = hits.flatMap((hit) => hit?.far ?? [])
  return Math.max(Math.min(...fars) / depth - 1, 1 - Math.max(...fars) / depth, 0)
}

function againstPoses(
  clip: TruthClip,
  meshes: PosedMeshes,
  frame: number,
  x: number,
  y: number,
  found: TruthErrors,
): void {
  const id = clip.id(frame, x, y)
  const point = id > 0 ? pointAt(clip, frame, x, y) : undefined
  if (!point) return
  for (const [way, step] of [
    ['forward', 1],
    ['backward', -1],
  ] as const) {
    const flow = clip.flow(way, frame, x, y)
    const goal = flow && meshes.carry(id, point, frame, frame + step)
    if (!flow || !goal) continue
    const seen = clip.lens(frame + step).see(goal)
    found.flow.push(
      Math.hypot(
        seen.x * clip.width - (x + 0.5) - flow[0],
        seen.y * clip.height - (y + 0.5) - flow[1],
      ),
    )
  }
  const late = frame + 8
  const goal = late < clip.frames ? meshes.carry(id, point, frame, late) : undefined
  if (!goal) return
  const { x: across, y: down, depth } = clip.lens(late).see(goal)
  const [u, v] = [Math.floor(across * clip.width), Math.floor(down * clip.height)]
  if (depth <= 0 || u < 1 || v < 1 || u >= clip.width - 1 || v >= clip.height - 1) return
  if (clip.id(late, u, v) !== id || isEdge(clip, late, u, v)) return
  const there = pointAt(clip, late, u, v) as Vec3
  // What hides the point now is not where the point is.
  if (Math.abs(clip.depth(late, u, v) - depth) > 0.05 * depth) return
  const off = inner(minus(goal, there), normalAt(clip, late, u, v) as Vec3)
  found.carried.push(Math.abs(off) / depth)
}

function along(clip: TruthClip, frame: number, x: number, y: number, found: TruthErrors): void {
  const there = clip.flow('forward', frame, x, y)
  if (!there || frame + 1 >= clip.frames) return
  const [u, v] = [x + there[0], y + there[1]]
  const [a, b] = [Math.round(u), Math.round(v)]
  if (a < 1 || b < 1 || a >= clip.width - 2 || b >= clip.height - 2) return
  if (clip.id(frame + 1, a, b) !== clip.id(frame, x, y)) return
  if (isEdge(clip, frame, x, y) || isEdge(clip, frame + 1, a, b)) return
  const back = clip.flow('backward', frame + 1, a, b)
  if (!back) return
  found.cycle.push(Math.hypot(there[0] + back[0], there[1] + back[1]))
  if (Math.hypot(...there) < 1) return
  const color = clip.color(frame, x, y)
  found.moving++
  found.plain += difference(color, clip.color(frame + 1, x, y))
  found.warped += difference(color, blended(clip, frame + 1, u, v))
}

/** Pixels drawn evenly over the picture, the rim left out. */
export function pixelsOf(
  { width, height }: Pick<TruthClip, 'width' | 'height'>,
  name: string,
  count: number,
): [number, number][] {
  const random = Random.of(5).fork(name)
  return Array.from({ length: count }, () => [
    Math.floor(random.between(1, width - 1)),
    Math.floor(random.between(1, height - 1)),
  ])
}

/** Another one, or a fold, beside it. */
function isEdge(clip: TruthClip, frame: number, x: number, y: number): boolean {
  const id = clip.id(frame, x, y)
  const normal = clip.normal(frame, x, y)
  for (const [dx, dy] of [
    [1, 0],
    [-1, 0],
    [0, 1],
    [0, -1],
  ] as const) {
    if (clip.id(frame, x + dx, y + dy) !== id) return true
    const beside = clip.normal(frame, x + dx, y + dy)
    if (normal && beside && angleBetween(normal, beside) > 12) return true
    const [a, b] = [clip.depth(frame, x, y), clip.depth(frame, x + dx, y + dy)]
    if (a !== b && Math.abs(a - b) > 0.1 * a) return true
  }
  return false
}

function pointAt(clip: TruthClip, frame: number, x: number, y: number): Vec3 | undefined {
  const depth = clip.depth(frame, x, y)
  if (depth === Infinity) return undefined
  const lens = clip.lens(frame)
  const way = lens.through((x + 0.5) / clip.width, (y + 0.5) / clip.height)
  return plus(lens.position, scaled(way, depth))
}

/** Degrees between the stored normal of a pixel and one in the world; 180 where none is stored. */
export function angleTo(clip: TruthClip, frame: number, x: number, y: number, other: Vec3): number {
  const normal = normalAt(clip, frame, x, y)
  return normal ? angleBetween(normal, other) : 180
}

/** In the world. */
function normalAt(clip: TruthClip, frame: number, x: number, y: number): Vec3 | undefined {
  const normal = clip.normal(frame, x, y)
  if (!normal) return undefined
  const { right, up, forward } = clip.lens(frame)
  return plus(plus(scaled(right, normal[0]), scaled(up, normal[1])), scaled(forward, -normal[2]))
}

/** Between pixel centres. */
function blended(clip: TruthClip, frame: number, x: number, y: number): Vec3 {
  const [a, b] = [Math.floor(x), Math.floor(y)]
  const [u, v] = [x - a, y - b]
  const row = (line: number) =>
    plus(scaled(clip.color(frame, a, line), 1 - u), scaled(clip.color(frame, a + 1, line), u))
  return plus(scaled(row(b), 1 - v), scaled(row(b + 1), v))
}

function difference(a: Vec3, b: Vec3): number {
  return Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2])
}

function angleBetween(a: Vec3, b: Vec3): number {
  const cosine = inner(a, b) / (norm(a) * norm(b))
  return (Math.acos(Math.max(-1, Math.min(1, cosine))) * 180) / Math.PI
}

export function quantile(values: number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
}
