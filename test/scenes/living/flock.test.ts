import { expect, test } from 'vitest'
import { parseScene, poseAtFrame, shoot, type FlockTrack } from '#scenes'

const FPS = 24

function fly(fields: object, seed = 4) {
  const scene = {
    version: 1,
    name: 'fly',
    seed,
    clip: { width: 64, height: 64, fps: FPS, frames: 97 },
    cameras: [{ position: [9, 2, 0], lookAt: [0, 1, 0] }],
    actors: [{ id: 'birds', kind: 'bird', count: 16, span: 0.6, spread: [4, 2, 4], ...fields }],
  }
  const [birds] = shoot(parseScene(JSON.stringify(scene), 'fly.json')).actors
  if (!birds?.flock) throw new Error('nothing flies')
  return { track: birds.track, flock: birds.flock }
}

const along = {
  motion: [
    {
      kind: 'path',
      points: [
        [0, 6, 0],
        [20, 7, 0],
      ],
      speed: 5,
    },
  ],
}

const placeOf = ({ position, count }: FlockTrack, frame: number, i: number) =>
  position.slice(3 * (count * frame + i), 3 * (count * frame + i) + 3)

test('a flock is the same from the same seed, and another from another', () => {
  expect(fly(along).flock).toEqual(fly(along).flock)
  expect(fly(along, 5).flock.position).not.toEqual(fly(along).flock.position)
})

test('birds keep in their room about the point that moves, and off each other', () => {
  const { flock, track } = fly(along)
  for (let frame = 0; frame < 97; frame += 8) {
    const middle = poseAtFrame(track, frame).position
    const at = Array.from({ length: 16 }, (_, i) => placeOf(flock, frame, i))
    for (const own of at) {
      const off = own.map((value, k) => Math.abs(value - (middle[k] as number)))
      expect(off[0]).toBeLessThan(2 + 0.6)
      expect(off[1]).toBeLessThan(1 + 0.6)
      expect(off[2]).toBeLessThan(2 + 0.6)
    }
    const gaps = at.flatMap((a, i) =>
      at.slice(i + 1).map((b) => Math.hypot(...a.map((value, k) => value - (b[k] as number)))),
    )
    expect(Math.min(...gaps)).toBeGreaterThan(0.2)
  }
})

test('birds face the way they go', () => {
  const { flock } = fly(along)
  for (let frame = 10; frame < 90; frame += 10)
    for (let i = 0; i < 16; i++) {
      const [a, b] = [placeOf(flock, frame - 1, i), placeOf(flock, frame + 1, i)]
      const way = Math.atan2(
        (b[0] as number) - (a[0] as number),
        (b[2] as number) - (a[2] as number),
      )
      const off = (flock.heading[16 * frame + i] as number) - way
      expect(Math.abs(Math.atan2(Math.sin(off), Math.cos(off)))).toBeLessThan(0.25)
    }
})

test('a single bird is where its path is', () => {
  const { flock, track } = fly({ ...along, count: 1 })
  const { position } = poseAtFrame(track, 40)
  expect(
    Math.hypot(...placeOf(flock, 40, 0).map((value, k) => value - (position[k] as number))),
  ).toBeLessThan(0.6)
})
