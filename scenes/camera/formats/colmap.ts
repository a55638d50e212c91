import type { Cameras } from '../cameras.ts'
import { entry, inverseRigid, quaternionOfPose } from '../rigid.ts'
import { imageName } from './image-name.ts'

/**
 * A COLMAP sparse model as text: cameras.txt, images.txt and a points3D.txt without points.
 *
 * cameras.txt: `CAMERA_ID PINHOLE WIDTH HEIGHT fx fy cx cy`, pixels, one camera for each K that occurs (one, unless
 * the lens zooms). The upper left corner of the picture is (0, 0) and the centre of its first pixel (0.5, 0.5).
 * images.txt: `IMAGE_ID QW QX QY QZ TX TY TZ CAMERA_ID NAME`, then a line for 2D points, which stays empty.
 * Pose: world-to-camera; Hamilton quaternion, w first; camera axes x right, y down, z forward; right-handed.
 * World: ours, metres, y up (COLMAP leaves it free). IMAGE_ID is 1 + the frame; NAME is relative to the image folder.
 *
 * Source: https://colmap.github.io/format.html (colmap/colmap, doc/format.rst); pixels: doc/database.rst, "Keypoints
 * and Descriptors".
 */
export function colmap(
  { width, height, frames }: Cameras,
  image: (frame: number) => string = imageName,
): Record<'cameras.txt' | 'images.txt' | 'points3D.txt', string> {
  const lenses = new Map<string, number>()
  const images = frames.map(({ frame, K, cameraToWorld }) => {
    const lens = [entry(K, 0, 0), entry(K, 1, 1), entry(K, 0, 2), entry(K, 1, 2)].join(' ')
    const camera = lenses.get(lens) ?? lenses.size + 1
    lenses.set(lens, camera)
    const pose = inverseRigid(cameraToWorld)
    const [x, y, z, w] = quaternionOfPose(pose)
    const shift = [0, 1, 2].map((row) => entry(pose, row, 3))
    return [frame + 1, w, x, y, z, ...shift, camera, image(frame)].join(' ')
  })
  const cameras = [...lenses].map(([lens, id]) => `${id} PINHOLE ${width} ${height} ${lens}`)
  return {
    'cameras.txt': text('CAMERA_ID, MODEL, WIDTH, HEIGHT, fx, fy, cx, cy', cameras),
    'images.txt': text(
      'IMAGE_ID, QW, QX, QY, QZ, TX, TY, TZ, CAMERA_ID, NAME, then a line of points',
      images.flatMap((line) => [line, '']),
    ),
    'points3D.txt': text('POINT3D_ID, X, Y, Z, R, G, B, ERROR, TRACK[]', []),
  }
}

function text(columns: string, lines: readonly string[]): string {
  return `${[`# ${columns}`, ...lines].join('\n')}\n`
}
