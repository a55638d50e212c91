import type { Cameras } from '../cameras.ts'
import { entry, type Matrix } from '../rigid.ts'

/** Cameras as three.js and OpenGL want them. */
export interface OpenGl {
  /** Spelled out in the file, so that nobody has to guess. */
  convention: {
    camera: 'OpenGL: x right, y up, z backward'
    world: 'metres, y up, right-handed'
    clip: 'OpenGL: x right, y up, z from -1 (near) to 1 (far); the picture is x and y from -1 to 1'
    matrix: 'rows; turns column vectors'
  }
  camera: string
  width: number
  height: number
  fps: number
  /** Metres. */
  near: number
  far: number
  frames: OpenGlFrame[]
}

export interface OpenGlFrame {
  frame: number
  /** Seconds. */
  t: number
  /** 4x4: three's `camera.matrixWorld`. */
  cameraToWorld: Matrix
  /** 4x4: three's `camera.projectionMatrix`. */
  projection: Matrix
}

/**
 * Camera-to-world and projection matrix of every frame, as OpenGL and three.js use them.
 *
 * Camera axes x right, y up, the view along -z; world in metres, y up; right-handed. Clip coordinates are OpenGL's:
 * pixel = ((x / w + 1) / 2 * width, (1 - y / w) / 2 * height), with pixel centres at +0.5. Matrices are lists of
 * rows: three's `Matrix4.set` takes them in this order, `Matrix4.elements` and OpenGL hold them by columns.
 *
 * Source: mrdoob/three.js 0.187, src/cameras/PerspectiveCamera.js and src/math/Matrix4.js, `makePerspective`; pixels:
 * the reference page of `glViewport`, https://registry.khronos.org/OpenGL-Refpages/gl4/html/glViewport.xhtml.
 * @param planes distances of the near and far plane, metres, 0 < near < far
 */
export function openGl(
  { camera, width, height, fps, frames }: Cameras,
  { near, far } = { near: 0.1, far: 1000 },
): OpenGl {
  return {
    convention: {
      camera: 'OpenGL: x right, y up, z backward',
      world: 'metres, y up, right-handed',
      clip: 'OpenGL: x right, y up, z from -1 (near) to 1 (far); the picture is x and y from -1 to 1',
      matrix: 'rows; turns column vectors',
    },
    camera,
    width,
    height,
    fps,
    near,
    far,
    frames: frames.map(({ frame, t, K, cameraToWorld }) => ({
      frame,
      t,
      cameraToWorld: openGlPose(cameraToWorld),
      projection: [
        [(2 * entry(K, 0, 0)) / width, 0, 1 - (2 * entry(K, 0, 2)) / width, 0],
        [0, (2 * entry(K, 1, 1)) / height, (2 * entry(K, 1, 2)) / height - 1, 0],
        [0, 0, -(far + near) / (far - near), (-2 * far * near) / (far - near)],
        [0, 0, -1, 0],
      ],
    })),
  }
}

/** Camera-to-world with OpenCV's camera axes (y down, z forward) to the same pose with OpenGL's (y up, z backward). */
export function openGlPose(cameraToWorld: Matrix): Matrix {
  return cameraToWorld.map(([x = 0, y = 0, z = 0, shift = 0]) => [x, -y + 0, -z + 0, shift])
}
