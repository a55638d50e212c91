import { mat4 } from 'gl-matrix'
import { poseAtFrame, type CameraTrack, type Take } from '../take/take.ts'

/** cameras.json: the pinhole camera of every frame. */
export interface Cameras {
  /** Spelled out in the file, so that nobody has to guess. */
  convention: {
    camera: 'OpenCV: x right, y down, z forward'
    world: 'metres, y up, right-handed'
    pixels: 'centres at +0.5'
    matrix: 'rows; cameraToWorld turns column vectors'
  }
  camera: string
  width: number
  height: number
  fps: number
  /** Frames [from, to) between the cuts: one for every shot. */
  shots: { from: number; to: number }[]
  frames: CameraFrame[]
}

export interface CameraFrame {
  frame: number
  /** Seconds. */
  t: number
  /** 3x3, pixels. */
  K: number[][]
  /** 4x4, metres. */
  cameraToWorld: number[][]
}

export function camerasOf(
  take: Take,
  camera: CameraTrack,
  size: { width: number; height: number },
): Cameras {
  const frames = Array.from({ length: take.frames }, (_, frame): CameraFrame => ({
    frame,
    t: frame / take.fps,
    K: intrinsics(camera.fov[Math.min(frame, camera.fov.length - 1)] as number, size),
    cameraToWorld: openCvPose(camera, frame),
  }))
  return {
    convention: {
      camera: 'OpenCV: x right, y down, z forward',
      world: 'metres, y up, right-handed',
      pixels: 'centres at +0.5',
      matrix: 'rows; cameraToWorld turns column vectors',
    },
    camera: camera.id,
    ...size,
    fps: take.fps,
    shots: camera.shots,
    frames,
  }
}

/** Square pixels; `fov` is vertical, degrees. */
function intrinsics(fov: number, { width, height }: { width: number; height: number }): number[][] {
  const f = height / (2 * Math.tan((fov * Math.PI) / 360))
  return [
    [f, 0, width / 2],
    [0, f, height / 2],
    [0, 0, 1],
  ]
}

/** three's camera looks along -z with y up; OpenCV's along +z with y down: two axes change sign. */
function openCvPose({ track }: CameraTrack, frame: number): number[][] {
  const { position, rotation } = poseAtFrame(track, frame)
  // A plain array: gl-matrix's own matrices are 32-bit.
  const zeros = Array.from({ length: 16 }, () => 0) as mat4
  const m = mat4.fromRotationTranslation(zeros, rotation, position)
  const at = (row: number, column: number) => (m[4 * column + row] as number) + 0
  return [0, 1, 2, 3].map((row) => [at(row, 0), -at(row, 1) + 0, -at(row, 2) + 0, at(row, 3)])
}
