import { describe, expect, test } from 'vitest'
import {
  footworkOf,
  gaitAt,
  gaitSpeeds,
  LEGS,
  parseScene,
  shoot,
  type Plant,
  type Take,
} from '#scenes'

const FPS = 24

/** A horse on a path; `speed` metres per second, or by what the path says. */
function ride(path: object): Take {
  return shoot(
    parseScene(
      JSON.stringify({
        version: 1,
        name: 'ride',
        clip: { width: 64, height: 64, fps: FPS, frames: 97 },
        cameras: [{ position: [9, 2, 0], lookAt: [0, 1, 0] }],
        actors: [{ id: 'horse', kind: 'horse', height: 1.5, motion: [{ kind: 'path', ...path }] }],
      }),
      'ride.json',
    ),
  )
}

const walker = { species: 'horse', height: 1.5, start: 0.3 } as const

function stepsOf(path: object) {
  const [horse] = ride(path).actors
  if (!horse) throw new Error('no horse')
  return footworkOf(walker, horse.track, FPS)
}

const straight = {
  points: [
    [0, 0, 0],
    [0, 0, 60],
  ],
}

const downAt = (plants: Plant[], frame: number) =>
  plants.some(({ from, to }) => from <= frame && frame <= to)

test('gaits part at speeds that grow with the root of the height', () => {
  expect(gaitAt(1.5, 1.6)).toBe('walk')
  expect(gaitAt(1.5, 3.5)).toBe('trot')
  expect(gaitAt(1.5, 9)).toBe('gallop')
  // A cat gallops where a horse walks.
  expect(gaitAt(0.26, 2.6)).toBe('gallop')
  expect(gaitSpeeds(1).trot / gaitSpeeds(0.25).trot).toBeCloseTo(2, 9)
})

describe.each([
  ['walk', 1.6, 2, 4],
  ['trot', 3.5, 0, 2],
  ['gallop', 9, 0, 2],
] as const)('a horse that goes at a %s', (_, speed, least, most) => {
  const { plants } = stepsOf({ ...straight, speed })

  test('puts each foot down again and again, never twice at once, further on each time', () => {
    expect(plants).toHaveLength(LEGS.length)
    for (const own of plants) {
      expect(own.length).toBeGreaterThan(3)
      own.slice(1).forEach((plant, i) => {
        expect(plant.from).toBeGreaterThan((own[i] as Plant).to)
        expect(plant.at[2]).toBeGreaterThan((own[i] as Plant).at[2])
      })
    }
  })

  test(`has ${least} to ${most} feet on the ground`, () => {
    const down = Array.from(
      { length: 96 },
      (_, frame) => plants.filter((own) => downAt(own, frame)).length,
    )
    expect(Math.min(...down)).toBe(least)
    expect(Math.max(...down)).toBeLessThanOrEqual(most)
    expect(Math.max(...down)).toBeGreaterThan(least)
  })
})

test('whoever stands from the beginning has all feet under it, and leaves them there until it sets off', () => {
  const { plants } = stepsOf({ ...straight, from: 2, speed: 1.5 })
  for (const own of plants) {
    expect(downAt(own, 0)).toBe(true)
    expect((own[0] as Plant).to).toBeGreaterThanOrEqual(2 * FPS - 6)
    expect(Math.abs((own[0] as Plant).at[2])).toBeLessThan(0.8)
  }
})

test('whoever comes to rest brings all feet under it', () => {
  const path = {
    points: [
      [0, 0, 0],
      [0, 0, 3],
    ],
    to: 2,
    ease: 'in-out',
  }
  const { plants } = stepsOf(path)
  plants.forEach((own, leg) => {
    const last = own.at(-1) as Plant
    expect(downAt(own, 80)).toBe(true)
    // Under the body, where a standing horse has them: hind feet behind, front feet before.
    const wanted = leg % 2 === 0 ? -0.6 : 0.6825
    expect(Math.abs(last.at[2] - 3 - wanted)).toBeLessThan(0.08)
  })
})
