import type { Cameras } from '../cameras.ts'
import { entry, type Matrix } from '../rigid.ts'

/** camera_extrinsics.json: `frame0`, `frame1` ... hold `cam01`, `cam02` ..., each four rows in brackets. */
export type ReCamMaster = Record<`frame${number}`, Record<string, string>>

/**
 * ReCamMaster's and SynCamMaster's camera_extrinsics.json, the poses of all cameras of a scene. It holds no
 * intrinsics: those are in the folder's name (`f24_aperture5` is 24 mm on a sensor of 23.76 mm x 23.76 mm).
 *
 * A pose is `"[r r r 0] [r r r 0] [r r r 0] [x y z 1] "`: the rows are the camera's forward, right and up axis and its
 * place, each in Unreal's world, that is x forward, y right, z up, **left-handed**, **centimetres**. It is the
 * camera-to-world matrix of row vectors. Our world (x, y, z) is Unreal's (-z, x, y).
 *
 * Its trainer turns a pose to x right, y down, z forward in metres, and takes poses relative to one of the cameras,
 * where the left-handed world cancels out. It reads frames 0, 4 ... 80 and cameras 1 to 10.
 *
 * Source: KlingAIResearch/ReCamMaster (formerly KwaiVGI/ReCamMaster), train_recammaster.py, `parse_matrix` and
 * `__getitem__`; units and axes: README.md "Dataset" and issues 14 and 37.
 * @param views cameras of one scene, filmed together: `cam01` is the first
 */
export function reCamMaster(views: readonly Cameras[]): ReCamMaster {
  const [first] = views
  if (!first) throw new RangeError('ReCamMaster needs at least one camera')
  if (views.some(({ frames }) => frames.length !== first.frames.length))
    throw new RangeError('the cameras of a scene have equally many frames')
  return Object.fromEntries(
    first.frames.map((_, frame) => [
      `frame${frame}`,
      Object.fromEntries(
        views.map(({ frames }, view) => [
          `cam${String(view + 1).padStart(2, '0')}`,
          rowsOf(frames[frame]?.cameraToWorld as Matrix),
        ]),
      ),
    ]),
  )
}

function rowsOf(pose: Matrix): string {
  const unreal = (column: number, factor: number) =>
    [-entry(pose, 2, column), entry(pose, 0, column), entry(pose, 1, column)].map(
      (part) => factor * part + 0,
    )
  const rows = [
    [...unreal(2, 1), 0],
    [...unreal(0, 1), 0],
    [...unreal(1, -1), 0],
    [...unreal(3, 100), 1],
  ]
  // The space at the end is the format's own.
  return rows.map((row) => `[${row.join(' ')}] `).join('')
}
