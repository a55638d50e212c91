import { describe, expect, test } from 'vitest'
import { blueprintOf, boundsOf, OPERATORS, solidActors } from '#scenes'
import { heightAt } from '../../../scenes/shape/relief.ts'
import { ball, castOf, ground, places, template, withActor } from './templates.ts'

/** The numbers that an operator draws for seeds 0 to n - 1, as a camera's field of view. */
function draws(operator: unknown, n = 1000): number[] {
  const of = template({ cameras: [{ position: [0, 2, 8], lookAt: [0, 0.5, 0], fov: operator }] })
  return Array.from({ length: n }, (_, seed) => castOf(of, seed).scene.cameras[0]?.fov as number)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function deviation(values: readonly number[]): number {
  const middle = mean(values)
  return Math.sqrt(mean(values.map((value) => (value - middle) ** 2)))
}

/** How often each word was drawn as the ball's colour. */
function words(operator: unknown, n = 1000): Record<string, number> {
  const of = withActor({ ...ball, material: { color: operator } })
  const counts: Record<string, number> = {}
  for (let seed = 0; seed < n; seed++) {
    const [, actor] = castOf(of, seed).scene.actors
    const color = actor?.kind === 'sphere' ? (actor.material.color ?? '') : ''
    counts[color] = (counts[color] ?? 0) + 1
  }
  return counts
}

describe('every operator', () => {
  test.each(OPERATORS.map((operator) => [operator.name, operator] as const))(
    '%s has a sentence, and an example that casts',
    (name, { doc, example }) => {
      expect(doc).toMatch(/^[A-Z].*\.$/)
      expect(Object.keys(example as object)).toEqual([name])
      const of = template(
        {
          params: { count: { type: 'int', default: 2 } },
          let: { ball_color: 'red', example },
          actors: [ground, ball, { id: 'table', kind: 'table', position: [3, 0, 0] }],
          title: { $expr: "example == 1 ? 'one' : 'another'" },
        },
        {
          'fragments/ball.json':
            '{ "params": { "color": { "type": "color" } }, "value": { "$param": "color" } }',
        },
      )
      expect(castOf(of).scene.title).toMatch(/^(one|another)$/)
    },
  )
})

describe('draws', () => {
  test('$uniform spreads evenly and keeps its limits', () => {
    const values = draws({ $uniform: [20, 60] })
    expect(Math.min(...values)).toBeGreaterThanOrEqual(20)
    expect(Math.max(...values)).toBeLessThanOrEqual(60)
    expect(Math.abs(mean(values) - 40)).toBeLessThan(1.2)
    expect(Math.abs(deviation(values) - 40 / Math.sqrt(12))).toBeLessThan(0.6)
    for (let tenth = 0; tenth < 10; tenth++) {
      const inside = values.filter((v) => v >= 20 + 4 * tenth && v < 24 + 4 * tenth)
      expect(inside.length).toBeGreaterThan(65)
      expect(inside.length).toBeLessThan(135)
    }
  })

  test('$int reaches both ends, each as often', () => {
    const values = draws({ $int: [30, 33] })
    for (const wanted of [30, 31, 32, 33])
      expect(values.filter((value) => value === wanted).length / values.length).toBeCloseTo(0.25, 1)
  })

  test('$normal has its mean and deviation, and is cut off', () => {
    const free = draws({ $normal: { mean: 50, sd: 5 } })
    expect(Math.abs(mean(free) - 50)).toBeLessThan(0.6)
    expect(deviation(free)).toBeGreaterThan(4.6)
    expect(deviation(free)).toBeLessThan(5.4)
    expect(Math.max(...free)).toBeLessThanOrEqual(65)
    const cut = draws({ $normal: { mean: 50, sd: 5, min: 48, max: 51 } }, 300)
    expect(Math.min(...cut)).toBeGreaterThanOrEqual(48)
    expect(Math.max(...cut)).toBeLessThanOrEqual(51)
  })

  test('$pick takes each as often, or by weight', () => {
    const even = words({ $pick: ['red', 'blue'] })
    expect((even['red'] ?? 0) / 1000).toBeCloseTo(0.5, 1)
    const weighted = words({
      $pick: [
        { weight: 3, value: 'red' },
        { weight: 1, value: 'blue' },
        { weight: 0, value: 'green' },
      ],
    })
    expect((weighted['red'] ?? 0) / 1000).toBeCloseTo(0.75, 1)
    expect(weighted['green']).toBeUndefined()
  })

  test('$pick takes whole actors, lists and operators', () => {
    const of = withActor({
      $pick: [
        { id: 'one', kind: 'mug' },
        { id: 'one', kind: 'sphere', radius: { $uniform: [0.3, 0.5] } },
      ],
    })
    const kinds = Array.from({ length: 20 }, (_, seed) => castOf(of, seed).scene.actors[1]?.kind)
    expect(new Set(kinds)).toEqual(new Set(['mug', 'sphere']))
  })

  test('$sample takes different ones', () => {
    const of = template({
      let: { colors: { $sample: { from: ['red', 'blue', 'green', 'white'], count: 3 } } },
      title: { $expr: "colors[0] + ' ' + colors[1] + ' ' + colors[2]" },
    })
    const titles = Array.from({ length: 100 }, (_, seed) => castOf(of, seed).scene.title ?? '')
    for (const title of titles) expect(new Set(title.split(' ')).size).toBe(3)
    expect(new Set(titles).size).toBeGreaterThan(15)
  })

  test('$chance leaves its place empty otherwise', () => {
    const of = template({
      actors: [
        ground,
        ball,
        {
          $chance: {
            probability: 0.3,
            then: { id: 'cone', kind: 'cone', radius: 0.4, height: 1, position: [2, 0, 0] },
          },
        },
      ],
      world: { fog: { $chance: { probability: 0.5, then: { visibility: 200 } } } },
    })
    const scenes = Array.from({ length: 500 }, (_, seed) => castOf(of, seed).scene)
    expect(scenes.filter(({ actors }) => actors.length === 3).length / 500).toBeCloseTo(0.3, 1)
    const foggy = scenes.filter(({ world }) => world.fog)
    expect(foggy.length / 500).toBeCloseTo(0.5, 1)
    expect(Object.hasOwn(scenes.find(({ world }) => !world.fog)?.world ?? {}, 'fog')).toBe(false)
  })
})

describe('$repeat', () => {
  test('appends its index to ids, counts, and may be within another', () => {
    const of = withActor({
      $repeat: {
        count: 2,
        index: 'row',
        of: {
          id: 'rank',
          kind: 'group',
          position: [0, 0, { $expr: 'row * 2' }],
          children: [
            {
              $repeat: {
                count: { $expr: 'row + 1' },
                of: {
                  id: 'ball',
                  kind: 'sphere',
                  radius: 0.2,
                  position: [{ $expr: '$index' }, 0, 0],
                },
              },
            },
          ],
        },
      },
    })
    expect(solidActors(castOf(of).scene).map(({ id }) => id)).toEqual([
      'ground',
      'ball_0_0',
      'ball_1_0',
      'ball_1_1',
    ])
  })

  test('is a list elsewhere, and its count may be a choice', () => {
    const of = withActor({
      ...ball,
      motion: [
        {
          kind: 'path',
          points: { $repeat: { count: { $int: [2, 5] }, of: [{ $expr: '$index * 0.2' }, 0, 0] } },
          speed: 1,
        },
      ],
    })
    const counts = Array.from({ length: 40 }, (_, seed) => {
      const [motion] = castOf(of, seed).scene.actors[1]?.motion ?? []
      return motion?.kind === 'path' ? motion.points.length : 0
    })
    expect([...new Set(counts)].sort((a, b) => a - b)).toEqual([2, 3, 4, 5])
  })

  test('gives each copy values of its own by `let`', () => {
    const of = withActor({
      $repeat: {
        count: 3,
        let: { r: { $uniform: [0.1, 0.4] } },
        of: {
          id: 'ball',
          kind: 'sphere',
          radius: { $ref: 'r' },
          position: [{ $expr: '$index * 2 - 2' }, { $expr: 'r' }, 0],
        },
      },
    })
    const balls = castOf(of).scene.actors.slice(1)
    const radii = balls.map((one) => (one.kind === 'sphere' ? one.radius : 0))
    expect(new Set(radii).size).toBe(3)
    expect(balls.map(({ position }) => position[1])).toEqual(radii)
  })
})

describe('names', () => {
  test('a picked value is the same wherever it is referred to, also before it stands', () => {
    const of = template({
      title: { $expr: "'The ' + color + ' ball'" },
      actors: [
        ground,
        {
          ...ball,
          noun: { en: { $expr: "color + ' ball'" } },
          material: { color: { $pick: ['red', 'blue', 'green'], $as: 'color' } },
        },
        {
          id: 'cone',
          kind: 'cone',
          radius: 0.4,
          height: 1,
          position: [2, 0, 0],
          material: { color: { $ref: 'color' } },
        },
      ],
    })
    for (let seed = 0; seed < 20; seed++) {
      const { title, actors } = castOf(of, seed).scene
      const [, one, cone] = actors
      const color = one?.kind === 'sphere' ? one.material.color : undefined
      expect(cone?.kind === 'cone' && cone.material.color).toBe(color)
      expect(title).toBe(`The ${color} ball`)
      expect(one?.noun?.en).toBe(`${color} ball`)
    }
  })

  test('parameters have defaults, and are given', () => {
    const of = withActor(
      { ...ball, radius: { $param: 'radius' } },
      { params: { radius: { type: 'number', min: 0.1, max: 2, default: 0.5 } } },
    )
    expect(castOf(of).scene.actors[1]).toMatchObject({ radius: 0.5 })
    expect(castOf(of, 0, { radius: 1.5 }).scene.actors[1]).toMatchObject({ radius: 1.5 })
    expect(castOf(of, 0, { radius: 1.5 }).params).toEqual({ radius: 1.5 })
  })
})

describe('$use', () => {
  const files = {
    'parts/ball.json': JSON.stringify({
      params: { color: { type: 'color' }, x: { type: 'number', default: 0 } },
      let: { r: { $uniform: [0.2, 0.4] } },
      value: {
        id: 'ball',
        kind: 'sphere',
        radius: { $ref: 'r' },
        position: [{ $param: 'x' }, 0, 0],
        material: { color: { $param: 'color' } },
      },
    }),
    'parts/pair.json': JSON.stringify({
      value: [
        { $use: { file: 'ball.json', id: 'left', with: { color: 'red', x: -1 } } },
        { $use: { file: '../parts/ball.json', id: 'right', with: { color: 'blue', x: 1 } } },
      ],
    }),
  }

  test('brings a fragment with arguments, draws and names of its own', () => {
    const of = withActor(
      { $use: { file: 'parts/ball.json', with: { color: { $pick: ['red', 'blue'] } } } },
      {},
      files,
    )
    const radii = Array.from({ length: 5 }, (_, seed) => {
      const actor = castOf(of, seed).scene.actors[1]
      return actor?.kind === 'sphere' ? actor.radius : 0
    })
    expect(new Set(radii).size).toBe(5)
  })

  test('of a list is spliced in, and puts its name before ids', () => {
    const { scene } = castOf(withActor({ $use: 'parts/pair.json' }, {}, files))
    expect(scene.actors.map(({ id }) => id)).toEqual(['ground', 'left_ball', 'right_ball'])
    const [, left, right] = scene.actors
    expect(left?.kind === 'sphere' && left.radius).not.toBe(
      right?.kind === 'sphere' && right.radius,
    )
  })
})

describe('placement', () => {
  test('$grid stands in columns, rows and layers about its middle', () => {
    const grid = { columns: 3, rows: 2, layers: 2, spacing: [1, 2], rise: 0.5, at: [0, 0, 1] }
    const of = withActor({
      $grid: { ...grid, of: { id: 'crate', kind: 'box', size: [0.4, 0.5, 0.4] } },
    })
    const at = places(castOf(of))
    expect(Object.keys(at)).toHaveLength(13)
    expect(at['crate_0']).toEqual([-1, 0, 0])
    expect(at['crate_5']).toEqual([1, 0, 2])
    expect(at['crate_6']).toEqual([-1, 0.5, 0])
  })

  test('$ring closes its circle and faces in', () => {
    const of = withActor({
      $ring: { count: 4, radius: 2, face: 'in', of: { id: 'seat', kind: 'chair' } },
    })
    const { scene } = castOf(of)
    const [, first, second] = scene.actors
    expect(first).toMatchObject({ position: [0, 0, 2], rotation: [0, 180, 0] })
    expect(second?.position[0]).toBeCloseTo(2)
    expect(second?.rotation[1]).toBeCloseTo(270)
  })

  test('copies of copies are placed in the frame of the outer one', () => {
    const inner = {
      $line: {
        points: [
          [0, 0, 0],
          [0, 0, 1],
        ],
        count: 2,
        of: { ...ball, radius: 0.2 },
      },
    }
    const of = withActor({ $ring: { count: 2, radius: 3, from: 90, face: 'out', of: inner } })
    const at = places(castOf(of))
    expect(at['ball_0_0']?.[0]).toBeCloseTo(3)
    expect(at['ball_0_1']?.[0]).toBeCloseTo(4)
    expect(at['ball_1_1']?.[0]).toBeCloseTo(-4)
    expect(at['ball_1_1']?.[2]).toBeCloseTo(0)
  })

  test('$line spaces dominoes along a curve, fronts along it', () => {
    const of = withActor({
      $line: {
        points: [
          [-2, 0, 0],
          [0, 0, 1],
          [2, 0, 0],
        ],
        spacing: 0.25,
        of: { id: 'domino', kind: 'box', size: [0.2, 0.4, 0.05] },
      },
    })
    const dominoes = castOf(of).scene.actors.slice(1)
    expect(dominoes.length).toBeGreaterThan(16)
    dominoes.slice(1).forEach((one, i) => {
      const before = dominoes[i]?.position ?? [0, 0, 0]
      const [dx, dz] = [one.position[0] - before[0], one.position[2] - before[2]]
      expect(Math.hypot(dx, dz)).toBeCloseTo(0.25, 1)
      const way = (Math.atan2(dx, dz) * 180) / Math.PI
      expect(Math.abs(one.rotation[1] - way)).toBeLessThan(12)
    })
  })

  test('$stack is as high as what is in it, whatever each is', () => {
    const of = withActor({
      $stack: {
        count: 4,
        at: [0, 0, 0],
        of: { id: 'crate', kind: 'box', size: [0.5, { $uniform: [0.2, 0.6] }, 0.5] },
      },
    })
    for (let seed = 0; seed < 20; seed++) {
      const crates = castOf(of, seed).scene.actors.slice(1)
      let top = 0
      for (const crate of crates) {
        expect(crate.position[1]).toBeCloseTo(top, 5)
        top += crate.kind === 'box' ? crate.size[1] : 0
      }
    }
  })

  test.each([
    ['listed before it', (table: unknown, mug: unknown) => [ground, table, mug]],
    ['listed after it', (table: unknown, mug: unknown) => [ground, mug, table]],
  ])('$on rests on the top of an actor %s', (_, order) => {
    const table = { id: 'table', kind: 'table', position: [1, 0, 0], rotation: [0, 90, 0] }
    const mug = { id: 'mug', kind: 'mug', position: { $on: { actor: 'table', at: [0.3, 0.1] } } }
    const at = places(castOf(template({ actors: order(table, mug) })))
    expect(at['mug']?.[0]).toBeCloseTo(1.1)
    expect(at['mug']?.[1]).toBeCloseTo(0.75)
    expect(at['mug']?.[2]).toBeCloseTo(-0.3)
  })

  test('$on finds the round of a ball, and copies find their own', () => {
    const of = withActor({
      $repeat: {
        count: 2,
        of: {
          id: 'pair',
          kind: 'group',
          position: [{ $expr: '$index * 3 - 1.5' }, 0, 0],
          children: [
            { id: 'base', kind: 'sphere', radius: { $expr: '0.5 + 0.2 * $index' } },
            {
              id: 'hat',
              kind: 'cone',
              height: 0.2,
              radius: 0.1,
              position: { $on: { actor: 'base' } },
            },
          ],
        },
      },
    })
    const hats = solidActors(castOf(of).scene).filter(({ id }) => id.startsWith('hat'))
    expect(hats[0]?.position[1]).toBeCloseTo(1, 2)
    expect(hats[1]?.position[1]).toBeCloseTo(1.4, 2)
  })

  test('$scatter keeps apart, in its area, out of what is kept free, on hills', () => {
    const hilly = { ...ground, relief: 'hills', clearing: 15, spacing: 30 }
    const hills = template({ actors: [hilly, ball, scatter] })
    for (let seed = 0; seed < 10; seed++) {
      const { scene } = castOf(hills, seed)
      const [land, , ...rocks] = scene.actors
      if (land?.kind !== 'ground') throw new Error('no ground')
      const [part] = blueprintOf(land, scene.seed).parts
      if (part?.shape.kind !== 'terrain') throw new Error('no terrain')
      expect(rocks).toHaveLength(12)
      for (const [i, rock] of rocks.entries()) {
        const [x, y, z] = rock.position
        expect(Math.abs(x)).toBeLessThan(30)
        expect(Math.abs(z + 60)).toBeLessThan(30)
        expect(Math.hypot(x, z + 60)).toBeGreaterThan(8)
        expect(y).toBeCloseTo(heightAt(part.shape, x, z), 3)
        for (const other of rocks.slice(0, i)) {
          const apart = Math.hypot(x - other.position[0], z - other.position[2])
          const wide = [rock, other].map((one) => {
            const { max } = boundsOf(blueprintOf(one as typeof land, 0).parts)
            return Math.hypot(max[0], max[2])
          })
          expect(apart).toBeGreaterThanOrEqual((wide[0] ?? 0) + (wide[1] ?? 0) + 0.49)
        }
      }
    }
  })
})

const scatter = {
  $scatter: {
    count: 12,
    on: 'ground',
    center: [0, -60],
    size: [60, 60],
    spacing: 0.5,
    keepOut: [{ center: [0, -60], radius: 8 }],
    of: { id: 'rock', kind: 'box', size: [{ $uniform: [1, 3] }, 1, 1] },
  },
}
