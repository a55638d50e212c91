import { describe, expect, test } from 'vitest'
import { blueprintOf, heightAt, KINDS, Scene, type Pose, type SolidActor } from '#scenes'
import { bodiesOf } from '../../../scenes/physics/bodies.ts'
import { pointsOf } from '../../../scenes/physics/forms/stretch.ts'
import { loadRapier } from '../../../scenes/physics/rapier.ts'
import { worldOf } from '../../../scenes/physics/world.ts'
import { Physics } from '../../../scenes/schema/physics.ts'
import { play, posesOf, sceneOf } from './played.ts'

const floor = { id: 'floor', kind: 'ground', size: [40, 40], material: { surface: 'concrete' } }
const needs: Record<string, object> = {
  box: { size: [0.3, 0.2, 0.4] },
  sphere: { radius: 0.2 },
  cylinder: { radius: 0.2, height: 0.3 },
  cone: { radius: 0.2, height: 0.4 },
  capsule: { radius: 0.1, height: 0.5 },
  torus: { radius: 0.2, tube: 0.05 },
  plane: { size: [1, 1] },
  text: { text: 'hi' },
}
/** What holds up everything, is no solid, or is as large as the scene. */
const NOT_DROPPED = [
  ...['ground', 'road', 'room', 'pond', 'text', 'grass', 'flowers'],
  ...['bird', 'butterfly'],
]

describe('every kind as a body', () => {
  test.each(Object.keys(KINDS).filter((kind) => !NOT_DROPPED.includes(kind)))(
    'a %s stands on the floor without floating or sinking',
    { timeout: 30_000 },
    async (kind) => {
      const scene = sceneOf(
        [floor, { id: 'thing', kind, ...needs[kind], position: [0, 0.01, 0], body: {} }],
        { frames: 37 },
      )
      const take = await play(scene)
      const poses = posesOf(take, 'thing')
      // What is drawn and what collides agree at the foot: by 4 mm and 1 % of its size, however it comes to lie.
      const [plan] = bodiesOf(scene, [0]).filter(({ actor }) => actor === 'thing')
      const low = lowest(plan?.pieces ?? [])
      const size = Math.max(...(plan?.pieces ?? []).flatMap(({ form }) => pointsOf(form).flat()))
      const end = poses.at(-1)
      const up = end ? 1 - 2 * (end.rotation[0] ** 2 + end.rotation[2] ** 2) : 0
      if (up > 0.999)
        expect(Math.abs((end?.position[1] ?? 9) + low)).toBeLessThan(0.004 + 0.01 * size)
      expect(end?.position.every((v) => Math.abs(v) < 3)).toBe(true)
    },
  )
})

function lowest(pieces: ReturnType<typeof bodiesOf>[number]['pieces']): number {
  return Math.min(
    ...pieces.map(({ form, at, rotation: [x, y, z, w] }) =>
      Math.min(
        ...pointsOf(form).map(
          ([a, b, c]) =>
            at[1] +
            2 * (x * y + z * w) * a +
            (1 - 2 * (x * x + z * z)) * b +
            2 * (y * z - x * w) * c,
        ),
      ),
    ),
  )
}

test('a marble dropped into a bowl stays in it, one beside it does not', async () => {
  const marble = (id: string, x: number) => ({
    id,
    kind: 'sphere',
    radius: 0.012,
    position: [x, 0.3, 0.01],
    body: { material: 'glass' },
  })
  const take = await play(
    sceneOf([floor, { id: 'bowl', kind: 'bowl' }, marble('in', 0.05), marble('out', 0.2)], {
      frames: 97,
    }),
  )
  const [within, beside] = ['in', 'out'].map(
    (id) => posesOf(take, id).at(-1)?.position,
  ) as number[][]
  expect(Math.hypot(within?.[0] ?? 9, within?.[2] ?? 9)).toBeLessThan(0.1)
  // The bottom of its hollow is 13 mm above the floor.
  expect(within?.[1]).toBeGreaterThan(0.008)
  expect(Math.hypot(beside?.[0] ?? 0, beside?.[2] ?? 0)).toBeGreaterThan(0.12)
})

test('an empty mug is hollow and can be carried about upside down over a ball', async () => {
  const take = await play(
    sceneOf(
      [
        floor,
        { id: 'ball', kind: 'sphere', radius: 0.02, body: {} },
        {
          id: 'mug',
          kind: 'mug',
          drink: 'none',
          position: [0, 0.102, 0],
          rotation: [180, 0, 0],
          body: { material: 'ceramic' },
        },
      ],
      { frames: 25 },
    ),
  )
  expect(posesOf(take, 'mug').at(-1)?.position[1]).toBeCloseTo(0.1, 2)
})

test('a body weighs what its shape and stuff weigh', async () => {
  const rapier = await loadRapier()
  const massOf = (actor: object) => {
    const scene = sceneOf([{ id: 'a', position: [0, 0, 0], body: { density: 1000 }, ...actor }])
    const { world, bodies } = worldOf(rapier, bodiesOf(scene, [0]), Physics.parse({}), 1 / 240)
    const mass = bodies[0]?.rigid.mass() ?? 0
    world.free()
    return mass
  }
  expect(massOf({ kind: 'box', size: [0.1, 0.2, 0.3] })).toBeCloseTo(6, 4)
  expect(massOf({ kind: 'sphere', radius: 0.1, scale: 2 })).toBeCloseTo(
    ((4000 * Math.PI) / 3) * 0.008,
    2,
  )
  // A mug of 10 cm is a wall of some 4 mm: between 150 and 350 cm3 of stuff.
  expect(massOf({ kind: 'mug', drink: 'none' })).toBeGreaterThan(0.1)
  expect(massOf({ kind: 'mug', drink: 'none' })).toBeLessThan(0.35)
  const bowl = massOf({ kind: 'bowl' })
  expect(bowl).toBeGreaterThan(0.2)
  expect(bowl).toBeLessThan(1.6)
})

test('a ball comes to lie on the hills that are drawn', async () => {
  const hills = {
    id: 'hills',
    kind: 'ground',
    size: [80, 80],
    relief: 'hills',
    height: 4,
    spacing: 12,
    clearing: 0,
  }
  const scene = sceneOf(
    [
      hills,
      {
        id: 'ball',
        kind: 'sphere',
        radius: 0.3,
        position: [9, 4, 7],
        body: { friction: 2, restitution: 0 },
      },
    ],
    { frames: 97 },
  )
  const [ground] = scene.actors as SolidActor[]
  const shape = blueprintOf(ground as SolidActor, scene.seed).parts[0]?.shape
  if (shape?.kind !== 'terrain') throw new Error('the ground is a terrain')
  for (const pose of posesOf(await play(scene), 'ball').slice(48)) {
    const middle = middleOf(pose, 0.3)
    const over = middle[1] - heightAt(shape, middle[0], middle[2])
    expect(over).toBeGreaterThan(0.28)
    expect(over).toBeLessThan(0.45)
  }
})

function middleOf(
  { position, rotation: [x, y, z, w] }: Pose,
  radius: number,
): [number, number, number] {
  return [
    position[0] + radius * 2 * (x * y - z * w),
    position[1] + radius * (1 - 2 * (x * x + z * z)),
    position[2] + radius * 2 * (y * z + x * w),
  ]
}

test('what moves by its motion pushes; what is held is let go with the speed of its group', async () => {
  const take = await play(
    sceneOf(
      [
        floor,
        {
          id: 'pusher',
          kind: 'box',
          size: [0.4, 0.4, 0.4],
          position: [-1, 0, 0],
          motion: [
            {
              kind: 'move',
              keys: [
                { t: 0, position: [-1, 0, 0] },
                { t: 1, position: [0, 0, 0], ease: 'linear' },
              ],
            },
          ],
        },
        {
          id: 'crate',
          kind: 'box',
          size: [0.3, 0.3, 0.3],
          position: [-0.5, 0, 0],
          body: { material: 'wood' },
        },
        {
          id: 'carrier',
          kind: 'group',
          body: { type: 'none' },
          motion: [
            {
              kind: 'move',
              keys: [
                { t: 0, position: [0, 3, 3] },
                { t: 1, position: [2, 3, 3], ease: 'linear' },
              ],
            },
          ],
          children: [{ id: 'bomb', kind: 'sphere', radius: 0.1, body: { from: 0.5 } }],
        },
      ],
      { frames: 37 },
    ),
  )
  expect(posesOf(take, 'crate').at(-1)?.position[0]).toBeGreaterThan(0.3)
  const bomb = posesOf(take, 'bomb')
  expect(bomb[12]?.position[0]).toBeCloseTo(1, 2)
  expect(bomb[12]?.position[1]).toBeCloseTo(3, 2)
  // Half a second later: 2 m/s on, and fallen by g/8.
  expect(bomb[24]?.position[0]).toBeCloseTo(2, 1)
  expect(3 - (bomb[24]?.position[1] ?? 0)).toBeCloseTo(9.81 / 8, 1)
})

test('a scene without a dynamic body is shot without the engine, as before', async () => {
  const scene = sceneOf([
    floor,
    { id: 'box', kind: 'box', size: [1, 1, 1], body: { type: 'fixed' } },
  ])
  expect(Scene.parse(scene)).toEqual(scene)
  expect((await play(scene)).events).toEqual([])
})
