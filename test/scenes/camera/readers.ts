/**
 * A reader for each format, written from the format's own documentation and its consumers' code, not from ours.
 * Each takes what was exported and gives back where a point of our world (metres, y up) falls, in pixels from the
 * picture's top left corner. Formats without intrinsics are told the vertical field of view, as a dataset's card would.
 */
import { Vector3 } from 'three'
import type { Cameras, Nerfstudio, OpenGl, ReCamMaster } from '#scenes'

export type Point = readonly [number, number, number]
export type Pixel = [number, number]
export type Projector = (frame: number, point: Point) => Pixel

interface Lens {
  fx: number
  fy: number
  cx: number
  cy: number
}

/** OpenCV's pinhole: x right, y down, z forward. */
function pinhole({ fx, fy, cx, cy }: Lens, [x, y, z]: Point): Pixel {
  return [(fx * x) / z + cx, (fy * y) / z + cy]
}

/** Square pixels, the axis in the middle; `fov` is vertical, degrees. */
function lensOfView(fov: number, { width, height }: { width: number; height: number }): Lens {
  const f = (0.5 * height) / Math.tan(((fov / 2) * Math.PI) / 180)
  return { fx: f, fy: f, cx: width / 2, cy: height / 2 }
}

function times(rows: readonly (readonly number[])[], v: readonly number[]): number[] {
  return rows.map((row) => row.reduce((sum, cell, k) => sum + cell * (v[k] as number), 0))
}

/** R^T (p - t) of rows [R | t]; right for mirrored axes too. */
function intoCamera(rows: readonly (readonly number[])[], point: readonly number[]): Point {
  const arm = [0, 1, 2].map((k) => (point[k] as number) - (rows[k]?.[3] as number))
  return [0, 1, 2].map((axis) =>
    [0, 1, 2].reduce((sum, k) => sum + (rows[k]?.[axis] as number) * (arm[k] as number), 0),
  ) as unknown as Point
}

/** Hamilton, as Eigen's `toRotationMatrix`. */
function rotationRows([w, x, y, z]: readonly [number, number, number, number]): number[][] {
  return [
    [1 - 2 * (y * y + z * z), 2 * (x * y - w * z), 2 * (x * z + w * y)],
    [2 * (x * y + w * z), 1 - 2 * (x * x + z * z), 2 * (y * z - w * x)],
    [2 * (x * z - w * y), 2 * (y * z + w * x), 1 - 2 * (x * x + y * y)],
  ]
}

const numbers = (line: string) => line.split(' ').map(Number)

/** Our own file: `convention` says OpenCV axes, rows, camera-to-world. */
export function readCamerasJson(text: string): Projector {
  const { frames } = JSON.parse(text) as Cameras
  return (frame, point) => {
    const { K, cameraToWorld } = frames[frame] as Cameras['frames'][number]
    const [u, v, w] = times(K, intoCamera(cameraToWorld, point)) as [number, number, number]
    return [u / w, v / w]
  }
}

/** "KP maps a homogeneous 3D point in a world coordinate frame to a homogeneous 2D point"; columns as CameraCtrl has them. */
export function readRealEstate10k(
  text: string,
  { width, height }: { width: number; height: number },
): Projector {
  const lines = text.trimEnd().split('\n').slice(1).map(numbers)
  return (frame, point) => {
    const columns = lines[frame] as number[]
    const [fx, fy, cx, cy] = columns.slice(1, 5) as [number, number, number, number]
    const P = [7, 11, 15].map((from) => columns.slice(from, from + 4))
    const K = [
      [width * fx, 0, width * cx],
      [0, height * fy, height * cy],
      [0, 0, 1],
    ]
    const [u, v, w] = times(K, times(P, [...point, 1])) as [number, number, number]
    return [u / w, v / w]
  }
}

/** doc/format.rst: comments start with #; two lines an image; the pose projects from the world into the camera. */
export function readColmap(files: Record<'cameras.txt' | 'images.txt', string>): Projector {
  const told = (text: string) =>
    text
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'))
  const cameras = new Map(
    told(files['cameras.txt']).map((line) => {
      const [id, model, , , ...params] = line.split(' ')
      if (model !== 'PINHOLE') throw new Error(`not a pinhole: ${line}`)
      const [fx, fy, cx, cy] = params.map(Number) as [number, number, number, number]
      return [id, { fx, fy, cx, cy }]
    }),
  )
  const images = new Map(
    told(files['images.txt'])
      .filter((_, k) => k % 2 === 0)
      .map((line) => [Number(line.split(' ')[0]) - 1, line.split(' ')]),
  )
  return (frame, point) => {
    const [, qw, qx, qy, qz, tx, ty, tz, camera] = images.get(frame) as string[]
    const R = rotationRows([Number(qw), Number(qx), Number(qy), Number(qz)])
    const t = [Number(tx), Number(ty), Number(tz)]
    const inside = times(R, point).map((part, k) => part + (t[k] as number))
    return pinhole(cameras.get(camera) as Lens, inside as unknown as Point)
  }
}

/** Points of the original world go through `applied_transform`, as colmap_utils.py does; cameras are OpenGL's. */
export function readNerfstudio(text: string): Projector {
  const scene = JSON.parse(text) as Nerfstudio
  return (frame, point) => {
    const one = scene.frames[frame] as Nerfstudio['frames'][number]
    const lens = { ...scene, ...one } as unknown as { fl_x: number; fl_y: number } & Lens
    assertRightHanded(one.transform_matrix)
    const there = times(scene.applied_transform, [...point, 1])
    const [x, y, z] = intoCamera(one.transform_matrix, there)
    // y and z point the other way than OpenCV's.
    return pinhole({ fx: lens.fl_x, fy: lens.fl_y, cx: lens.cx, cy: lens.cy }, [x, -y, -z])
  }
}

function assertRightHanded(rows: readonly (readonly number[])[]): void {
  const [x, y, z] = [0, 1, 2].map((k) => new Vector3(...rows.map((row) => row[k] as number)))
  if (!x || !y || !z || x.cross(y).dot(z) < 0) throw new Error('the axes are left-handed')
}

/** Position of the optical centre and orientation with respect to the world; OpenCV's axes. */
export function readTum(
  text: string,
  fov: readonly number[],
  size: { width: number; height: number },
): Projector {
  const lines = text
    .trimEnd()
    .split('\n')
    .filter((line) => !line.startsWith('#'))
    .map(numbers)
  return (frame, point) => {
    const [, tx, ty, tz, qx, qy, qz, qw] = lines[frame] as [
      ...[number, number, number, number],
      ...[number, number, number, number],
    ]
    const R = rotationRows([qw, qx, qy, qz])
    const rows = [
      [...(R[0] as number[]), tx],
      [...(R[1] as number[]), ty],
      [...(R[2] as number[]), tz],
    ]
    return pinhole(lensOfView(fov[frame] as number, size), intoCamera(rows, point))
  }
}

/** gl_Position = projection * inverse(cameraToWorld) * world, then the divide by w and the viewport. */
export function readOpenGl(text: string): Projector {
  const { width, height, frames } = JSON.parse(text) as OpenGl
  return (frame, point) => {
    const { projection, cameraToWorld } = frames[frame] as OpenGl['frames'][number]
    const eye = intoCamera(cameraToWorld, point)
    const [x, y, z, w] = times(projection, [...eye, 1]) as [number, number, number, number]
    if (Math.abs(z / w) > 1) throw new Error('beyond the near or far plane')
    // A viewport's y goes up, a picture's down.
    return [((x / w + 1) * width) / 2, height - ((y / w + 1) * height) / 2]
  }
}

/** A pose as `TensorDataset.__getitem__` of train_recammaster.py makes it: 4x4, OpenCV's camera axes, metres. */
export function loadReCamMaster(file: ReCamMaster, frame: number, view: number): number[][] {
  const text = file[`frame${frame}`]?.[`cam${String(view).padStart(2, '0')}`] as string
  const parsed = text
    .trim()
    .split('] [')
    .map((row) => row.replace('[', '').replace(']', '').split(' ').map(Number))
  const c2w = [0, 1, 2, 3].map((row) => [0, 1, 2, 3].map((k) => parsed[k]?.[row] as number))
  const reordered = c2w.map((row) => [1, 2, 0, 3].map((k) => row[k] as number))
  return reordered.map((row, k) =>
    k < 3 ? row.map((cell, c) => (c === 1 ? -cell : c === 3 ? cell / 100 : cell)) : row,
  )
}

/** Points come in Unreal's world: x forward, y right, z up, which from ours is (-z, x, y); metres after the loader. */
export function readReCamMaster(
  text: string,
  fov: readonly number[],
  size: { width: number; height: number },
): Projector {
  const file = JSON.parse(text) as ReCamMaster
  return (frame, [x, y, z]) =>
    pinhole(
      lensOfView(fov[frame] as number, size),
      intoCamera(loadReCamMaster(file, frame, 1), [-z, x, y]),
    )
}

/** The point of a pixel's Plücker line (moment, direction) that is nearest to a given one: d x m is its foot. */
export function nearestOnRay(rays: Float32Array, pixel: number, point: Point): Point {
  const [mx, my, mz, dx, dy, dz] = rays.subarray(6 * pixel, 6 * pixel + 6) as unknown as [
    ...[number, number, number],
    ...[number, number, number],
  ]
  const along = point[0] * dx + point[1] * dy + point[2] * dz
  return [
    dy * mz - dz * my + along * dx,
    dz * mx - dx * mz + along * dy,
    dx * my - dy * mx + along * dz,
  ]
}
