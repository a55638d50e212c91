import { expect, test } from 'vitest'
import { SURFACES } from '#scenes'
import { type Baked, bake, compose, composeGain } from '../../renderer/surfaces/bake.ts'
import { surfaces } from '../../renderer/surfaces/index.ts'
import { linearOfByte, linearOfHex } from '../../renderer/surfaces/srgb.ts'
import type { Surface } from '../../renderer/surfaces/surface.ts'
import { paintSurfaces, surfaceMaterial } from '../../renderer/surfaces/texture.ts'

const sources = import.meta.glob<string>('../../renderer/surfaces/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const all: Surface[] = Object.values(surfaces)
const painted = all.filter((surface) => surface.paint)
const maps = new Map(painted.map((surface) => [surface.name, bake(surface)!]))

test('every surface a scene may name is in the table, under its own name', () => {
  expect(Object.keys(surfaces).sort()).toEqual([...SURFACES].sort())
  for (const [name, surface] of Object.entries(surfaces)) expect(surface.name).toBe(name)
})

test('nothing in a surface asks for chance or the time', () => {
  expect(Object.keys(sources).length).toBeGreaterThan(all.length)
  for (const [file, source] of Object.entries(sources)) {
    expect(source, file).not.toMatch(/Math\.random|Date|performance/)
  }
})

test.each(painted)('$name has no seam', (surface) => {
  const { resolution, albedo, normal, roughness } = maps.get(surface.name)!
  for (const bytes of [albedo, normal, roughness]) {
    if (!bytes) continue
    for (const along of ['u', 'v'] as const) {
      const steps = stepsBetweenLines(bytes, resolution, along)
      const seam = steps.at(-1)!
      const inner = steps.slice(0, -1).sort((a, b) => a - b)
      expect(seam, along).toBeLessThanOrEqual(inner.at(-1)! * 1.1)
    }
  }
})

test.each(painted)('$name bakes to the same bytes twice', (surface) => {
  expect(hash(bake(surface)!)).toBe(hash(maps.get(surface.name)!))
})

test.each(painted)("$name keeps the author's colour on average", (surface) => {
  const { albedo, gain } = maps.get(surface.name)!
  const sums = [0, 0, 0]
  let weight = 0
  for (let i = 0; i < albedo.length; i += 4) {
    weight += albedo[i + 3]
    for (let c = 0; c < 3; c++) sums[c] += linearOfByte[albedo[i + c]] * gain[c] * albedo[i + 3]
  }
  for (const sum of sums) expect(sum / weight).toBeCloseTo(1, 2)
})

test.each(painted)('$name is neither flat nor noisy', (surface) => {
  const { albedo, gain } = maps.get(surface.name)!
  const greens = Array.from(
    albedo.filter((_, i) => i % 4 === 1),
    (byte) => linearOfByte[byte] * gain[1],
  )
  const spread = Math.sqrt(greens.reduce((sum, g) => sum + (g - 1) ** 2, 0) / greens.length)
  expect(spread).toBeGreaterThan(0.01)
  expect(spread).toBeLessThan(0.5)
})

test('a red brick wall has red bricks and grey mortar', () => {
  const bytes = compose(maps.get('brick')!, '#c03028', surfaces.brick.bareColor)
  const { albedo } = maps.get('brick')!
  const bricks = meanWhere(bytes, (i) => albedo[i + 3] === 255)
  const mortar = meanWhere(bytes, (i) => albedo[i + 3] === 0)
  const red = linearOfHex('#c03028')
  bricks.forEach((channel, c) => expect(Math.abs(channel - red[c])).toBeLessThan(0.02))
  expect(mortar[0] / mortar[2]).toBeLessThan(1.5)
})

test('materials of one surface share their textures and repeat them in metres', () => {
  const crate = surfaceMaterial({ surface: 'planks', color: '#aa3322' })
  const floor = surfaceMaterial({ surface: 'planks' })
  expect(crate.map).toBe(floor.map)
  expect(crate.map!.repeat.x).toBeCloseTo(1 / surfaces.planks.size[0])
  expect(crate.color.getHex()).not.toBe(floor.color.getHex())
})

test('a surface is painted when it is asked for, and its colour with it', () => {
  const { map, color, normalMap } = surfaceMaterial({ surface: 'bark' })
  const bytes = () =>
    [map, normalMap].map((one) => (one!.image as { data: Uint8Array | null }).data)
  const before = color.clone()
  expect(bytes()).toEqual([null, null])
  paintSurfaces()
  for (const one of bytes()) expect(one).toHaveLength(4 * surfaces.bark.resolution ** 2)
  expect(color.equals(before)).toBe(false)
  const painted = color.clone()
  paintSurfaces()
  expect(color.equals(painted)).toBe(true)
})

test.each(all)('$name says whether its gloss varies', (surface) => {
  expect(bake(surface)?.roughness !== undefined).toBe(surface.variesGloss ?? false)
})

test('a map of the roughness is worn only where it can be seen', () => {
  expect(surfaceMaterial({ surface: 'asphalt' })).toHaveProperty('roughnessMap', null)
  expect(surfaceMaterial({ surface: 'asphalt', roughness: 0.2 })).not.toHaveProperty(
    'roughnessMap',
    null,
  )
})

test('plaster only scatters, unless somebody polishes it', () => {
  expect(surfaceMaterial({ surface: 'plaster' })).not.toHaveProperty('roughness')
  expect(surfaceMaterial({ surface: 'plaster', roughness: 0.3 })).toHaveProperty('roughness', 0.3)
})

test('glass lets things behind it through and hides none of them from the depth test', () => {
  const pane = surfaceMaterial({ surface: 'glass' })
  expect(pane).toMatchObject({ transparent: true, depthWrite: false, map: null })
})

/** Mean difference between each line of texels and the next; the last one is between the two edges. */
function stepsBetweenLines(bytes: Uint8Array, n: number, along: 'u' | 'v'): number[] {
  const at = (line: number, k: number) => 4 * (along === 'u' ? k * n + line : line * n + k)
  return Array.from({ length: n }, (_, line) => {
    let sum = 0
    for (let k = 0; k < n; k++) {
      for (let c = 0; c < 3; c++) {
        sum += Math.abs(bytes[at(line, k) + c] - bytes[at((line + 1) % n, k) + c])
      }
    }
    return sum / n
  })
}

function meanWhere(bytes: Uint8Array, counts: (i: number) => boolean): number[] {
  const sums = [0, 0, 0]
  let count = 0
  for (let i = 0; i < bytes.length; i += 4) {
    if (!counts(i)) continue
    count++
    for (let c = 0; c < 3; c++) sums[c] += linearOfByte[bytes[i + c]] * composeGain
  }
  return sums.map((sum) => sum / count)
}

/** FNV-1a over all the maps. */
function hash({ albedo, normal, roughness }: Baked): number {
  let h = 0x811c9dc5
  for (const bytes of [albedo, normal, roughness]) {
    for (const byte of bytes ?? []) h = Math.imul(h ^ byte, 0x01000193)
  }
  return h >>> 0
}
