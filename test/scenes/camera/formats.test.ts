import { Matrix4, Vector3 } from 'three'
import { describe, expect, test } from 'vitest'
import {
  CAMERA_FORMAT_NAMES,
  camerasOf,
  colmap,
  FITS,
  nerfstudio,
  openGl,
  pluckerRays,
  Random,
  realEstate10k,
  reCamMaster,
  resized,
  tum,
  type Cameras,
  type CameraTrack,
  type Quaternion,
} from '#scenes'
import { converterError } from './converter-error.ts'
import { pixelOf, pointBehind, randomTake, threeCamera } from './random-takes.ts'
import { loadReCamMaster, readCamerasJson, type Pixel } from './readers.ts'

test('a point lands on the same pixel by every format as in the drawing', () => {
  const errors = converterError()
  expect(Object.keys(errors)).toEqual(
    expect.arrayContaining(['cameras.json', ...CAMERA_FORMAT_NAMES, 'plucker', 'plucker-relative']),
  )
  for (const [name, pixels] of Object.entries(errors)) expect(pixels, name).toBeLessThan(0.01)
})

/** A still camera with f = 240 pixels. */
function still(
  position: readonly number[],
  rotation: Quaternion = [0, 0, 0, 1],
  { frames = 2, fov = [90], width = 640, height = 480 } = {},
): Cameras {
  const track: CameraTrack = {
    id: 'main',
    fov,
    shots: [{ from: 0, to: frames }],
    track: {
      samples: 1,
      position: [...position],
      rotation: [...rotation],
      scale: [1],
      travel: [0],
    },
  }
  const take = { fps: 24, frames, cast: [], actors: [], cameras: [track], events: [] }
  return camerasOf(take, track, { width, height })
}

const lines = (text: string) => text.trimEnd().split('\n')
const near = (values: readonly number[], digits = 9) =>
  values.map((value) => expect.closeTo(value, digits) as number)

describe('a camera at [0, 0, 5] that looks down -z at the origin', () => {
  const cameras = still([0, 0, 5])

  test('RealEstate10K: the world 5 m ahead, y and z turned round', () => {
    const [video, first, second] = lines(realEstate10k(cameras, 'https://example.org/v'))
    expect(video).toBe('https://example.org/v')
    const [time, ...rest] = (first as string).split(' ').map(Number)
    expect(time).toBe(0)
    expect(rest).toEqual(
      near([0.375, 0.5, 0.5, 0.5, 0, 0, ...[1, 0, 0, 0], ...[0, -1, 0, 0], ...[0, 0, -1, 5]]),
    )
    // 1/24 s in whole microseconds.
    expect((second as string).split(' ')[0]).toBe('41667')
  })

  test('COLMAP: half a turn about x, the world 5 m ahead', () => {
    const files = colmap(cameras)
    const [note, camera, ...more] = lines(files['cameras.txt'])
    expect(note).toMatch(/^#/)
    expect(more).toEqual([])
    const [id, model, ...params] = (camera as string).split(' ')
    expect([id, model]).toEqual(['1', 'PINHOLE'])
    expect(params.map(Number)).toEqual(near([640, 480, 240, 240, 320, 240]))
    expect(files['images.txt'].split('\n').slice(1)).toEqual([
      '1 0 1 0 0 0 0 5 1 00001.png',
      '',
      '2 0 1 0 0 0 0 5 1 00002.png',
      '',
      '',
    ])
    expect(lines(files['points3D.txt'])).toHaveLength(1)
  })

  test('Nerfstudio: 5 m along -y of a world with z up', () => {
    const { frames, applied_transform, ...rest } = nerfstudio(cameras)
    expect(frames.map(({ file_path, time }) => [file_path, time])).toEqual([
      ['images/00001.png', 0],
      ['images/00002.png', 1],
    ])
    expect(frames[0]?.transform_matrix).toEqual([
      [1, 0, 0, 0],
      [0, 0, -1, -5],
      [0, 1, 0, 0],
      [0, 0, 0, 1],
    ])
    expect(applied_transform.map((row) => row[1])).toEqual([0, 0, 1])
    expect(rest).toEqual({
      camera_model: 'OPENCV',
      orientation_override: 'none',
      w: 640,
      h: 480,
      fl_x: expect.closeTo(240, 9),
      fl_y: expect.closeTo(240, 9),
      cx: 320,
      cy: 240,
    })
  })

  test('TUM: where it is, half a turn about x', () => {
    const [note, first, second] = lines(tum(cameras))
    expect(note).toMatch(/^# timestamp tx ty tz qx qy qz qw/)
    expect(first).toBe('0 0 0 5 1 0 0 0')
    expect(second?.split(' ')[0]).toBe(String(1 / 24))
  })

  test('OpenGL: where it is, not turned', () => {
    expect(openGl(cameras).frames[1]?.cameraToWorld).toEqual([
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 5],
      [0, 0, 0, 1],
    ])
  })

  test('ReCamMaster: 500 cm behind, not turned', () => {
    expect(reCamMaster([cameras, cameras])).toEqual({
      frame0: {
        cam01: '[1 0 0 0] [0 1 0 0] [0 0 1 0] [-500 0 0 1] ',
        cam02: '[1 0 0 0] [0 1 0 0] [0 0 1 0] [-500 0 0 1] ',
      },
      frame1: expect.any(Object),
    })
  })

  test('Plücker: moment first, direction last; left and up in the first pixel', () => {
    const small = still([0, 0, 5], undefined, { width: 3, height: 3 })
    const ray = (rays: Float32Array, x: number, y: number) => [
      ...rays.subarray(6 * (3 * y + x), 6 * (3 * y + x) + 6),
    ]
    const rays = pluckerRays(small, 0)
    expect(rays).toHaveLength(3 * 3 * 6)
    expect(ray(rays, 1, 1)).toEqual(near([0, 0, 0, 0, 0, -1], 6))
    // f is 1.5 pixels and the pixel's centre 1 pixel away from the axis.
    const length = Math.hypot(1, 1, 1.5)
    const [dx, dy, dz] = [-1 / length, 1 / length, -1.5 / length]
    expect(ray(rays, 0, 0)).toEqual(near([-5 * dy, 5 * dx, 0, dx, dy, dz], 6))
    // Seen from the first camera itself: OpenCV's axes, no moment.
    const own = pluckerRays(small, 1, { relative: true })
    expect(ray(own, 0, 0)).toEqual(near([0, 0, 0, dx, -dy, -dz], 6))
  })
})

describe('ReCamMaster', () => {
  test('has the numbers of its own data set', () => {
    // Issue 14 quotes cam01 of a scene, which pans right: "[1 0 0 0] ... [3390 1380 240 1]" in frame 0, then this.
    const half = Math.atan2(0.00433621, 0.999991) / 2
    const pan: Quaternion = [0, -Math.sin(half), 0, Math.cos(half)]
    const text = reCamMaster([still([13.8, 2.4, -33.9], pan)]).frame0?.cam01 as string
    const rows =
      '[0.999991 0.00433621 0 0] [-0.00433621 0.999991 0 0] [0 -0 1 0] [3390 1380 240 1] '
    const parsed = (matrix: string) => matrix.match(/-?[\d.e-]+/g)?.map(Number) ?? []
    expect(parsed(text)).toHaveLength(16)
    expect(parsed(text)).toEqual(near(parsed(rows), 5))
    expect(text.replaceAll(/-?[\d.]+(e-?\d+)?/g, '#')).toBe(rows.replaceAll(/-?[\d.]+/g, '#'))
  })

  test('its trainer gets the right-handed pose relative to another camera', () => {
    const made = randomTake(Random.of(5), 2)
    const file = reCamMaster([camerasOf(made.take, made.track, made.size)])
    const matrix = (rows: number[][]) => new Matrix4().fromArray(rows.flat()).transpose()
    const [a, b] = [0, 1].map((frame) => matrix(loadReCamMaster(file, frame, 1))) as [
      Matrix4,
      Matrix4,
    ]
    const flip = new Matrix4().makeScale(1, -1, -1)
    const [p, q] = [0, 1].map((frame) =>
      threeCamera(made, frame).matrixWorld.clone().multiply(flip),
    ) as [Matrix4, Matrix4]
    const got = a.invert().multiply(b)
    expect(got.determinant()).toBeCloseTo(1, 9)
    expect(got.elements).toEqual(near(p.invert().multiply(q).elements))
  })

  test('takes cameras that were filmed together only', () => {
    expect(() => reCamMaster([])).toThrow(/at least one camera/)
    const short = still([0, 0, 5], undefined, { frames: 1 })
    expect(() => reCamMaster([still([0, 0, 5]), short])).toThrow(/equally many frames/)
  })
})

test('a lens that zooms is told frame by frame', () => {
  const cameras = still([0, 0, 5], undefined, { frames: 3, fov: [90, 60, 90] })
  const { 'cameras.txt': lenses, 'images.txt': images } = colmap(cameras)
  expect(lines(lenses)).toHaveLength(3)
  const used = images
    .split('\n')
    .slice(1)
    .filter((line) => line.endsWith('.png'))
    .map((line) => line.split(' ')[8])
  expect(used).toEqual(['1', '2', '1'])
  const { fl_x, frames } = nerfstudio(cameras)
  expect(fl_x).toBeUndefined()
  expect(frames.map((frame) => frame.fl_x)).toEqual(near([240, 240 / Math.tan(Math.PI / 6), 240]))
})

test('quaternions are of length 1 and of the two signs the one with w >= 0', () => {
  const made = randomTake(Random.of(3), 50)
  const cameras = camerasOf(made.take, made.track, made.size)
  for (const line of lines(tum(cameras)).slice(1)) {
    const q = line.split(' ').slice(4).map(Number)
    expect(Math.hypot(...q)).toBeCloseTo(1, 12)
    expect(q[3]).toBeGreaterThanOrEqual(0)
  }
})

test("OpenGL's matrices are three's, with the axis in the middle or not", () => {
  const made = randomTake(Random.of(9), 4)
  const { width, height } = made.size
  const cameras = camerasOf(made.take, made.track, made.size)
  const shifted = cameras.frames.map((frame) => {
    const K = structuredClone(frame.K) as [number[], number[], number[]]
    K[0][2] = width / 2 - 30
    K[1][2] = height / 2 - 20
    return { ...frame, K }
  })
  for (const [offset, given] of [
    [[0, 0], cameras],
    [[30, 20], { ...cameras, frames: shifted }],
  ] as const)
    for (const { frame, cameraToWorld, projection } of openGl(given, { near: 0.1, far: 1000 })
      .frames) {
      const three = threeCamera(made, frame)
      // The window moves right and down, so what it shows moves left and up.
      three.setViewOffset(width, height, offset[0], offset[1], width, height)
      const rows = (matrix: Matrix4) => matrix.clone().transpose().toArray()
      expect(projection.flat()).toEqual(near(rows(three.projectionMatrix)))
      expect(cameraToWorld.flat()).toEqual(near(rows(three.matrixWorld)))
    }
})

describe('another size', () => {
  test.for([
    [832, 480],
    [480, 832],
    [256, 256],
    [63, 111],
  ] as const)('%j: points land where three draws them', ([width, height]) => {
    const random = Random.of(11).fork(`${width}x${height}`)
    for (let k = 0; k < 5; k++) {
      const made = randomTake(random, 3)
      const cameras = camerasOf(made.take, made.track, made.size)
      for (const fit of FITS) {
        const small = resized(cameras, { width, height }, fit)
        expect([small.width, small.height]).toEqual([width, height])
        const project = readCamerasJson(JSON.stringify(small))
        for (let frame = 0; frame < 3; frame++) {
          const three = threeCamera(made, frame)
          const aim: Pixel = [random.unit() * made.size.width, random.unit() * made.size.height]
          const point = pointBehind(three, aim, random.between(1, 50), made.size)
          if (fit !== 'stretch') {
            // three's own window into a bigger (or, with bars, smaller) picture.
            const scales = [width / made.size.width, height / made.size.height]
            const scale = fit === 'crop' ? Math.max(...scales) : Math.min(...scales)
            const [w, h] = [made.size.width * scale, made.size.height * scale]
            three.setViewOffset(w, h, (w - width) / 2, (h - height) / 2, width, height)
          }
          const wanted = pixelOf(three, point, { width, height })
          expect(project(frame, point)).toEqual(near(wanted, 6))
        }
      }
    }
  })

  test('keeps poses, and back again is as before', () => {
    const cameras = still([1, 2, 3])
    const small = resized(cameras, { width: 320, height: 240 }, 'crop')
    expect(small.frames[0]?.cameraToWorld).toEqual(cameras.frames[0]?.cameraToWorld)
    const back = resized(small, { width: 640, height: 480 }, 'letterbox')
    expect(back.frames[0]?.K.flat()).toEqual(near(cameras.frames[0]?.K.flat() ?? []))
  })

  test('rays of a latent look through the middles of its cells', () => {
    const cameras = still([0, 0, 0], undefined, { width: 64, height: 32 })
    const rays = pluckerRays(resized(cameras, { width: 8, height: 4 }, 'crop'), 0)
    // Cell (2, 1) covers pixels 16 to 23 and 8 to 15: 12 pixels left of the middle and 4 above it, with f = 16.
    const wanted = new Vector3(-12, 4, -16).normalize()
    const from = 6 * (8 * 1 + 2) + 3
    expect([...rays.subarray(from, from + 3)]).toEqual(near(wanted.toArray(), 6))
  })
})

test('rays of a frame that is not there are refused', () => {
  expect(() => pluckerRays(still([0, 0, 0]), 2)).toThrow(/below 2 \(got 2\)/)
})
