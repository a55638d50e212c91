import { planClip, type Session } from '#capture'
import { parseScene, Random, type Scene } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import {
  flowOf,
  greyOf,
  motionBetween,
  type BlockMotion,
  type Flow,
} from '../oracle/image-motion.ts'
import { CLASSES } from '../scenes/camera/classes.ts'

const SIZE = 128
/** Frames of a class, a second of them. */
const FRAMES = 8
const STEPS = FRAMES - 1

/** Vertical field of view, degrees, and what it makes of a metre at a metre, pixels. */
const FOV = 50
export const FOCAL = SIZE / 2 / Math.tan((FOV * Math.PI) / 360)

/** Metres from the camera to the patchwork before it on both sides, to the wall behind, and to what it looks at. */
export const DEPTH = { near: 4, far: 12, subject: 6 }

/** What a class does from frame to frame: degrees, a share of the distance to the subject, or a ratio of focal lengths. */
export const A_FRAME = { turn: 2, roll: 3, way: 0.02, zoom: 1.03 }

/** How near things and far things move in the picture of a class, from frame to frame on average. */
export interface Seen {
  name: string
  near: Flow
  far: Flow
}

/**
 * How far what is seen may be from what a pinhole makes of the move. Shift, pixels: what lies off the middle of a turning
 * picture moves faster by 1 + x^2 / f^2, a tenth on the whole. Growth of a turning picture: its keystone, x y / f^2 of
 * the turn, does not cancel where the wall is seen more above the middle than below. Degrees: a twentieth of a roll.
 */
const OFF = { shift: 0.45, growth: 0.004, keystone: 0.012, turn: 0.2 }

/** What is wrong with how a class moves the picture, in words; none when near and far go as a pinhole camera's picture does. */
export function faultsOf({ name, ...seen }: Seen): string[] {
  const kind = CLASSES.find((one) => one.name === name)?.move.kind
  const growth = kind === 'pan' || kind === 'tilt' ? OFF.keystone : OFF.growth
  return (['near', 'far'] as const).flatMap((where) => {
    const [is, wanted] = [seen[where], expectedFlow(name, DEPTH[where])]
    const fits =
      is.blocks >= LEAST_BLOCKS &&
      Math.abs(is.shift[0] - wanted.shift[0]) <= OFF.shift &&
      Math.abs(is.shift[1] - wanted.shift[1]) <= OFF.shift &&
      Math.abs(is.growth - wanted.growth) <= growth &&
      Math.abs(is.turn - wanted.turn) <= OFF.turn
    return fits
      ? []
      : [`${name}, ${where}: ${JSON.stringify(is)} where ${JSON.stringify(wanted)} is right`]
  })
}

/** Blocks of a class that must be found again, near and far. */
const LEAST_BLOCKS = 60

/** What a pinhole camera's picture does about its middle, from frame to frame, at a depth when the class begins. */
function expectedFlow(name: string, depth: number): Omit<Flow, 'blocks'> {
  const move = CLASSES.find((one) => one.name === name)?.move
  const sign = ['left', 'up', 'in', 'counterclockwise'].includes(move?.to ?? '') ? 1 : -1
  const metres = A_FRAME.way * DEPTH.subject
  const turned = FOCAL * Math.tan((A_FRAME.turn * Math.PI) / 180)
  const flow = { shift: [0, 0] as [number, number], growth: 0, turn: 0 }
  switch (move?.kind) {
    case 'pan':
      return { ...flow, shift: [sign * turned, 0] }
    case 'tilt':
      return { ...flow, shift: [0, sign * turned] }
    case 'truck':
      return { ...flow, shift: [(sign * FOCAL * metres) / depth, 0] }
    case 'pedestal':
      return { ...flow, shift: [0, (sign * FOCAL * metres) / depth] }
    case 'roll':
      return { ...flow, turn: sign * A_FRAME.roll }
    case 'zoom':
      return { ...flow, growth: A_FRAME.zoom ** sign - 1 }
    case 'dolly':
      // Halfway.
      return { ...flow, growth: (sign * metres) / (depth - (sign * metres * STEPS) / 2) }
    default:
      return flow
  }
}

/** Draws each class for eight frames, all as shots of one camera, and measures the pictures alone. */
export async function seenOfClasses(session: Session): Promise<Seen[]> {
  const scene = patchwork()
  const { job, take } = await planClip(scene, {})
  const member = (id: string) => 1 + take.cast.findIndex((one) => one.id === id)
  const [near, far] = [member('near'), member('far')]
  return session.use(1, async (crew) => {
    await loadAll(job, crew)
    const [stage] = crew.stages
    const seen: Seen[] = []
    for (const [i, { name }] of CLASSES.entries()) {
      const frames = Array.from({ length: FRAMES }, (_, n) => i * FRAMES + n)
      const pictures = await Promise.all(frames.map((frame) => stage.draw(frame, 'rgba')))
      const ids = await Promise.all(frames.map((frame) => stage.draw(frame, 'instance')))
      const greys = pictures.map(greyOf)
      const blocks = Array.from({ length: STEPS }, (_, n) =>
        motionBetween(greys[n]!, greys[n + 1]!).map((block) => ({
          ...block,
          id: idOf(ids[n]!.bytes, block),
        })),
      ).flat()
      const of = (id: number) => flowOf(blocks.filter((block) => block.id === id))
      seen.push({ name, near: of(near), far: of(far) })
    }
    return seen
  })
}

/** Whose the whole block is; undefined where it is shared. */
function idOf(bytes: Uint8Array, { x, y }: BlockMotion): number | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (u: number, v: number) => {
    const [px, py] = [x + SIZE / 2 - 0.5 + u, y + SIZE / 2 - 0.5 + v]
    return view.getUint16(2 * (py * SIZE + px), true)
  }
  const id = at(0, 0)
  for (let v = -7; v <= 7; v++) for (let u = -7; u <= 7; u++) if (at(u, v) !== id) return undefined
  return id
}

/** A wall of patches behind, two screens of patches before it on both sides, and a shot of a second for each class. */
export function patchwork(): Scene {
  const random = Random.of(7).fork('patchwork')
  const patches = (
    id: string,
    [left, right]: [number, number],
    top: number,
    z: number,
    side: number,
  ) => {
    const columns = Math.round((right - left) / side)
    const rows = Math.round(top / side)
    return Array.from({ length: columns * rows }, (_, k) => ({
      id: `${id}_${k}`,
      kind: 'box',
      size: [side, side, 0.1],
      bevel: 0,
      position: [left + ((k % columns) + 0.5) * side, Math.floor(k / columns) * side, z - 0.05],
      material: { color: shade(random), roughness: 1 },
    }))
  }
  const eye = 2
  const { near, far, subject } = DEPTH
  return parseScene(
    JSON.stringify({
      version: 1,
      name: 'patchwork',
      clip: { width: SIZE, height: SIZE, fps: FRAMES, frames: FRAMES * CLASSES.length },
      world: { sun: { elevation: 40, azimuth: 20, strength: 2 }, sky: { kind: 'overcast' } },
      cameras: [
        {
          shots: CLASSES.map(({ move }, i) => ({
            to: i + 1,
            position: [0, eye, 0],
            lookAt: [0, eye, -subject],
            fov: FOV,
            moves: [{ ...move, ...amountOf(move.kind), ease: 'linear' }],
          })),
        },
      ],
      actors: [
        { id: 'ground', kind: 'ground', size: [80, 80], material: { surface: 'paving' } },
        {
          id: 'far',
          kind: 'group',
          noun: { en: 'wall' },
          children: patches('far', [-16, 16], 14, -far, 1),
        },
        {
          id: 'near',
          kind: 'group',
          noun: { en: 'screen' },
          children: [
            ...patches('left', [-3.4, -0.7], 4.2, -near, 0.3),
            ...patches('right', [0.7, 3.4], 4.2, -near, 0.3),
          ],
        },
      ],
    }),
    'patchwork.json',
  )
}

function shade(random: Random): string {
  const part = () => random.int(20, 235).toString(16).padStart(2, '0')
  return `#${part()}${part()}${part()}`
}

function amountOf(kind: string): { amount?: number } {
  switch (kind) {
    case 'static':
      return {}
    case 'pan':
    case 'tilt':
      return { amount: A_FRAME.turn * STEPS }
    case 'roll':
      return { amount: A_FRAME.roll * STEPS }
    case 'zoom':
      return { amount: A_FRAME.zoom ** STEPS }
    default:
      return { amount: A_FRAME.way * STEPS }
  }
}
