import { DirectionalLight, PointLight, Scene, SpotLight, Vector3 } from 'three'
import { expect, test } from 'vitest'
import { Lamplights } from '../../renderer/contact/lamplight.ts'

function sceneOf(...lights: (PointLight | SpotLight | DirectionalLight)[]): Scene {
  const scene = new Scene()
  scene.add(...lights)
  for (const light of lights)
    if (light instanceof SpotLight || light instanceof DirectionalLight) scene.add(light.target)
  scene.updateMatrixWorld()
  return scene
}

function lamp(x: number, y: number, strength: number): PointLight {
  const light = new PointLight('#ffffff', strength, 0, 2)
  light.position.set(x, y, 0)
  return light
}

const place = new Vector3(2, 0, 0)

test('a shadow points away from its lamp and is longer the lower the lamp', () => {
  const [high] = new Lamplights(sceneOf(lamp(0, 4, 10))).at(place)
  const [low] = new Lamplights(sceneOf(lamp(0, 2, 10))).at(place)
  expect(high?.away.toArray()).toEqual([1, 0, 0])
  expect(high?.lengthOf(1)).toBeCloseTo(2 / 3)
  expect(low?.lengthOf(1)).toBeCloseTo(2)
})

test('a lamp alone gives all of the light, beside the sun a part, and far off too little to tell', () => {
  const sun = new DirectionalLight('#ffffff', 0.5)
  sun.position.set(0, 1, 0)
  const share = (...lights: Parameters<typeof sceneOf>) =>
    new Lamplights(sceneOf(...lights)).at(place)[0]?.share
  expect(share(lamp(0, 4, 10))).toBeCloseTo(1)
  // 10 / 20 m2, at a slant of 4 / sqrt(20).
  expect(share(lamp(0, 4, 10), sun)).toBeCloseTo(0.4472 / 0.9472, 3)
  expect(share(lamp(-40, 4, 10), sun)).toBeUndefined()
})

test('a lamp with a shadow map of its own throws no second shadow', () => {
  const fire = lamp(0, 1, 10)
  fire.castShadow = true
  const lights = new Lamplights(sceneOf(fire, lamp(4, 1, 10)))
  expect(lights.count).toBe(1)
  expect(lights.at(place).map(({ share }) => share)).toEqual([expect.closeTo(0.5)])
})

test('nothing is thrown outside the cone of a spot light', () => {
  const spot = new SpotLight('#ffffff', 10, 0, Math.PI / 8, 0.6)
  spot.position.set(0, 4, 0)
  const lights = new Lamplights(sceneOf(spot))
  expect(lights.at(new Vector3(0.5, 0, 0))).toHaveLength(1)
  expect(lights.at(new Vector3(5, 0, 0))).toHaveLength(0)
})
