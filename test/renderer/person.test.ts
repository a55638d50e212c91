import type { Vector3 } from 'three'
import { GLTFLoader } from 'three/addons/loaders/GLTFLoader.js'
import { expect, test } from 'vitest'
import person from '../../assets/person/person.glb?url&inline'
import { bodyOf } from '../../renderer/person/body.ts'
import { secondsAfter, type Gait } from '../../renderer/person/gait.ts'
import { poserOf, type Layer } from '../../renderer/person/pose.ts'
import { makeSkeleton } from '../../renderer/person/rig.ts'

// Inlined by Vite: tests of the renderer know no file system.
const { buffer } = Uint8Array.from(atob(person.slice(person.indexOf(',') + 1)), (letter) =>
  letter.charCodeAt(0),
)
const body = bodyOf(await new GLTFLoader().parseAsync(buffer, ''))

/** A figure that can be posed and asked where the points under its soles are. */
function figure() {
  const { bones } = makeSkeleton(body.rig)
  const pose = poserOf(body.rig, body.soles, bones)
  return {
    bones,
    soles(layers: Layer[], grounded = 1): Vector3[][] {
      pose(layers, grounded)
      bones[0].updateMatrixWorld(true)
      return body.soles.map(({ chain, points }) =>
        points.map(({ link, place }) => place.clone().applyMatrix4(bones[chain[link]].matrixWorld)),
      )
    },
  }
}

const only = ({ clip }: Gait, seconds: number): Layer[] => [{ clip, seconds, weight: 1 }]

test('the one foot that bears a body walking on at 1.3 m/s does not slide', () => {
  const { soles } = figure()
  const [speed, fps] = [1.3, 60]
  const at = (frame: number) =>
    soles(only(body.walk, secondsAfter(body.walk, (speed * frame) / fps))).map((points) =>
      points.map((point) => point.setZ(point.z + (speed * frame) / fps)),
    )
  const slides: number[] = []
  for (let frame = 0; frame < fps * 3; frame++) {
    const [before, after] = [at(frame), at(frame + 1)]
    before.forEach((points, side) => {
      const down = (sole: Vector3[]) => sole[1].y < 0.012 && sole[2].y < 0.012
      const other = before[1 - side].every(({ y }) => y > 0.012)
      if (other && down(points) && down(after[side]))
        slides.push(points[1].distanceTo(after[side][1]) * fps)
    })
  }
  expect(slides.length).toBeGreaterThan(fps)
  expect(Math.max(...slides)).toBeLessThan(0.05)
})

test('feet stand on the ground, neither in it nor above it, at any moment of standing, walking and between', () => {
  const { soles } = figure()
  for (let step = 0; step < 60; step++) {
    const share = (step % 7) / 6
    const layers = [...only(body.idle, step / 13), ...only(body.walk, step / 29)]
    layers[0].weight = 1 - share
    layers[1].weight = share
    expect(
      Math.min(
        ...soles(layers)
          .flat()
          .map(({ y }) => y),
      ),
    ).toBeCloseTo(0, 5)
  }
})

test('a runner leaves the ground but never goes through it', () => {
  const { soles } = figure()
  const lowest = Array.from({ length: 40 }, (_, step) =>
    Math.min(
      ...soles(only(body.run, (step / 40) * body.run.clip.duration), 0.45)
        .flat()
        .map(({ y }) => y),
    ),
  )
  expect(Math.min(...lowest)).toBeGreaterThan(-1e-6)
  expect(Math.max(...lowest)).toBeGreaterThan(0.03)
})

test('a pose is the same to the last bit whatever was posed before', () => {
  const [one, other] = [figure(), figure()]
  const layers = [...only(body.idle, 1.3), ...only(body.walk, 0.4)]
  layers[0].weight = 0.3
  layers[1].weight = 0.7
  other.soles(only(body.run, 0.5))
  other.soles(only(body.idle, 3))
  one.soles(layers)
  other.soles(layers)
  expect(other.bones.map(({ matrixWorld }) => matrixWorld.elements)).toEqual(
    one.bones.map(({ matrixWorld }) => matrixWorld.elements),
  )
})

test.each([
  { build: 'slim', top: 't-shirt', hairstyle: 'bun' },
  { build: 'average', top: 't-shirt', hairstyle: 'short' },
  { build: 'average', top: 'sweater', hairstyle: 'long' },
  { build: 'stout', top: 'sweater', hairstyle: 'bald' },
] as const)('a $build body in a $top with $hairstyle hair is whole', (physique) => {
  const { geometry } = body.flesh(physique, 500)
  const numbers = ['position', 'normal', 'skinWeight'].flatMap((name) => [
    ...geometry.getAttribute(name).array,
  ])
  expect(numbers.every(Number.isFinite)).toBe(true)
  const weight = geometry.getAttribute('skinWeight')
  for (let v = 0; v < weight.count; v++)
    expect(weight.getX(v) + weight.getY(v) + weight.getZ(v) + weight.getW(v)).toBeCloseTo(1, 5)
  expect((geometry.index?.count ?? 0) / 3).toBeLessThan(18_000)
  geometry.computeBoundingBox()
  const { min, max } = geometry.boundingBox ?? expect.fail('no bounds')
  expect(min.y).toBeGreaterThan(-0.01)
  expect(max.y).toBeGreaterThan(1.78)
  expect(max.y).toBeLessThan(1.86)
  expect(max.x).toBeCloseTo(-min.x, 1)
})

test('the shirt is wider than the trousers all round the hips', () => {
  const { geometry, runs } = body.flesh(
    { build: 'average', top: 't-shirt', hairstyle: 'short' },
    500,
  )
  const first = (stuff: string) =>
    runs
      .slice(
        0,
        runs.findIndex((run) => run.stuff === stuff),
      )
      .reduce((sum, run) => sum + run.count, 0)
  const run = (stuff: string) => runs.find((one) => one.stuff === stuff)?.count ?? 0
  const [p, shirt, trousers] = [
    geometry.getAttribute('position'),
    first('shirt'),
    first('trousers'),
  ]
  // Round the hips, sector by sector, the shirt is the wider one.
  const reach = (from: number, count: number) => {
    const widest = Array.from({ length: 12 }, () => 0)
    for (let v = from; v < from + count; v++) {
      if (Math.abs(p.getY(v) - 0.93) > 0.03) continue
      const sector =
        Math.floor(((Math.atan2(p.getZ(v) + 0.02, p.getX(v)) / Math.PI + 1) / 2) * 12) % 12
      widest[sector] = Math.max(widest[sector], Math.hypot(p.getX(v), p.getZ(v) + 0.02))
    }
    return widest
  }
  const [outer, inner] = [reach(shirt, run('shirt')), reach(trousers, run('trousers'))]
  outer.forEach((radius, sector) => expect(radius).toBeGreaterThan(inner[sector]))
})
