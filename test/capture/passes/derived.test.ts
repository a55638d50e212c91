import { describe, expect, test } from 'vitest'
import { edgesOf } from '../../../capture/passes/edges.ts'
import { occlusionOf } from '../../../capture/passes/occlusion.ts'
import { semanticOf } from '../../../capture/passes/semantic.ts'
import { flows, metres, vectors, vectors16 } from '../../../capture/passes/values.ts'
import { worldNormals } from '../../../capture/passes/world-normals.ts'

const [WIDTH, HEIGHT] = [16, 12]
const COUNT = WIDTH * HEIGHT

describe('codes are read as they are written down', () => {
  test('depth', () => {
    expect([...metres([0, 1, 65_535])]).toEqual([Infinity, Math.fround(0.1), 10_000])
    expect(metres([32_768])[0]).toBeCloseTo(Math.sqrt(0.1 * 10_000), 2)
  })

  test('normals of 8 and of 16 bits are of length one, the sky has none', () => {
    expect([...vectors([128, 128, 255, 0, 0, 0])].map((value) => Math.round(value * 100))).toEqual([
      0, 0, 100, 0, 0, 0,
    ])
    // Planes of y, z, x: one pixel that faces to the right, and the sky.
    const [x, y, z] = vectors16([32_768, 0, 32_768, 0, 65_535, 0])
    expect(x).toBeCloseTo(1, 6)
    expect(Math.hypot(y as number, z as number)).toBeLessThan(1e-4)
    expect([...vectors16([32_768, 0, 32_768, 0, 65_535, 0]).subarray(3)]).toEqual([0, 0, 0])
  })

  test('flow', () => {
    const planes = [32_768 - 64, 9, 1, 0, 32_768 + 96, 9]
    expect([...flows(planes)]).toEqual([1.5, -1, 1, 0, 0, 0])
  })
})

test('categories are told by id, the sky is none', () => {
  expect([...semanticOf(Uint16Array.of(0, 2, 1, 7), [0, 5, 1])]).toEqual([0, 1, 5, 0])
})

test('a normal that faces the camera points against its way ahead in the world', () => {
  // The camera looks along +X of the world: its right is +Z, its down -Y, its ahead +X.
  const pose = [
    [0, 0, 1, 3],
    [0, -1, 0, 2],
    [1, 0, 0, 4],
    [0, 0, 0, 1],
  ]
  const [facing, up, right] = [
    [0, 0, 1],
    [0, 1, 0],
    [1, 0, 0],
  ] as const
  const turned = worldNormals(Float32Array.of(...facing, ...up, ...right, 0, 0, 0), pose)
  expect([...turned].map((value) => value + 0)).toEqual([-1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0])
})

describe('occlusion', () => {
  // A square of four pixels goes three to the right over a background that stands still.
  const square = (left: number) => (at: number) =>
    at % WIDTH >= left && at % WIDTH < left + 4 && at >= 4 * WIDTH && at < 8 * WIDTH
  const ids = (left: number) =>
    Uint16Array.from({ length: COUNT }, (_, at) => (square(left)(at) ? 2 : 1))
  const flow = (left: number, dx: number) =>
    Float32Array.from({ length: 3 * COUNT }, (_, i) =>
      i % 3 === 2 ? 1 : i % 3 === 0 && square(left)((i - (i % 3)) / 3) ? dx : 0,
    )

  test('is where the square goes, and nowhere else', () => {
    const next = { ids: ids(5), backward: flow(5, -3) }
    const seen = occlusionOf(ids(2), flow(2, 3), next, WIDTH, HEIGHT)
    for (let at = 0; at < COUNT; at++) {
      const isCovered = square(5)(at) && !square(2)(at)
      expect(seen[at], `pixel ${at}`).toBe(isCovered ? 0 : 255)
    }
  })

  test('is where the square leaves the picture, and all over without a next frame', () => {
    const next = { ids: ids(15), backward: flow(15, -3) }
    const seen = occlusionOf(ids(12), flow(12, 3), next, WIDTH, HEIGHT)
    const [row] = [5 * WIDTH]
    expect([12, 13, 14, 15].map((x) => seen[row + x])).toEqual([255, 0, 0, 0])
    expect(
      occlusionOf(ids(2), flow(2, 3), undefined, WIDTH, HEIGHT).every((one) => one === 0),
    ).toBe(true)
  })

  test('is where flow leads to the same actor, but its flow leads from elsewhere', () => {
    const next = { ids: ids(2), backward: flow(2, -3) }
    const seen = occlusionOf(ids(2), flow(2, 0), next, WIDTH, HEIGHT)
    expect(seen[5 * WIDTH + 3]).toBe(0)
    expect(seen[0]).toBe(255)
  })
})

describe('edges', () => {
  const facing = Float32Array.from({ length: 3 * COUNT }, (_, i) => (i % 3 === 2 ? 1 : 0))
  const one = new Uint16Array(COUNT).fill(1)
  const count = (edges: Uint8Array) => edges.filter((edge) => edge === 255).length

  test('a plane has none, however flat it is seen', () => {
    const depth = Float32Array.from(
      { length: COUNT },
      (_, at) => 1 / (0.001 + 0.05 * Math.floor(at / WIDTH)),
    )
    expect(count(edgesOf(one, depth, facing, WIDTH, HEIGHT))).toBe(0)
  })

  test('depth that jumps within one actor has, and so have a fold and an outline', () => {
    const isRight = (at: number) => at % WIDTH >= 8
    const jump = Float32Array.from({ length: COUNT }, (_, at) => (isRight(at) ? 3 : 2))
    const even = new Float32Array(COUNT).fill(2)
    const folded = facing.map((_, i) => (i % 3 === (isRight(Math.floor(i / 3)) ? 0 : 2) ? 1 : 0))
    const two = one.map((_, at) => (isRight(at) ? 2 : 1))
    expect(count(edgesOf(one, jump, facing, WIDTH, HEIGHT))).toBeGreaterThanOrEqual(HEIGHT)
    expect(count(edgesOf(one, even, folded, WIDTH, HEIGHT))).toBe(HEIGHT)
    expect(count(edgesOf(two, even, facing, WIDTH, HEIGHT))).toBe(HEIGHT)
    const sky = new Uint16Array(COUNT)
    const far = new Float32Array(COUNT).fill(Infinity)
    expect(count(edgesOf(sky, far, new Float32Array(3 * COUNT), WIDTH, HEIGHT))).toBe(0)
  })
})
