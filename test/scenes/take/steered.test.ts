import { expect, test } from 'vitest'
import { parseScene, place, poseAtFrame, rotate, shoot, type Track, type WheelTrack } from '#scenes'

const FPS = 60

function drive(fields: object, points: number[][], speed: number) {
  const scene = {
    version: 1,
    name: 'drive',
    clip: { width: 64, height: 64, fps: FPS, frames: 241 },
    cameras: [{ position: [9, 2, 0], lookAt: [0, 1, 0] }],
    actors: [{ id: 'one', motion: [{ kind: 'path', points, speed }], ...fields }],
  }
  const [one] = shoot(parseScene(JSON.stringify(scene), 'drive.json')).actors
  if (!one) throw new Error('nobody drives')
  return one
}

const BEND = [
  [0, 0, 0],
  [0, 0, 12],
  [8, 0, 22],
  [22, 0, 24],
  [40, 0, 18],
]

/** Metres per second at which the lowest point of a wheel goes over the ground between two frames, sideways and along. */
function slip(track: Track, { pivot, spin, steer }: WheelTrack, radius: number, n: number) {
  const [a, b] = [poseAtFrame(track, n), poseAtFrame(track, n + 1)]
  const [p, q] = [place(pivot, a), place(pivot, b)]
  const angle = (((steer[n] as number) + (steer[n + 1] as number)) / 2) * (Math.PI / 180)
  const own: [number, number, number] = [Math.sin(angle), 0, Math.cos(angle)]
  const [u, v] = [rotate(own, a.rotation), rotate(own, b.rotation)]
  const [x, z] = [(u[0] + v[0]) / 2, (u[2] + v[2]) / 2]
  const [dx, dz] = [q[0] - p[0], q[2] - p[2]]
  const turned = (((spin[n + 1] as number) - (spin[n] as number)) * Math.PI) / 180
  return Math.hypot(dx * z - dz * x, dx * x + dz * z - turned * radius) * FPS
}

test.each([
  [{ kind: 'car' }, 0.33, 8],
  [{ kind: 'car', type: 'bus' }, 0.48, 8],
  [{ kind: 'car', type: 'truck' }, 0.46, 8],
] as const)('%o rolls round a bend on four wheels that do not slip', (fields, radius, speed) => {
  const { track, wheels = [] } = drive(fields, BEND, speed)
  expect(wheels).toHaveLength(4)
  const worst = wheels.map((wheel) => {
    const slips = Array.from({ length: 230 }, (_, n) => slip(track, wheel, radius, n + 4))
    return Math.max(...slips)
  })
  expect(Math.max(...worst)).toBeLessThan(0.05)
  const steers = wheels.map(({ steer }) => Math.max(...steer.map(Math.abs)))
  expect(steers.filter((most) => most > 8)).toHaveLength(2)
  expect(steers.filter((most) => most === 0)).toHaveLength(2)
})

test('a car that drives straight on is not steered', () => {
  const straight = drive(
    { kind: 'car' },
    [
      [0, 0, 0],
      [0, 0, 30],
    ],
    8,
  )
  expect(straight.wheels).toBeUndefined()
})
