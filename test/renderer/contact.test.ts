import { Mesh, MeshBasicMaterial, Object3D, Raycaster, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import { heightAt, type Part } from '#scenes'
import { facesOf, isTop, topBeneath } from '../../renderer/contact/face.ts'
import { occludersOf, type CarriedOccluder } from '../../renderer/contact/occluder.ts'
import { patchOf } from '../../renderer/contact/patch.ts'
import { supportsOf } from '../../renderer/contact/support.ts'
import type { Puppet } from '../../renderer/actors/puppet.ts'
import { terrain } from '../../renderer/shapes/terrain.ts'

/** An actor of these parts, standing at a point. */
function puppet(parts: Part[], at: [number, number, number]): Puppet {
  const node = new Object3D()
  node.position.set(...at)
  node.updateMatrixWorld()
  return {
    meshes: [],
    isStill: true,
    occluders: occludersOf(parts, 1000).map((occluder) => ({ ...occluder, node })),
    supports: supportsOf(parts, 1000).map((support) => ({ ...support, node })),
    pose() {},
  }
}

const floor = puppet([{ shape: { kind: 'plane', size: [8, 8] }, material: {} }], [0, 0, 0])
const table = puppet(
  [{ shape: { kind: 'box', size: [2, 0.05, 1] }, at: [0, 0.7, 0], material: {} }],
  [0, 0, 0],
)
const tops = [floor, table].flatMap((owner) =>
  owner.supports.flatMap((support) => facesOf(support, owner)).filter(isTop),
)

function under(part: Part, at: [number, number, number]) {
  const owner = puppet([part], at)
  const [occluder] = owner.occluders as [CarriedOccluder]
  const top = topBeneath(tops, occluder, owner)
  return { top, patch: top && patchOf(occluder, top, true) }
}

describe('contact shade', () => {
  const box: Part = { shape: { kind: 'box', size: [0.4, 0.2, 0.1] }, material: {} }

  test('lies on the highest top beneath', () => {
    expect(under(box, [0, 0.75, 0]).top?.owner).toBe(table)
    expect(under(box, [0, 0, 0]).top?.owner).toBe(floor)
    expect(under(box, [1.5, 0.75, 0]).top?.owner).toBe(floor)
    expect(under(box, [9, 0, 0]).top).toBeUndefined()
  })

  test('lies on the whole of a rug and not on its field alone', () => {
    const rug = puppet(
      [
        { shape: { kind: 'box', size: [2, 0.01, 1] }, material: {} },
        { shape: { kind: 'box', size: [1, 0.013, 0.5] }, material: {} },
      ],
      [0, 0, 0],
    )
    const faces = rug.supports.flatMap((support) => facesOf(support, rug)).filter(isTop)
    expect(faces).toMatchObject([{ half: [1, 0.5], of: { coat: expect.closeTo(0.003) } }])
  })

  test('has the outline of what stands there, the longer side first', () => {
    const { patch } = under(box, [0.2, 0.75, 0.1])
    expect(patch).toMatchObject({ form: 'box' })
    expect(patch?.gap).toBeCloseTo(0)
    expect(patch?.height).toBeCloseTo(0.2)
    expect(patch?.half[0]).toBeCloseTo(0.2)
    expect(patch?.half[1]).toBeCloseTo(0.05)
    expect(patch?.middle.toArray()).toEqual([0.2, expect.closeTo(0.75), 0.1])
  })

  test('knows how high a thing hovers, and gives up where nobody would see it', () => {
    expect(under(box, [0, 0.85, 0]).patch?.gap).toBeCloseTo(0.1)
    expect(under(box, [0, 2.5, 0]).patch).toBeUndefined()
    const ball: Part = { shape: { kind: 'sphere', radius: 0.1 }, material: {} }
    expect(under(ball, [0, 0.75, 0]).patch).toMatchObject({ form: 'ball', gap: 0 })
    expect(under(ball, [0, 0.8, 0]).patch?.gap).toBeCloseTo(0.05)
  })

  test('of a box on its edge is the edge', () => {
    const { patch } = under({ ...box, rotation: [0, 0, 45], at: [0, 0.3, 0] }, [0, 0.5, 0])
    expect(patch?.face.owner).toBe(table)
    expect(Math.max(...(patch?.half ?? []))).toBeLessThan(0.12)
  })

  test('a thing inside another adds nothing', () => {
    const nested = occludersOf(
      [
        { shape: { kind: 'box', size: [1, 1, 1] }, material: {} },
        { shape: { kind: 'box', size: [0.5, 0.5, 0.5] }, material: {} },
      ],
      1000,
    )
    expect(nested).toHaveLength(1)
  })

  test('follows the drawn hills to a tenth of a millimetre', () => {
    const shape = {
      kind: 'terrain',
      size: [200, 160],
      relief: 'dunes',
      height: 6,
      spacing: 40,
      clearing: 5,
      seed: 3,
    } as const
    const mesh = new Mesh(terrain({ ...shape, size: [200, 160] }), new MeshBasicMaterial())
    for (let i = 0; i < 200; i++) {
      const [x, z] = [((i * 37.7) % 190) - 95, ((i * 53.3) % 150) - 75]
      const ray = new Raycaster(new Vector3(x, 100, z), new Vector3(0, -1, 0))
      const drawn = ray.intersectObject(mesh)[0]?.point.y
      expect(heightAt({ ...shape, size: [200, 160] }, x, z)).toBeCloseTo(drawn as number, 4)
    }
  })
})
