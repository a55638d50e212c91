import type { CameraFrame, Cameras } from '../cameras.ts'
import { entry, type Matrix, product } from '../rigid.ts'
import { imageName } from './image-name.ts'
import { openGlPose } from './opengl.ts'

/** Our world, y up, to Nerfstudio's, z up: (x, y, z) becomes (x, -z, y). 3x4. */
const Z_UP: Matrix = [
  [1, 0, 0, 0],
  [0, 0, -1, 0],
  [0, 1, 0, 0],
]

/** transforms.json. */
export interface Nerfstudio {
  camera_model: 'OPENCV'
  w: number
  h: number
  /** 3x4, from the world of cameras.json to that of `transform_matrix`. */
  applied_transform: Matrix
  /** The world is level already; Nerfstudio would else tilt it until the mean camera stands upright. */
  orientation_override: 'none'
  /** Here when all frames share one lens, else in every frame. */
  fl_x?: number
  fl_y?: number
  cx?: number
  cy?: number
  frames: NerfstudioFrame[]
}

export interface NerfstudioFrame {
  file_path: string
  /** 4x4, camera-to-world. */
  transform_matrix: Matrix
  /** 0 for the first frame, 1 for the last; readers of moving scenes ask for it. */
  time: number
  fl_x?: number
  fl_y?: number
  cx?: number
  cy?: number
}

/**
 * Nerfstudio's transforms.json.
 *
 * Pose: 4x4 camera-to-world, rows; camera axes x right, y up, z backward (OpenGL, Blender); right-handed.
 * World: metres, **z up**: ours turned by `applied_transform`, (x, y, z) becomes (x, -z, y). A point of our world is
 * to be turned the same way. Intrinsics: pixels; rays go through pixel + 0.5, so cx and cy count from the corner.
 *
 * Source: https://docs.nerf.studio/quickstart/data_conventions.html (nerfstudio-project/nerfstudio,
 * docs/quickstart/data_conventions.md); `applied_transform`: nerfstudio/process_data/colmap_utils.py; intrinsics by
 * frame and `orientation_override`: nerfstudio/data/dataparsers/nerfstudio_dataparser.py.
 */
export function nerfstudio(
  { width, height, frames }: Cameras,
  image: (frame: number) => string = (frame) => `images/${imageName(frame)}`,
): Nerfstudio {
  const lenses = frames.map(lensOf)
  const [first] = lenses
  const isFixed = lenses.every((lens) => JSON.stringify(lens) === JSON.stringify(first))
  const turn = [...Z_UP, [0, 0, 0, 1]]
  return {
    camera_model: 'OPENCV',
    w: width,
    h: height,
    ...(isFixed && first),
    applied_transform: Z_UP,
    orientation_override: 'none',
    frames: frames.map((one, index) => ({
      file_path: image(one.frame),
      transform_matrix: product(turn, openGlPose(one.cameraToWorld)),
      time: index / Math.max(1, frames.length - 1),
      ...(!isFixed && lenses[index]),
    })),
  }
}

function lensOf({ K }: CameraFrame) {
  return { fl_x: entry(K, 0, 0), fl_y: entry(K, 1, 1), cx: entry(K, 0, 2), cy: entry(K, 1, 2) }
}
