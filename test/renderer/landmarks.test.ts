import { BufferAttribute, BufferGeometry, DoubleSide, Ray, SkinnedMesh, Vector3 } from 'three'
import { MeshBVH } from 'three-mesh-bvh'
import { expect, test } from 'vitest'
import { COCO_JOINTS, partOf, type CocoJoint } from '#scenes'
import { placesOf } from '../../renderer/person/landmarks.ts'
import { poserOf, type Layer } from '../../renderer/person/pose.ts'
import { makeSkeleton } from '../../renderer/person/rig.ts'
import type { Physique } from '../../renderer/person/flesh/anatomy.ts'
import { body } from './body.ts'

const SKINS: [Physique, pixelsPerMetre: number][] = [
  [{ build: 'slim', top: 't-shirt', hairstyle: 'bald' }, 500],
  [{ build: 'average', top: 'sweater', hairstyle: 'short' }, 50],
  [{ build: 'stout', top: 't-shirt', hairstyle: 'bun' }, 500],
]

const POSES: [string, Layer][] = [
  ['standing', { clip: body.idle.clip, seconds: 1, weight: 1 }],
  ['landing', { clip: body.walk(1.4).clip, seconds: 0, weight: 1 }],
  ['walking', { clip: body.walk(1.4).clip, seconds: 0.7, weight: 1 }],
  ['running', { clip: body.run.clip, seconds: 0.2, weight: 1 }],
]

/** How far under the skin the middle of a joint may lie, metres. */
const DEEPEST: Record<string, number> = {
  shoulder: 0.09,
  elbow: 0.07,
  wrist: 0.05,
  hip: 0.15,
  knee: 0.09,
  ankle: 0.08,
}

const cases = SKINS.flatMap(([physique, pixels]) =>
  POSES.map(([name, layer]) => ({ ...physique, pixels, name, layer })),
)

test.each(cases)(
  '$build, $name, at $pixels pixels a metre: the head is marked on its skin, limbs are marked within theirs',
  ({ pixels, layer, ...physique }) => {
    const { geometry } = body.flesh(physique, pixels)
    const skeleton = makeSkeleton(body.rig)
    const figure = new SkinnedMesh(geometry)
    figure.add(skeleton.bones[0])
    figure.bind(skeleton)
    poserOf(
      body.rig,
      body.soles,
      skeleton.bones,
    )({
      layers: [layer],
      ...{ gestures: [], grounded: 1, lift: 0 },
    })
    figure.updateMatrixWorld(true)
    const skin = posedSkin(figure)
    placesOf(body.landmarks, skeleton.bones).forEach((place, index) => {
      const name = COCO_JOINTS[index] as CocoJoint
      const { distance } = skin.closestPointToPoint(place) ?? expect.fail(name)
      const part = partOf(name)
      if (part in DEEPEST) {
        expect(distance, name).toBeLessThan(DEEPEST[part])
        expect(waysOut(skin, place), `open ways out of ${name}`).toBe(0)
      } else expect(distance, name).toBeLessThan(0.01)
    })
  },
)

test('the nose is what is foremost of a head, the ears what is outermost; the eyes are the pupils', () => {
  const skeleton = makeSkeleton(body.rig)
  const { geometry, runs } = body.flesh(
    { build: 'average', top: 't-shirt', hairstyle: 'bald' },
    500,
  )
  const skin = geometry.getAttribute('position')
  const points = Array.from({ length: skin.count }, (_, v) =>
    new Vector3().fromBufferAttribute(skin, v),
  )
  const marked = placesOf(body.landmarks, skeleton.bones)
  const mark = (name: CocoJoint) => marked[COCO_JOINTS.indexOf(name)]
  const extreme = (reach: (point: Vector3) => number) =>
    points.filter(({ y }) => y > 1.6).reduce((a, b) => (reach(a) > reach(b) ? a : b))
  expect(mark('nose').distanceTo(extreme(({ z }) => z))).toBeLessThan(0.01)
  const starts = runs.map((_, i) => runs.slice(0, i).reduce((sum, { count }) => sum + count, 0))
  for (const [side, sign] of [
    ['left', 1],
    ['right', -1],
  ] as const) {
    // An ear is six centimetres high, and its rim stands out a centimetre.
    expect(mark(`${side}_ear`).distanceTo(extreme(({ x }) => sign * x))).toBeLessThan(0.025)
    const pupil = runs
      .flatMap(({ stuff, count }, i) =>
        stuff === 'pupil' ? points.slice(starts[i], starts[i] + count) : [],
      )
      .filter(({ x }) => sign * x > 0)
    expect(pupil.length).toBeGreaterThan(5)
    for (const point of pupil) expect(mark(`${side}_eye`).distanceTo(point)).toBeLessThan(0.006)
  }
})

function posedSkin(figure: SkinnedMesh): MeshBVH {
  const { count } = figure.geometry.getAttribute('position')
  const posed = new Float32Array(3 * count)
  const point = new Vector3()
  for (let v = 0; v < count; v++) figure.getVertexPosition(v, point).toArray(posed, 3 * v)
  const geometry = new BufferGeometry()
    .setAttribute('position', new BufferAttribute(posed, 3))
    .setIndex([...(figure.geometry.index?.array ?? [])])
  return new MeshBVH(geometry)
}

/** Level ways from a place that meet no skin. */
function waysOut(skin: MeshBVH, place: Vector3): number {
  let open = 0
  for (let turn = 0; turn < 8; turn++) {
    const angle = (turn * Math.PI) / 4
    const way = new Vector3(Math.cos(angle), 0, Math.sin(angle))
    if (!skin.raycastFirst(new Ray(place, way), DoubleSide)) open++
  }
  return open
}
