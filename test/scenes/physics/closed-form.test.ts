import { expect, test } from 'vitest'
import type { Pose } from '#scenes'
import { play, posesOf, sceneOf } from './played.ts'

const G = 9.81
const ball = (id: string, position: number[], body: object, radius = 0.1) => ({
  id,
  kind: 'sphere',
  radius,
  position,
  body,
})

/** Within 2 % of what mechanics says. */
function near(value: number, truth: number): void {
  expect(Math.abs(value / truth - 1), `${value} instead of ${truth}`).toBeLessThan(0.02)
}

test('free fall: h = g t^2 / 2', async () => {
  const take = await play(sceneOf([ball('ball', [0, 50, 0], {})]))
  const poses = posesOf(take, 'ball')
  for (const t of [0.5, 1, 2]) near(50 - (poses[t * 24]?.position[1] as number), (G * t * t) / 2)
})

test('a projectile flies v^2 sin(2a) / g', async () => {
  const [speed, angle] = [8, (40 * Math.PI) / 180]
  const velocity = [speed * Math.cos(angle), speed * Math.sin(angle), 0]
  const poses = posesOf(await play(sceneOf([ball('ball', [0, 0, 0], { velocity })])), 'ball')
  near(rangeOf(poses), (speed * speed * Math.sin(2 * angle)) / G)
})

/** Where it comes down to the height it set off from. */
function rangeOf(poses: Pose[]): number {
  const n = poses.findIndex(({ position }, i) => i > 2 && position[1] < 0)
  const [a, b] = [poses[n - 1]?.position, poses[n]?.position] as [number[], number[]]
  const share = (a[1] as number) / ((a[1] as number) - (b[1] as number))
  return (a[0] as number) + ((b[0] as number) - (a[0] as number)) * share
}

test.each(['hinge', 'rope', 'ball'])(
  'a pendulum on a %s keeps the time of its length',
  async (kind) => {
    const [length, amplitude, radius] = [1, 0.2, 0.02]
    const at = [Math.sin(amplitude) * length, -Math.cos(amplitude) * length, 0]
    const ends = kind === 'rope' ? { at, to: [0, 0, 0] } : { at: [0, 0, 0] }
    const scene = sceneOf(
      [ball('bob', [at[0] as number, (at[1] as number) - radius, 0], {}, radius)],
      { frames: 241, physics: { joints: [{ kind, body: 'bob', ...ends }] } },
    )
    const xs = posesOf(await play(scene), 'bob').map(({ position }) => position[0])
    // The point body's period, longer by the amplitude (series to the fourth order); a small ball turns as well.
    const inertia = kind === 'rope' ? 1 : 1 + (0.4 * radius * radius) / (length * length)
    const truth =
      2 *
      Math.PI *
      Math.sqrt((length * inertia) / G) *
      (1 + amplitude ** 2 / 16 + (11 * amplitude ** 4) / 3072)
    const crossings = xs.flatMap((x, n) => {
      const before = xs[n - 1]
      return before !== undefined && before > 0 && x <= 0 ? [n - 1 + before / (before - x)] : []
    })
    const [first, last] = [crossings[0] as number, crossings.at(-1) as number]
    near((last - first) / (crossings.length - 1) / 24, truth)
    near(Math.max(...xs.slice(-60)), Math.sin(amplitude))
  },
)

test('two equal balls that meet head-on change their speeds', async () => {
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
  near(speed('a'), -1)
  near(speed('b'), 2)
})

const floor = (friction: number, restitution = 0) => ({
  id: 'floor',
  kind: 'box',
  size: [40, 0.4, 40],
  position: [0, -0.4, 0],
  body: { type: 'fixed', friction, restitution },
})

test('a block slides v^2 / (2 mu g)', async () => {
  const [mu, speed] = [0.3, 2.5]
  const block = {
    id: 'block',
    kind: 'box',
    size: [0.4, 0.1, 0.4],
    body: { friction: mu, velocity: [speed, 0, 0] },
  }
  const poses = posesOf(await play(sceneOf([floor(mu), block])), 'block')
  near(poses[48]?.position[0] as number, (speed * speed) / (2 * mu * G))
})

test('a ball rolls down an incline with 5/7 g sin a', async () => {
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
  near(way, ((5 / 7) * G * s * 1.5 ** 2) / 2)
})

/** A ball's own origin is where it stood. */
function middleOf({ position, rotation: [x, y, z, w] }: Pose, radius: number): number[] {
  const up = [2 * (x * y - z * w), 1 - 2 * (x * x + z * z), 2 * (y * z + x * w)]
  return position.map((p, k) => p + radius * (up[k] as number))
}

test("Newton's cradle passes the blow on to its last ball", async () => {
  const { actors, joints } = cradle(0.001)
  const scene = sceneOf(actors, { frames: 73, physics: { joints, step: 1 / 2000 } })
  const take = await play(scene)
  const angles = [0, 1, 2, 3, 4].map((i) =>
    posesOf(take, `ball${i}`).map(({ rotation }) => (2 * Math.asin(rotation[2]) * 180) / Math.PI),
  )
  // Until the last ball comes back: half a period after the blow, which falls a quarter period in.
  const until = 20
  const amplitude = (i: number) =>
    Math.max(
      ...(angles[i] as number[])
        .slice(0, until)
        .map((a, n) => (i === 0 && n < 10 ? 0 : Math.abs(a))),
    )
  expect(amplitude(4)).toBeGreaterThan(0.9 * 35)
  for (const i of [1, 2, 3]) expect(amplitude(i), `ball ${i}`).toBeLessThan(0.1 * 35)
  const after = angles[0]?.slice(10, until).map(Math.abs) as number[]
  expect(Math.min(...after)).toBeLessThan(3.5)
})

/** Five balls side by side on bars of 0.5 m; the first is drawn aside by 35 degrees. */
export function cradle(gap: number) {
  const [radius, length] = [0.04, 0.5]
  const at = (i: number) => (i - 2) * (2 * radius + gap)
  const actors = [0, 1, 2, 3, 4].map((i) => ({
    id: `string${i}`,
    kind: 'group',
    position: [at(i), 1, 0],
    rotation: [0, 0, i === 0 ? -35 : 0],
    body: { material: 'steel', restitution: 1, friction: 0 },
    children: [
      { id: `ball${i}`, kind: 'sphere', radius, position: [0, -length - radius, 0] },
      {
        id: `wire${i}`,
        kind: 'cylinder',
        radius: 0.002,
        height: length,
        position: [0, -length, 0],
        body: { type: 'none' },
      },
    ],
  }))
  const joints = [0, 1, 2, 3, 4].map((i) => ({
    kind: 'hinge',
    body: `string${i}`,
    at: [at(i), 1, 0],
  }))
  return { actors, joints }
}

test('the cradle goes on for three swings', { timeout: 60_000 }, async () => {
  const { actors, joints } = cradle(0.001)
  const scene = sceneOf(actors, { frames: 97, physics: { joints, step: 1 / 2000 } })
  const take = await play(scene)
  const most = (i: number, from: number) =>
    Math.max(
      ...posesOf(take, `ball${i}`)
        .slice(from, from + 36)
        .map(({ rotation }) => Math.abs((2 * Math.asin(rotation[2]) * 180) / Math.PI)),
    )
  for (const from of [0, 30, 60]) {
    for (const end of [0, 4]) expect(most(end, from)).toBeGreaterThan(0.95 * 35)
    for (const i of [1, 2, 3]) expect(most(i, from), `ball ${i}`).toBeLessThan(0.1 * 35)
  }
})
