import { describe, expect, test } from 'vitest'
import { parseScene, Random, shoot } from '#scenes'
import { labelsOf, viewsOf, type Target } from '../../../scenes/camera/labels/index.ts'
import { CLASSES } from './classes.ts'

type Vec3 = [number, number, number]

/** A camera somewhere about a ball on the ground, and what it does. */
function sceneWith(moves: unknown, random: Random, more: object = {}) {
  const bearing = random.between(0, 2 * Math.PI)
  const far = random.between(2, 12)
  const up = random.between(0.3, 4)
  const text = JSON.stringify({
    version: 1,
    name: 'rig',
    clip: { fps: 24, frames: 73, width: 640, height: 352 },
    cameras: [
      {
        position: [far * Math.sin(bearing), up, far * Math.cos(bearing)],
        lookAt: 'ball',
        fov: random.between(20, 70),
        moves,
        ...more,
      },
    ],
    actors: [
      { id: 'ground', kind: 'ground' },
      { id: 'ball', kind: 'sphere', radius: 0.3, position: [0, random.between(0, 1), 0] },
      {
        id: 'ann',
        kind: 'person',
        motion: [
          {
            kind: 'path',
            points: [
              [-4, 0, 0],
              [0, 0, 0.6],
              [4, 0, 0],
            ],
            speed: 1.4,
          },
        ],
      },
    ],
  })
  return parseScene(text, 'rig.json')
}

function measured(moves: unknown, seed: number, more: object = {}) {
  const scene = sceneWith(moves, Random.of(seed), more)
  const take = shoot(scene)
  const [camera] = take.cameras
  const views = viewsOf(camera!, 0, take.frames)
  const ball = take.cast.find(({ id }) => id === 'ball')!.track.position as Vec3
  const at: Vec3 = [ball[0], ball[1] + 0.3, ball[2]]
  const target: Target = {
    at: () => at,
    distance: (frame) => Math.hypot(...views[frame]!.position.map((p, k) => p - at[k]!)),
  }
  return labelsOf(views, take.fps, target)
}

const SEEDS = Array.from({ length: 20 }, (_, seed) => seed)

describe.each(CLASSES)('$name', ({ move, measured: expected }) => {
  test('is measured as what was asked for, and as nothing else', () => {
    for (const seed of SEEDS) {
      const ease = ['linear', 'in', 'out', 'in-out'][seed % 4]
      const labels = measured([{ ...move, ease }], seed)
      if (!expected) {
        expect(labels, `seed ${seed}`).toEqual({
          motions: [],
          isStatic: 'present',
          steadiness: 'static',
          complexity: 'no',
        })
        continue
      }
      expect(labels.motions, `seed ${seed}`).toHaveLength(1)
      expect(labels.only, `seed ${seed}`).toEqual(expected)
      expect(labels.steadiness, `seed ${seed}`).toBe('very_smooth')
      expect(labels.complexity, `seed ${seed}`).toBe('major_simple')
    }
  })

  test('so it is in a hand', () => {
    for (const seed of SEEDS) {
      const labels = measured([move], seed, { handheld: 1 })
      const found = labels.motions.filter(({ status }) => status === 'present')
      expect(
        found.map(({ motion, to }) => ({ motion, to })),
        `seed ${seed}`,
      ).toEqual(expected ? [expected] : [])
      // Between two words it has none.
      expect(labels.steadiness ?? 'grey', `seed ${seed}`).not.toMatch(/smooth|static/)
    }
  })
})

test.each(['arc left', 'arc right', 'crane up', 'crane down', 'dolly-zoom in', 'dolly-zoom out'])(
  '%s',
  (name) => {
    const [kind, to] = name.split(' ')
    for (const seed of SEEDS) {
      const { only, motions } = measured(
        [{ kind, to, ...(kind === 'crane' && { amount: 20 }) }],
        seed,
      )
      expect(only, `seed ${seed} ${JSON.stringify(motions)}`).toEqual({ motion: kind, to })
    }
  },
)

test('one after the other, and at once', () => {
  const found = measured(
    [
      [
        { kind: 'arc', to: 'left', amount: 40 },
        { kind: 'pedestal', to: 'up' },
      ],
      { kind: 'static', seconds: 1 },
    ],
    4,
  ).motions
  expect(found.map(({ motion, to }) => `${motion} ${to}`).sort()).toEqual([
    'arc left',
    'pedestal up',
  ])
  for (const { until } of found) expect(until).toBeLessThanOrEqual(49)
})
