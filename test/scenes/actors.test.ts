import { expect, test } from 'vitest'
import { Material } from '../../scenes/schema/material.ts'
import { KINDS, blueprintOf, boundsOf, type KindName } from '#scenes'
import { actorOf, KIND_NAMES as names } from '../kinds.ts'

/** Grow into the ground or are set into it, so that they stand on slopes too: metres below y = 0. */
const ROOTED: Partial<Record<KindName, number>> = {
  tree: 0.6,
  rock: 0.8,
  cactus: 0.3,
  bush: 0.1,
  pond: 0.2,
  campfire: 0.05,
  room: 0.13,
  // Their middle is what flies along a path.
  bird: 0.4,
  butterfly: 0.3,
}

test.each(names)('%s is listed under its own name and says what it is', (name) => {
  expect(KINDS[name].kind).toBe(name)
  expect(KINDS[name].doc).toMatch(/^[A-Z].*\.$/)
})

test.each(names)('%s grows the same from the same id and seed', (name) => {
  expect(blueprintOf(actorOf(name, 'one'), 7)).toEqual(blueprintOf(actorOf(name, 'one'), 7))
})

test.each(names)('%s has the same parts, materials apart, whatever its id', (name) => {
  const shapes = (id: string) =>
    blueprintOf(actorOf(name, id), 7).parts.map((part) => part.shape.kind)
  const chancy: KindName[] = ['bookshelf', 'building']
  if (!chancy.includes(name)) expect(shapes('two')).toEqual(shapes('one'))
})

test.each(names)('%s stands on its origin and has a sensible size', (name) => {
  if (name === 'ground') return
  const { min, max } = boundsOf(blueprintOf(actorOf(name, 'one'), 7).parts)
  expect(min[1]).toBeGreaterThanOrEqual(-(ROOTED[name] ?? 0.03))
  expect(min[1]).toBeLessThan(0.05)
  const size = Math.max(...max.map((edge, axis) => edge - (min[axis] as number)))
  expect(size).toBeGreaterThan(0.01)
  expect(size).toBeLessThan(100)
})

test.each(names)('%s is made of materials and numbers that the renderer takes', (name) => {
  const { parts, lights = [] } = blueprintOf(actorOf(name, 'one'), 7)
  expect(parts.length).toBeGreaterThan(0)
  expect(parts.length).toBeLessThan(400)
  for (const part of parts) expect(Material.safeParse(part.material).error).toBeUndefined()
  expect(JSON.stringify([parts, lights])).not.toMatch(/null|NaN/)
  for (const light of lights) expect(light.strength).toBeGreaterThan(0)
})

test('prisms run counter-clockwise, so that their faces look outwards', () => {
  for (const name of names)
    for (const { shape } of blueprintOf(actorOf(name, 'one'), 7).parts) {
      if (shape.kind !== 'prism') continue
      const area = shape.outline.reduce((sum, [x, y], i, all) => {
        const [nextX, nextY] = all[(i + 1) % all.length] as [number, number]
        return sum + x * nextY - nextX * y
      }, 0)
      expect(area, `${name}: ${JSON.stringify(shape.outline)}`).toBeGreaterThan(0)
    }
})

test.each([
  ['building', { style: 'glass-office', floors: 12, width: 18, litWindows: 0.5 }],
  ['building', { style: 'plaster', roof: 'pitched', shop: true, litWindows: 1 }],
  ['tree', { species: 'pine' }],
  ['tree', { species: 'palm' }],
  ['car', { type: 'bus', lights: true }],
  ['car', { type: 'truck', lights: true }],
  ['room', { ceiling: true, open: [], windows: ['left', 'back', 'right'] }],
  ['toy-train', { wagons: 4 }],
  ['vase', { tulips: 15 }],
  ['rug', { size: [10, 10] }],
  ['fence', { length: 40 }],
] as const)('%s %o stays below 400 parts', (name, fields) => {
  expect(blueprintOf(actorOf(name, 'one', fields), 7).parts.length).toBeLessThan(400)
})

test('every lamp that can be lit gives light only when it is on', () => {
  const lit = (kind: KindName, fields: Record<string, unknown>) =>
    (blueprintOf(actorOf(kind, 'one', fields), 7).lights ?? []).length
  for (const kind of ['street-lamp', 'lamp', 'lantern', 'television'] as const) {
    expect(lit(kind, { on: true }), kind).toBe(1)
    expect(lit(kind, { on: false }), kind).toBe(0)
  }
  expect(lit('candle', { lit: false })).toBe(0)
  expect(lit('campfire', { flames: 0 })).toBe(0)
})

test('an image takes the place of the painting in the same frame', () => {
  const painted = blueprintOf(actorOf('picture', 'one'), 7).parts
  const printed = blueprintOf(actorOf('picture', 'one', { image: 'hills' }), 7).parts
  expect(printed.slice(0, 5)).toEqual(painted.slice(0, 5))
  expect(printed.slice(5)).toMatchObject([{ image: 'hills', material: { surface: 'paper' } }])
  expect(painted.some(({ image }) => image !== undefined)).toBe(false)
  expect(boundsOf(printed)).toEqual(boundsOf(painted))
})

test('a tree grows otherwise under another id, but as the same species', () => {
  const one = blueprintOf(actorOf('tree', 'one'), 7)
  const two = blueprintOf(actorOf('tree', 'two'), 7)
  expect(two).not.toEqual(one)
  expect(two.parts.length).toBe(one.parts.length)
})
