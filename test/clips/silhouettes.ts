import { openSession, planClip } from '#capture'
import { blueprintOf, boundsOf, type KindName } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import { about, multiply, rotate } from '../../scenes/take/pose.ts'
import { actorOf, shotsOf } from '../kinds.ts'

/** A mask of SIDE x SIDE pixels, 1 where the thing is: the longer side of its box fills it, the shorter is in the middle. */
export type Silhouette = Uint8Array
export const SIDE = 48

/** Pixels of a thing's place in the picture, and how much of it the thing may take. */
const CELL = 96
const FILLS = 0.9
/** From the front, from its left side and from above, by Euler YXZ degrees that it is turned. */
const VIEWS: [number, number, number][] = [
  [0, 0, 0],
  [0, -90, 0],
  [90, 0, 0],
]
/** Degrees: the least that a scene may ask for, so that the picture is as good as orthographic. */
const FOV = 1

/** The three silhouettes of every kind, from the ids of the pixels that the renderer draws. */
export async function silhouettesOf(
  kinds: readonly KindName[],
): Promise<Map<KindName, Silhouette[]>> {
  const columns = Math.ceil(Math.sqrt(kinds.length))
  const [width, height] = [columns, Math.ceil(kinds.length / columns)].map(
    (cells) => Math.ceil((cells * CELL) / 32) * 32,
  ) as [number, number]
  const session = await openSession()
  const found = new Map<KindName, Silhouette[]>(kinds.map((kind) => [kind, []]))
  try {
    for (const view of VIEWS) {
      const actors = kinds.map((kind, i) => {
        const x = ((i % columns) + 0.5) * CELL - width / 2
        const y = height / 2 - (Math.floor(i / columns) + 0.5) * CELL
        return hung(kind, [x / CELL, y / CELL], view)
      })
      const far = height / CELL / 2 / Math.tan((FOV * Math.PI) / 360)
      const camera = { position: [0, 0, far], lookAt: [0, 0, 0], fov: FOV }
      const scene = shotsOf(actors, [camera], { width, height })
      const { job, take } = await planClip(scene, {})
      await session.use(1, async (crew) => {
        await loadAll(job, crew)
        const { bytes } = await crew.stages[0].draw(0, 'instance')
        const ids = new Uint16Array(new Uint8Array(bytes).buffer)
        for (const [i, kind] of kinds.entries()) {
          const id = 1 + take.cast.findIndex((member) => member.id === `k${i}`)
          found.get(kind)?.push(normalised((x, y) => ids[y * width + x] === id, width, height))
        }
      })
    }
  } finally {
    await session.close()
  }
  return found

  /** A kind turned and made so large that it fills its cell, the middle of its box there. */
  function hung(kind: KindName, at: [number, number], rotation: [number, number, number]) {
    const thing = actorOf(kind, 'thing')
    const { min, max } = boundsOf(blueprintOf(thing, 0).parts)
    const size = Math.max(...max.map((edge, k) => edge - (min[k] as number)))
    const middle = min.map((edge, k) => (edge + (max[k] as number)) / 2) as [number, number, number]
    const turn = multiply(about([0, 1, 0], rotation[1]), about([1, 0, 0], rotation[0]))
    const scale = FILLS / size
    const off = rotate(middle, turn)
    const position = [at[0] - off[0] * scale, at[1] - off[1] * scale, -off[2] * scale]
    const id = `k${kinds.indexOf(kind)}`
    return { ...thing, id, rotation, scale, position, pivot: [0, 0, 0] }
  }
}

function normalised(
  is: (x: number, y: number) => boolean,
  width: number,
  height: number,
): Silhouette {
  let [left, right, top, bottom] = [width, -1, height, -1]
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (is(x, y)) {
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
      }
  const step = Math.max(right - left + 1, bottom - top + 1) / SIDE
  const [x0, y0] = [(left + right + 1) / 2, (top + bottom + 1) / 2]
  return Uint8Array.from({ length: SIDE * SIDE }, (_, i) => {
    const x = Math.floor(x0 + ((i % SIDE) + 0.5 - SIDE / 2) * step)
    const y = Math.floor(y0 + (Math.floor(i / SIDE) + 0.5 - SIDE / 2) * step)
    return x >= left && x <= right && y >= top && y <= bottom && is(x, y) ? 1 : 0
  })
}

/**
 * How alike two things look, 0..1: the mean over the views of what their silhouettes share of all that either covers; the
 * better of both as they stand and one given a quarter turn.
 */
export function likeness(a: readonly Silhouette[], b: readonly Silhouette[]): number {
  const [front, side, above] = b as [Silhouette, Silhouette, Silhouette]
  return Math.max(mean(a, b), mean(a, [side, front, quarter(above)]))
}

function mean(a: readonly Silhouette[], b: readonly Silhouette[]): number {
  return a.reduce((sum, one, i) => sum + shared(one, b[i] as Silhouette), 0) / a.length
}

function shared(a: Silhouette, b: Silhouette): number {
  let [both, either] = [0, 0]
  for (let i = 0; i < a.length; i++) {
    if (a[i] && b[i]) both++
    if (a[i] || b[i]) either++
  }
  return either === 0 ? 1 : both / either
}

function quarter(mask: Silhouette): Silhouette {
  return mask.map((_, i) => mask[(SIDE - 1 - (i % SIDE)) * SIDE + Math.floor(i / SIDE)] as number)
}
