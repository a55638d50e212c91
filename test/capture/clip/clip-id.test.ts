import { expect, test } from 'vitest'
import { Scene } from '#scenes'
import { clipId, groupId } from '../../../capture/clip/clip-id.ts'

const scene = Scene.parse({
  version: 1,
  name: 'one-ball',
  cameras: [
    { id: 'main', position: [0, 1, 4], lookAt: [0, 0.5, 0] },
    { id: 'side', position: [4, 1, 0], lookAt: [0, 0.5, 0] },
  ],
  actors: [{ kind: 'sphere', id: 'ball', radius: 0.5 }],
})

test('a clip id has 16 characters of base 30, none of them a vowel', () => {
  for (let seed = 0; seed < 200; seed++) {
    expect(clipId({ scene: { ...scene, seed }, camera: 'main', assets: {} })).toMatch(
      /^[0-9bcdfghjkmnpqrstvwxyz]{16}$/,
    )
  }
})

test('everything that decides pixels is in it, and the order of keys is not', () => {
  const id = clipId({ scene, camera: 'main', assets: {} })
  const turned = Object.fromEntries(Object.entries(scene).reverse()) as Scene
  expect(clipId({ scene: turned, camera: 'main', assets: {} })).toBe(id)
  expect(
    clipId({ scene: { ...scene, $schema: './scene.schema.json' }, camera: 'main', assets: {} }),
  ).toBe(id)
  const others = [
    clipId({ scene, camera: 'side', assets: {} }),
    clipId({ scene: { ...scene, seed: 1 }, camera: 'main', assets: {} }),
    clipId({ scene: { ...scene, clip: { ...scene.clip, fps: 16 } }, camera: 'main', assets: {} }),
    clipId({
      scene: { ...scene, clip: { ...scene.clip, frames: 81 } },
      camera: 'main',
      assets: {},
    }),
    clipId({ scene, camera: 'main', assets: { oak: 'ab12' } }),
  ]
  expect(new Set([id, ...others]).size).toBe(6)
})

test('a group is the scene whatever its cameras', () => {
  const [main] = scene.cameras
  expect(groupId({ scene: { ...scene, cameras: main ? [main] : [] }, assets: {} })).toBe(
    groupId({ scene, assets: {} }),
  )
  expect(groupId({ scene: { ...scene, seed: 1 }, assets: {} })).not.toBe(
    groupId({ scene, assets: {} }),
  )
})
