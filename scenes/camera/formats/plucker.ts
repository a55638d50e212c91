import type { CameraFrame, Cameras } from '../cameras.ts'
import { entry, inverseRigid, product } from '../rigid.ts'

/**
 * Plücker rays of a frame's pixels: height x width x 6 numbers, rows from the top, then pixels from the left, then
 * `[mx, my, mz, dx, dy, dz]`: the moment o x d (metres) **before** the unit direction d, as CameraCtrl has them;
 * o is the camera's place. The ray of pixel (x, y) goes through its centre (x + 0.5, y + 0.5).
 *
 * World: ours, metres, y up, right-handed; `relative`: the axes of the first frame's camera, x right, y down, z
 * forward, and its place as the origin. (CameraCtrl does the same with `zero_t_first_frame`, and without it moves the
 * first camera along -y.) For the rays of a smaller picture, such as a latent, give it `resized` cameras.
 * A 32-bit moment is good to 1e-7 of the distance from the origin: a kilometre away ask for relative rays.
 *
 * Source: hehao13/CameraCtrl, cameractrl/data/dataset.py, `ray_condition` and `get_relative_pose`; the paper is
 * https://arxiv.org/abs/2404.02101.
 */
export function pluckerRays(
  { width, height, frames }: Cameras,
  frame: number,
  { relative = false } = {},
): Float32Array {
  const [one, first] = [frames[frame], frames[0]]
  if (!one || !first)
    throw new RangeError(`frame is a whole number below ${frames.length} (got ${frame})`)
  const pose = relative ? relativePose(one, first) : one.cameraToWorld
  const at = (row: number, column: number) => entry(pose, row, column)
  const [ox, oy, oz] = [at(0, 3), at(1, 3), at(2, 3)]
  const [fx, fy] = [entry(one.K, 0, 0), entry(one.K, 1, 1)]
  const [cx, cy] = [entry(one.K, 0, 2), entry(one.K, 1, 2)]
  const [[xx, xy, xz], [yx, yy, yz], [zx, zy, zz]] = [
    [at(0, 0), at(1, 0), at(2, 0)] as const,
    [at(0, 1), at(1, 1), at(2, 1)] as const,
    [at(0, 2), at(1, 2), at(2, 2)] as const,
  ]
  const rays = new Float32Array(height * width * 6)
  let k = 0
  for (let row = 0; row < height; row++) {
    const y = (row + 0.5 - cy) / fy
    for (let column = 0; column < width; column++) {
      const x = (column + 0.5 - cx) / fx
      const length = Math.sqrt(x * x + y * y + 1)
      const dx = (xx * x + yx * y + zx) / length
      const dy = (xy * x + yy * y + zy) / length
      const dz = (xz * x + yz * y + zz) / length
      rays[k++] = oy * dz - oz * dy
      rays[k++] = oz * dx - ox * dz
      rays[k++] = ox * dy - oy * dx
      rays[k++] = dx
      rays[k++] = dy
      rays[k++] = dz
    }
  }
  return rays
}

function relativePose(one: CameraFrame, first: CameraFrame) {
  return product(inverseRigid(first.cameraToWorld), one.cameraToWorld)
}
