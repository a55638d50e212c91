import { Quaternion, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import {
  blueprintOf,
  boundsOf,
  gaitSpeeds,
  LEGS,
  parseScene,
  place,
  poseAtFrame,
  shoot,
  solidActors,
  type Quadruped,
  type ShapeOf,
} from '#scenes'
import { ANATOMIES } from '../../renderer/quadruped/anatomy.ts'
import { bonesOf } from '../../renderer/quadruped/bones.ts'
import { hideOf } from '../../renderer/quadruped/coat.ts'
import { placerOf } from '../../renderer/quadruped/QuadrupedView.tsx'

const FPS = 60
const SPECIES: Quadruped[] = ['dog', 'cat', 'horse', 'deer']

function goes(kind: Quadruped, path: object) {
  const scene = parseScene(
    JSON.stringify({
      version: 1,
      name: 'goes',
      clip: { width: 64, height: 64, fps: FPS, frames: 181 },
      cameras: [{ position: [9, 2, 0], lookAt: [0, 1, 0] }],
      actors: [{ id: 'one', kind, motion: [{ kind: 'path', ...path }] }],
    }),
    'goes.json',
  )
  const [actor] = solidActors(scene)
  const [played] = shoot(scene).actors
  if (!actor || !played) throw new Error('nobody goes')
  const shape = blueprintOf(actor, scene.seed).parts[0]?.shape as ShapeOf<'quadruped'>
  return { shape, track: played.track }
}

/** Where the tips of an animal's toes are at every frame, metres, world. */
function toesOf({ shape, track }: ReturnType<typeof goes>): Vector3[][] {
  const anatomy = ANATOMIES[shape.species]
  const names = bonesOf(anatomy).map(({ name }) => name)
  const placeBones = placerOf(shape, track, FPS)
  const rest = ({ fetlock, toe }: { fetlock: readonly number[]; toe: readonly number[] }) =>
    new Vector3(0, toe[1] - fetlock[1], toe[0] - fetlock[0])
  return Array.from({ length: track.samples }, (_, frame) => {
    const places = placeBones(frame)
    return LEGS.map((leg) => {
      const [side, end] = leg.split(' ')
      const { at, turn } = places[names.indexOf(`${side} ${end} foot`)]
      const tip = rest(end === 'hind' ? anatomy.hind : anatomy.front)
        .applyQuaternion(turn)
        .add(at)
      const own = tip.multiplyScalar(shape.height).toArray() as [number, number, number]
      return new Vector3(...place(own, poseAtFrame(track, frame)))
    })
  })
}

/** Metres above the ground below which a toe is on it: its pad is as thick. */
const DOWN = 0.002

describe.each(SPECIES)('a %s', (kind) => {
  const height = goes(kind, {
    points: [
      [0, 0, 0],
      [0, 0, 1],
    ],
    to: 1,
  }).shape.height
  const { trot, gallop } = gaitSpeeds(height)
  const bend = [
    [0, 0, 0],
    [0, 0, 6 * height],
    [4 * height, 0, 12 * height],
    [12 * height, 0, 14 * height],
    [60 * height, 0, 14 * height],
  ]
  const paths = {
    walk: { points: bend, speed: 0.8 * trot },
    trot: { points: bend, speed: 0.5 * (trot + gallop) },
    gallop: { points: bend, speed: 1.4 * gallop },
    'walk and stop': {
      points: [
        [0, 0, 0],
        [0, 0, 3 * height],
      ],
      to: 2.4,
      ease: 'in-out',
    },
  }

  test.each(Object.entries(paths))('keeps every foot that stands where it is: %s', (_, path) => {
    const going = goes(kind, path)
    const toes = toesOf(going)
    const ground = ANATOMIES[kind].hind.toe[1] * height
    const slides: number[] = []
    toes.slice(1).forEach((feet, n) =>
      feet.forEach((there, leg) => {
        const here = toes[n][leg]
        if (Math.max(here.y, there.y) < ground + DOWN * height)
          slides.push(Math.hypot(there.x - here.x, there.z - here.z) * FPS)
      }),
    )
    expect(slides.length).toBeGreaterThan(40)
    slides.sort((a, b) => a - b)
    // The first and last frame of a step have the foot in the air as well.
    expect(slides[Math.floor(0.99 * slides.length)]).toBeLessThan(0.05)
  })

  test.each(Object.entries(paths))('has no foot in the ground: %s', (_, path) => {
    const heights = toesOf(goes(kind, path)).flatMap((feet) => feet.map(({ y }) => y))
    expect(Math.min(...heights)).toBeGreaterThan(-0.01 * height)
  })

  test('is made of fewer than 5,000 triangles, within the room that it is said to take', () => {
    const { shape } = goes(kind, {
      points: [
        [0, 0, 0],
        [0, 0, 1],
      ],
      to: 1,
    })
    const { geometry } = hideOf({ ...shape, antlers: kind === 'deer' }, 1)
    expect((geometry.index?.count ?? 0) / 3).toBeLessThan(5000)
    geometry.computeBoundingBox()
    const { min, max } = boundsOf([{ shape: { ...shape, height: 1 }, material: {} }])
    const box = geometry.boundingBox
    expect(box?.min.x).toBeGreaterThan(min[0] - (kind === 'deer' ? 0.15 : 0.06))
    expect(box?.max.x).toBeLessThan(max[0] + (kind === 'deer' ? 0.15 : 0.06))
    expect(box?.max.y).toBeLessThan(max[1] + (kind === 'deer' ? 0.6 : 0.1))
    expect(box?.min.y).toBeGreaterThan(-0.03)
    expect(Math.abs((box?.min.z ?? 0) - min[2])).toBeLessThan(0.1)
    expect(Math.abs((box?.max.z ?? 0) - max[2])).toBeLessThan(0.1)
  })

  test('has all its weights, and no triangle that is not a number', () => {
    const { shape } = goes(kind, {
      points: [
        [0, 0, 0],
        [0, 0, 1],
      ],
      to: 1,
    })
    const { geometry } = hideOf(shape, 1)
    const [weights, position] = [
      geometry.getAttribute('skinWeight'),
      geometry.getAttribute('position'),
    ]
    for (let v = 0; v < position.count; v++) {
      const sum = weights.getX(v) + weights.getY(v) + weights.getZ(v) + weights.getW(v)
      expect(Math.abs(sum - 1)).toBeLessThan(1e-5)
      expect(Number.isFinite(position.getX(v) + position.getY(v) + position.getZ(v))).toBe(true)
    }
  })

  test('stands as it was sculpted, but for its breath', () => {
    const { shape, track } = goes(kind, {
      points: [
        [0, 0, 0],
        [0, 0, 1],
      ],
      from: 2.5,
      to: 3,
    })
    const places = placerOf(shape, track, FPS)(0)
    const bones = bonesOf(ANATOMIES[kind])
    const wrong = bones.filter(
      ({ name, at }, i) =>
        !name.startsWith('tail') &&
        name !== 'head' &&
        (places[i].at.distanceTo(at) > 0.05 || places[i].turn.angleTo(new Quaternion()) > 0.12),
    )
    expect(wrong.map(({ name }) => name)).toEqual([])
  })
})
