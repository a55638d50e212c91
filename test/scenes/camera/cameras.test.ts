import { expect, test } from 'vitest'
import { PerspectiveCamera, Vector3 } from 'three'
import { camerasOf, poseAtFrame, Scene, shoot } from '#scenes'

test('a point goes to the pixel where three puts it', () => {
  const size = { width: 832, height: 480 }
  const scene = Scene.parse({
    version: 1,
    name: 'cameras',
    clip: { ...size, frames: 5 },
    cameras: [
      {
        position: [3, 2, 5],
        lookAt: [0, 1, 0],
        roll: 12,
        fov: 50,
        keys: [{ t: 0.2, position: [-4, 1, 2], fov: 30 }],
      },
    ],
    actors: [{ kind: 'sphere', id: 'ball', radius: 0.5 }],
  })
  const take = shoot(scene)
  const [track] = take.cameras
  if (!track) throw new Error('the scene has a camera')
  const cameras = camerasOf(take, track, size)
  expect(cameras.frames).toHaveLength(5)
  for (const { frame, K, cameraToWorld } of cameras.frames) {
    const three = new PerspectiveCamera(track.fov[frame], size.width / size.height, 0.1, 100)
    const { position, rotation } = poseAtFrame(track.track, frame)
    three.position.set(...position)
    three.quaternion.set(...rotation)
    three.updateMatrixWorld()
    for (const point of [
      [0, 1, 0],
      [0.4, 0.2, -0.7],
      [-0.5, 1.6, 0.3],
    ] as const) {
      const clip = new Vector3(...point).project(three)
      const expected = [((clip.x + 1) / 2) * size.width, ((1 - clip.y) / 2) * size.height]
      const got = project(point, K, cameraToWorld)
      expect(got[0]).toBeCloseTo(expected[0] as number, 6)
      expect(got[1]).toBeCloseTo(expected[1] as number, 6)
    }
  }
})

/** By the textbook: camera = R^T (world - t), then K. */
function project(point: readonly number[], K: number[][], c2w: number[][]): [number, number] {
  const at = (row: number, column: number) => c2w[row]?.[column] as number
  const arm = [0, 1, 2].map((k) => (point[k] as number) - at(k, 3))
  const [x, y, z] = [0, 1, 2].map((axis) =>
    [0, 1, 2].reduce((sum, k) => sum + at(k, axis) * (arm[k] as number), 0),
  ) as [number, number, number]
  const k = (row: number, column: number) => K[row]?.[column] as number
  expect(z).toBeGreaterThan(0)
  return [(k(0, 0) * x) / z + k(0, 2), (k(1, 1) * y) / z + k(1, 2)]
}
