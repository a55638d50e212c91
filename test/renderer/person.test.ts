import { SkinnedMesh, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { secondsAfter, type Gait } from '../../renderer/person/gait.ts'
import { poserOf, type Layer } from '../../renderer/person/pose.ts'
import { makeSkeleton } from '../../renderer/person/rig.ts'
import { body } from './body.ts'

/** A figure that can be posed and asked where the points under its soles are. */
function figure() {
  const { bones } = makeSkeleton(body.rig)
  const pose = poserOf(body.rig, body.soles, bones)
  return {
    bones,
    soles(layers: Layer[], grounded = 1): Vector3[][] {
      pose({ layers, gestures: [], grounded, lift: 0 })
      bones[0].updateMatrixWorld(true)
      return body.soles.map(({ chain, points }) =>
        points.map(({ link, place }) => place.clone().applyMatrix4(bones[chain[link]].matrixWorld)),
      )
    },
  }
}

const only = ({ clip }: Gait, seconds: number): Layer[] => [{ clip, seconds, weight: 1 }]

/** The stride that a person of the model's height takes at 0.8, 1.15 and 1.5 metres per second. */
const PACES = [
  [0.8, 1.1],
  [1.15, 1.3],
  [1.5, 1.5],
] as const

test.each(PACES)('no foot that bears a body walking on at %d m/s slides', (speed, stride) => {
  const { soles } = figure()
  const fps = 60
  const walk = body.walk(stride)
  const at = (frame: number) =>
    soles(only(walk, secondsAfter(walk, (speed * frame) / fps))).map((points) =>
      points.map((point) => point.setZ(point.z + (speed * frame) / fps)),
    )
  const slides: number[] = []
  for (let frame = 0; frame < fps * 3; frame++) {
    const [before, after] = [at(frame), at(frame + 1)]
    before.forEach((points, side) => {
      // Under heel and toes, whatever bears weight: landing, flat and rolling off.
      for (const part of [0, 2, 3]) {
        const [here, there] = [points[part], after[side][part]]
        if (here.y < 0.0005 && there.y < 0.0005)
          slides.push(Math.hypot(here.x - there.x, here.z - there.z) * fps)
      }
    })
  }
  expect(slides.length).toBeGreaterThan(6 * fps)
  expect(Math.max(...slides)).toBeLessThan(0.05)
})

test.each(PACES)(
  'at %d m/s the standing knee is nearly straight, the swinging one bends',
  (_, stride) => {
    const { bones, soles } = figure()
    const { clip } = body.walk(stride)
    const place = (name: string) =>
      (bones.find((bone) => bone.name === name) ?? expect.fail(name)).getWorldPosition(
        new Vector3(),
      )
    const knee = (share: number) => {
      soles([{ clip, seconds: share * clip.duration, weight: 1 }])
      const [hip, knee, ankle] = ['leftUpperLeg', 'leftLowerLeg', 'leftFoot'].map(place)
      return (knee.clone().sub(hip).angleTo(ankle.sub(knee)) * 180) / Math.PI
    }
    expect(knee(0)).toBeLessThan(15)
    for (const share of [0.26, 0.3, 0.34]) expect(knee(share)).toBeLessThan(12)
    const swing = [0.7, 0.72, 0.74].map(knee)
    expect(Math.max(...swing)).toBeGreaterThan(50)
    expect(Math.max(...swing)).toBeLessThan(68)
  },
)

test.each(PACES)('at %d m/s the shoes themselves meet the ground in every frame', (_, stride) => {
  const skeleton = makeSkeleton(body.rig)
  const { geometry } = body.flesh({ build: 'average', top: 't-shirt', hairstyle: 'short' }, 500)
  const shoes = new SkinnedMesh(geometry)
  shoes.add(skeleton.bones[0])
  shoes.bind(skeleton)
  const place = geometry.getAttribute('position')
  const under = Array.from({ length: place.count }, (_, v) => v).filter((v) => place.getY(v) < 0.03)
  const pose = poserOf(body.rig, body.soles, skeleton.bones)
  const { clip } = body.walk(stride)
  const point = new Vector3()
  for (let step = 0; step < 48; step++) {
    pose({
      layers: [{ clip, seconds: (step / 48) * clip.duration, weight: 1 }],
      ...{ gestures: [], grounded: 1, lift: 0 },
    })
    shoes.updateMatrixWorld(true)
    const heights = under.map((v) => shoes.getVertexPosition(v, point).y)
    const lowest = heights.reduce((a, b) => Math.min(a, b))
    expect(Math.abs(lowest)).toBeLessThan(0.005)
  }
})

test('feet stand on the ground, neither in it nor above it, at any moment of standing, walking and between', () => {
  const { soles } = figure()
  for (let step = 0; step < 60; step++) {
    const share = (step % 7) / 6
    const layers = [...only(body.idle, step / 13), ...only(body.walk(1.3), step / 29)]
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
  const layers = [...only(body.idle, 1.3), ...only(body.walk(1.3), 0.4)]
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
