import type { Pose } from '#scenes'
import { play, posesOf, sceneOf } from './played.ts'

/** What mechanics says of a motion, and what the physics made of it; metres, seconds, metres per second. */
export interface Measured {
  value: number
  truth: number
}

interface ClosedForm {
  name: string
  measure(): Promise<Measured[]>
}

const G = 9.81

export const CLOSED_FORMS: readonly ClosedForm[] = [
  { name: 'free fall: h = g t^2 / 2', measure: freeFall },
  { name: 'a projectile flies v^2 sin(2a) / g', measure: projectile },
  ...['hinge', 'rope', 'ball'].map((kind) => ({
    name: `a pendulum on a ${kind} keeps the time of its length`,
    measure: () => pendulum(kind),
  })),
  { name: 'two equal balls that meet head-on change their speeds', measure: collision },
  { name: 'a block slides v^2 / (2 mu g)', measure: sliding },
  { name: 'a ball rolls down an incline with 5/7 g sin a', measure: rolling },
]

const ball = (id: string, position: number[], body: object, radius = 0.1) => ({
  id,
  kind: 'sphere',
  radius,
  position,
  body,
})

async function freeFall(): Promise<Measured[]> {
  const take = await play(sceneOf([ball('ball', [0, 50, 0], {})]))
  const poses = posesOf(take, 'ball')
  return [0.5, 1, 2].map((t) => ({
    value: 50 - (poses[t * 24]?.position[1] as number),
    truth: (G * t * t) / 2,
  }))
}

async function projectile(): Promise<Measured[]> {
  const [speed, angle] = [8, (40 * Math.PI) / 180]
  const velocity = [speed * Math.cos(angle), speed * Math.sin(angle), 0]
  const poses = posesOf(await play(sceneOf([ball('ball', [0, 0, 0], { velocity })])), 'ball')
  return [{ value: rangeOf(poses), truth: (speed * speed * Math.sin(2 * angle)) / G }]
}

/** Where it comes down to the height it set off from. */
function rangeOf(poses: Pose[]): number {
  const n = poses.findIndex(({ position }, i) => i > 2 && position[1] < 0)
  const [a, b] = [poses[n - 1]?.position, poses[n]?.position] as [number[], number[]]
  const share = (a[1] as number) / ((a[1] as number) - (b[1] as number))
  return (a[0] as number) + ((b[0] as number) - (a[0] as number)) * share
}

async function pendulum(kind: string): Promise<Measured[]> {
  const [length, amplitude, radius] = [1, 0.2, 0.02]
  const at = [Math.sin(amplitude) * length, -Math.cos(amplitude) * length, 0]
  const ends = kind === 'rope' ? { at, to: [0, 0, 0] } : { at: [0, 0, 0] }
  const scene = sceneOf(
    [ball('bob', [at[0] as number, (at[1] as number) - radius, 0], {}, radius)],
    {
      frames: 241,
      physics: { joints: [{ kind, body: 'bob', ...ends }] },
    },
  )
  const xs = posesOf(await play(scene), 'bob').map(({ position }) => position[0])
  // The point body's period, longer by the amplitude (series to the fourth order); a small ball turns as well.
  const inertia = kind === 'rope' ? 1 : 1 + (0.4 * radius * radius) / (length * length)
  const crossings = xs.flatMap((x, n) => {
    const before = xs[n - 1]
    return before !== undefined && before > 0 && x <= 0 ? [n - 1 + before / (before - x)] : []
  })
  const [first, last] = [crossings[0] as number, crossings.at(-1) as number]
  return [
    {
      value: (last - first) / (crossings.length - 1) / 24,
      truth:
        2 *
        Math.PI *
        Math.sqrt((length * inertia) / G) *
        (1 + amplitude ** 2 / 16 + (11 * amplitude ** 4) / 3072),
    },
    { value: Math.max(...xs.slice(-60)), truth: Math.sin(amplitude) },
  ]
}

async function collision(): Promise<Measured[]> {
  const body = (x: number) => ({ velocity: [x, 0, 0], restitution: 1, friction: 0 })
  const poses = await play(
    sceneOf([ball('a', [-1, 0, 0], body(2)), ball('b', [1, 0, 0], body(-1))], {
      physics: { gravity: [0, 0, 0] },
    }),
  )
  const speed = (id: string) => {
    const track = posesOf(poses, id)
    return ((track[48]?.position[0] as number) - (track[36]?.position[0] as number)) * 2
  }
  return [
    { value: speed('a'), truth: -1 },
    { value: speed('b'), truth: 2 },
  ]
}

const floor = (friction: number, restitution = 0) => ({
  id: 'floor',
  kind: 'box',
  size: [40, 0.4, 40],
  position: [0, -0.4, 0],
  body: { type: 'fixed', friction, restitution },
})

async function sliding(): Promise<Measured[]> {
  const [mu, speed] = [0.3, 2.5]
  const block = {
    id: 'block',
    kind: 'box',
    size: [0.4, 0.1, 0.4],
    body: { friction: mu, velocity: [speed, 0, 0] },
  }
  const poses = posesOf(await play(sceneOf([floor(mu), block])), 'block')
  return [{ value: poses[48]?.position[0] as number, truth: (speed * speed) / (2 * mu * G) }]
}

async function rolling(): Promise<Measured[]> {
  const [angle, radius] = [15, 0.1]
  const [s, c] = [Math.sin((angle * Math.PI) / 180), Math.cos((angle * Math.PI) / 180)]
  const incline = {
    ...floor(0.8),
    position: [0, 0, 0],
    pivot: [0, 0.4, 0],
    rotation: [0, 0, -angle],
  }
  // The ball touches the incline above its pivot.
  const at = [radius * s, 0.4 + radius * c - radius, 0]
  const poses = posesOf(
    await play(sceneOf([incline, ball('ball', at, { friction: 0.8 }, radius)])),
    'ball',
  )
  const middles = [0, 36].map((n) => middleOf(poses[n] as Pose, radius))
  const way = Math.hypot(
    ...[0, 1].map((k) => (middles[1]?.[k] as number) - (middles[0]?.[k] as number)),
  )
  return [{ value: way, truth: ((5 / 7) * G * s * 1.5 ** 2) / 2 }]
}

/** A ball's own origin is where it stood. */
function middleOf({ position, rotation: [x, y, z, w] }: Pose, radius: number): number[] {
  const up = [2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)]
  return position.map((p, k) => p + radius * (up[k] as number))
}
