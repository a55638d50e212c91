import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScene, type TakeEvent } from '#scenes'
import { play, posesOf, sceneOf } from './played.ts'

const floor = { id: 'floor', kind: 'ground', size: [20, 20], material: { surface: 'concrete' } }

async function eventsOf(actors: unknown[], more: object = {}): Promise<TakeEvent[]> {
  const { events } = await play(sceneOf([floor, ...actors], more))
  return events
}

function only(events: TakeEvent[], kind: TakeEvent['kind'], actor?: string): TakeEvent[] {
  return events.filter((event) => event.kind === kind && (!actor || event.actor === actor))
}

test('a dropped ball meets the floor when mechanics says, bounces and comes to rest', async () => {
  const height = 1
  const ball = {
    id: 'ball',
    kind: 'sphere',
    radius: 0.1,
    position: [0, height, 0],
    body: { material: 'cork' },
  }
  const events = await eventsOf([ball], { frames: 97 })
  const [first] = only(events, 'contact')
  expect(first).toMatchObject({ actor: 'ball', other: 'floor' })
  expect(first?.t).toBeCloseTo(Math.sqrt((2 * height) / 9.81), 1.7)
  expect(Math.abs(first?.point?.[1] ?? 9)).toBeLessThan(0.01)
  // The blow reverses the fall: mass times the speed of arrival and departure.
  const mass = 200 * (4 / 3) * Math.PI * 0.1 ** 3
  const share = Math.sqrt(0.5 * 0.6)
  const blow = mass * Math.sqrt(2 * 9.81 * height) * (1 + share)
  expect(Math.abs((first?.impulse ?? 0) / blow - 1)).toBeLessThan(0.05)
  expect(only(events, 'bounce')[0]?.t).toBe(first?.t)
  expect(only(events, 'rest', 'ball')).toHaveLength(1)
})

test('what stands still from the start has no event', async () => {
  const stack = [0, 1, 2].map((i) => ({
    id: `box${i}`,
    kind: 'box',
    size: [0.4, 0.3, 0.4],
    position: [0, 0.3 * i, 0],
    body: {},
  }))
  expect(await eventsOf(stack)).toEqual([])
})

test('a ball rolls, a block slides and stops', async () => {
  const events = await eventsOf([
    { id: 'ball', kind: 'sphere', radius: 0.1, body: { velocity: [1, 0, 0], spin: [0, 0, -573] } },
    {
      id: 'block',
      kind: 'box',
      size: [0.3, 0.1, 0.3],
      position: [0, 0, 2],
      body: { material: 'wood', velocity: [2, 0, 0] },
    },
  ])
  expect(only(events, 'roll').map(({ actor, other }) => [actor, other])).toEqual([
    ['ball', 'floor'],
  ])
  const [slide] = only(events, 'slide')
  expect(slide).toMatchObject({ actor: 'block', other: 'floor' })
  const [rest] = only(events, 'rest', 'block')
  const mu = Math.sqrt(0.4 * 0.6)
  expect(rest?.t).toBeCloseTo(2 / (mu * 9.81), 1)
  expect(slide?.until).toBeCloseTo(rest?.t ?? 0, 1)
})

test('a pushed post topples, a nudged one does not, a ball cannot', async () => {
  const post = (id: string, x: number, speed: number) => ({
    id,
    kind: 'box',
    size: [0.1, 0.6, 0.1],
    position: [x, 0, 0],
    body: {
      asleep: speed === 0,
      impulses: speed ? [{ t: 0.5, impulse: [speed, 0, 0], at: [0, 0.6, 0] }] : [],
    },
  })
  const mass = 1050 * 0.006
  const events = await eventsOf([
    post('pushed', 0, 0.8 * mass),
    post('nudged', 2, 0.05 * mass),
    post('left', 4, 0),
    { id: 'ball', kind: 'sphere', radius: 0.1, position: [6, 0, 0], body: { velocity: [1, 0, 0] } },
  ])
  expect(only(events, 'topples').map(({ actor }) => actor)).toEqual(['pushed'])
  const [event] = only(events, 'topples')
  expect(event?.t).toBeGreaterThan(0.5)
  expect(event?.until).toBeGreaterThan(event?.t ?? 9)
})

test('a ball rolls off a table; a box loses its support when that is shot away', async () => {
  const table = { id: 'table', kind: 'box', size: [1, 0.8, 1], material: { surface: 'wood' } }
  const events = await eventsOf([
    table,
    {
      id: 'ball',
      kind: 'sphere',
      radius: 0.08,
      position: [0, 0.8, 0],
      body: { velocity: [1.2, 0, 0], spin: [0, 0, -860] },
    },
    {
      id: 'stone',
      kind: 'box',
      size: [0.3, 0.3, 0.3],
      position: [5, 0, 0],
      material: { surface: 'rock' },
      body: { material: 'ice', impulses: [{ t: 0.5, impulse: [75, 0, 0] }] },
    },
    {
      id: 'load',
      kind: 'box',
      size: [0.3, 0.3, 0.3],
      position: [5, 0.3, 0],
      body: { friction: 0.01 },
    },
  ])
  expect(only(events, 'falls-off')).toMatchObject([{ actor: 'ball', other: 'table' }])
  expect(only(events, 'loses-support')).toMatchObject([{ actor: 'load', other: 'stone' }])
})

test('a joint breaks when the pull is more than it bears', async () => {
  const load = (id: string, x: number, breakForce: number) => ({
    actor: { id, kind: 'sphere', radius: 0.1, position: [x, 2, 0], body: { material: 'steel' } },
    joint: {
      kind: 'rope',
      id: `rope_${id}`,
      body: id,
      at: [x, 2.2, 0],
      to: [x, 3.2, 0],
      breakForce,
    },
  })
  // 7850 kg/m3 of it weigh 32.9 kg: 323 N.
  const all = [load('light', 0, 400), load('heavy', 2, 250)]
  const events = await eventsOf(
    all.map(({ actor }) => actor),
    {
      physics: { joints: all.map(({ joint }) => joint) },
    },
  )
  expect(only(events, 'breaks-off').map(({ actor }) => actor)).toEqual(['heavy'])
  expect(only(events, 'contact')[0]).toMatchObject({ actor: 'heavy', other: 'floor' })
})

test('wind and explosions push', async () => {
  const crate = (id: string, x: number, material: string) => ({
    id,
    kind: 'box',
    size: [0.3, 0.3, 0.3],
    position: [x, 0, 0],
    body: { material },
  })
  const { actors } = await play(
    sceneOf([floor, crate('foam', 0, 'foam'), crate('stone', 3, 'stone')], {
      physics: { wind: { velocity: [0, 0, 15], from: 0.5 } },
    }),
  )
  const end = (id: string) => actors.find((one) => one.id === id)?.track
  expect(end('foam')?.position.at(-1)).toBeGreaterThan(1)
  expect(end('stone')?.samples).toBeLessThanOrEqual(49)
  expect(Math.abs(end('stone')?.position.at(-1) ?? 9)).toBeLessThan(0.01)

  const burst = await play(
    sceneOf([floor, crate('near', 1, 'wood'), crate('far', 6, 'wood')], {
      physics: { explosions: [{ t: 0.5, at: [0, 0, 0], strength: 60, radius: 4 }] },
    }),
  )
  const moved = (id: string) => burst.actors.find((one) => one.id === id)?.track
  expect((moved('near')?.position.at(-3) ?? 0) - 1).toBeGreaterThan(0.3)
  expect(moved('far')?.samples).toBe(1)
})

test('a row of dominoes topples in order, hit by the ball', { timeout: 30_000 }, async () => {
  const file = 'test/fixtures/physics/dominoes.json'
  const { events } = await play(parseScene(readFileSync(file, 'utf8'), file))
  const hit = only(events, 'contact', 'ball').find(({ other }) => other === 'domino_0')
  const fallen = only(events, 'topples').toSorted((a, b) => (a.until ?? 0) - (b.until ?? 0))
  expect(fallen).toHaveLength(20)
  expect(hit?.t).toBeLessThan(fallen[0]?.t ?? 0)
  const chain = Array.from(
    { length: 19 },
    (_, i) =>
      only(events, 'contact', `domino_${i}`).find(({ other }) => other === `domino_${i + 1}`)?.t,
  )
  expect(chain.every((t, i) => t !== undefined && t >= (chain[i - 1] ?? 0))).toBe(true)
})

test('what falls from a step onto a lower one of the same actor has fallen off', async () => {
  const tread = (id: string, x: number, high: number) => ({
    id,
    kind: 'box',
    size: [0.6, high, 1],
    position: [x, 0, 0],
  })
  const stairs = {
    id: 'stairs',
    kind: 'group',
    noun: { en: 'staircase' },
    body: { type: 'fixed' },
    children: [tread('high', 0, 0.6), tread('low', 0.6, 0.3)],
  }
  const ball = {
    id: 'ball',
    kind: 'sphere',
    radius: 0.06,
    position: [0, 0.6, 0],
    body: { material: 'leather', velocity: [0.8, 0, 0], spin: [0, 0, -760] },
  }
  const events = await eventsOf([stairs, ball])
  const [first] = only(events, 'falls-off', 'ball')
  expect(first).toMatchObject({ other: 'stairs' })
  expect(first?.t).toBeLessThan(0.6)
})

test('what is thrown up or hops down a slope does not fall off', async () => {
  const slope = { id: 'slope', kind: 'box', size: [6, 0.2, 2], position: [0, 1, 0] }
  const events = await eventsOf([
    { ...slope, rotation: [0, 0, -25] },
    {
      id: 'hopping',
      kind: 'sphere',
      radius: 0.06,
      position: [-1.4, 2.2, 0],
      body: { material: 'rubber' },
    },
    { id: 'plinth', kind: 'box', size: [0.4, 0.5, 0.4], position: [0, 0, 4] },
    {
      id: 'thrown',
      kind: 'sphere',
      radius: 0.08,
      position: [0, 0.5, 4],
      body: {
        material: 'leather',
        impulses: [{ t: 0.3, impulse: [860 * 0.00214 * 1.5, 860 * 0.00214 * 3, 0] }],
      },
    },
  ])
  expect(only(events, 'contact', 'hopping').length).toBeGreaterThan(1)
  expect(only(events, 'contact', 'thrown')[0]).toMatchObject({ other: 'floor' })
  expect(only(events, 'falls-off')).toEqual([])
})

test('what topples is judged by the axis that was up, not by its own Y', async () => {
  const blow = (mass: number, speed: number, at: number[]) => [
    { t: 0.4, impulse: [0, 0, speed * mass], at },
  ]
  const events = await eventsOf(
    [
      {
        id: 'plank',
        kind: 'box',
        size: [0.9, 0.08, 0.2],
        position: [0.04, 0.45, 0],
        pivot: [0, 0, 0],
        rotation: [0, 0, 90],
        body: { impulses: [{ t: 0.4, impulse: [0.8 * 15, 0, 0], at: [0.4, 0.04, 0] }] },
      },
      {
        id: 'lying',
        kind: 'box',
        size: [0.2, 0.9, 0.08],
        position: [3, 0.04, 0],
        pivot: [0, 0, 0],
        rotation: [90, 0, 0],
        body: { impulses: blow(15, 1, [0, 0.45, 0]) },
      },
      {
        id: 'drum',
        kind: 'cylinder',
        radius: 0.15,
        height: 0.6,
        position: [6, 0.15, 0],
        pivot: [0, 0, 0],
        rotation: [0, 0, 90],
        body: { impulses: blow(44, 1.5, [0.15, 0.3, 0]) },
      },
      {
        id: 'wheel',
        kind: 'cylinder',
        radius: 0.2,
        height: 0.06,
        position: [-3.03, 0.2, 0],
        pivot: [0, 0, 0],
        rotation: [0, 0, -90],
        body: { impulses: [{ t: 0.4, impulse: [8, 0, 0], at: [0.19, 0.03, 0] }] },
      },
      {
        id: 'dropped',
        kind: 'box',
        size: [0.1, 0.6, 0.1],
        position: [-6, 0.05, 0],
        body: { impulses: [{ t: 1.2, impulse: [0.8 * 6.3, 0, 0], at: [0, 0.55, 0] }] },
      },
    ],
    { frames: 73 },
  )
  expect(
    only(events, 'topples')
      .map(({ actor }) => actor)
      .toSorted(),
  ).toEqual(['dropped', 'plank', 'wheel'])
})

test('a sleeper on what moves rides with it, and wakes when that sets off', async () => {
  const plate = (id: string, x: number, to: number[]) => ({
    id,
    kind: 'box',
    size: [1, 0.3, 1],
    position: [x, 0, 0],
    body: { type: 'kinematic' },
    motion: [
      {
        kind: 'move',
        keys: [
          { t: 0.5, position: [x, 0, 0] },
          { t: 1.5, position: to },
        ],
      },
    ],
  })
  const load = (id: string, position: number[]) => ({
    id,
    kind: 'box',
    size: [0.2, 0.2, 0.2],
    position,
    body: { asleep: true, friction: 1 },
  })
  const take = await play(
    sceneOf([
      floor,
      plate('lift', 0, [0, 0.5, 0]),
      load('lifted', [0, 0.3, 0]),
      load('above', [0, 0.5, 0]),
      plate('cart', 4, [4.5, 0, 0]),
      load('carried', [4, 0.3, 0]),
      plate('ram', -4, [-4.4, 0, 0]),
      load('pushed', [-4.6, 0, 0]),
    ]),
  )
  const at = (id: string, frame: number) => posesOf(take, id)[frame]?.position as number[]
  for (const [id, start, end] of [
    ['lifted', [0, 0.3, 0], [0, 0.8, 0]],
    ['above', [0, 0.5, 0], [0, 1, 0]],
    ['carried', [4, 0.3, 0], [4.5, 0.3, 0]],
    ['pushed', [-4.6, 0, 0], [-5, 0, 0]],
  ] as const) {
    start.forEach((p, k) => expect(at(id, 11)[k], id).toBeCloseTo(p, 6))
    end.forEach((p, k) => expect(Math.abs((at(id, 48)[k] ?? 9) - p), id).toBeLessThan(0.06))
  }
})
