import {
  CAMERA_FORMATS,
  camerasOf,
  pluckerRays,
  Random,
  type CameraFormatName,
  type Cameras,
} from '#scenes'
import { Vector3 } from 'three'
import { pixelOf, pointBehind, randomTake, threeCamera, type RandomTake } from './random-takes.ts'
import {
  nearestOnRay,
  readCamerasJson,
  readColmap,
  readNerfstudio,
  readOpenGl,
  readRealEstate10k,
  readReCamMaster,
  readTum,
  type Pixel,
  type Point,
  type Projector,
} from './readers.ts'

type Measured = CameraFormatName | 'cameras.json' | 'plucker' | 'plucker-relative'

/**
 * How far, in pixels, the farthest point lands from where three draws it, when its pixel is found by what was
 * exported, format by format.
 * @param takes how many takes of 8 cameras; 5 points in front of each, 1 to 60 metres away
 */
export function converterError({ seed = 1, takes = 25 } = {}): Record<Measured, number> {
  const random = Random.of(seed).fork('converter-error')
  const worst = {} as Record<Measured, number>
  const note = (name: Measured, [u, v]: Pixel, [x, y]: Pixel) => {
    const error = Math.hypot(u - x, v - y)
    // Not a number is the worst of all.
    if (!(error <= (worst[name] ?? 0))) worst[name] = error
    else worst[name] ??= error
  }
  for (let k = 0; k < takes; k++) {
    const made = randomTake(random, 8)
    const cameras = camerasOf(made.take, made.track, made.size)
    const projectors = Object.entries(projectorsOf(cameras, made)) as [Measured, Projector][]
    for (let frame = 0; frame < made.take.frames; frame++) {
      const three = threeCamera(made, frame)
      for (let n = 0; n < 5; n++) {
        const aim: Pixel = [random.unit() * made.size.width, random.unit() * made.size.height]
        const point = pointBehind(three, aim, random.between(1, 60), made.size)
        const wanted = pixelOf(three, point, made.size)
        for (const [name, project] of projectors) note(name, project(frame, point), wanted)
      }
    }
    const { plain, relative } = pluckerPixels(cameras, made, random)
    for (const [got, wanted] of plain) note('plucker', got, wanted)
    for (const [got, wanted] of relative) note('plucker-relative', got, wanted)
  }
  return worst
}

/** Each format is written as the command line writes it and read as its users read it. */
function projectorsOf(
  cameras: Cameras,
  { track, size }: RandomTake,
): Record<CameraFormatName | 'cameras.json', Projector> {
  const text = (name: CameraFormatName) => Object.values(CAMERA_FORMATS[name].files(cameras))[0]!
  return {
    'cameras.json': readCamerasJson(JSON.stringify(cameras)),
    realestate10k: readRealEstate10k(text('realestate10k'), size),
    colmap: readColmap(CAMERA_FORMATS.colmap.files(cameras)),
    nerfstudio: readNerfstudio(text('nerfstudio')),
    tum: readTum(text('tum'), track.fov, size),
    opengl: readOpenGl(text('opengl')),
    recammaster: readReCamMaster(text('recammaster'), track.fov, size),
  }
}

/** A point behind a pixel's centre, and what its ray passes nearest to it, both as three draws them. */
function pluckerPixels(cameras: Cameras, made: RandomTake, random: Random) {
  const { width, height } = made.size
  const frame = made.take.frames - 1
  const [three, first] = [threeCamera(made, frame), threeCamera(made, 0)]
  // Into the first camera's OpenCV axes and back: y and z change sign.
  const flip = ({ x, y, z }: Vector3) => new Vector3(x, -y, -z)
  const toFirst = (p: Point): Point =>
    flip(new Vector3(...p).applyMatrix4(first.matrixWorldInverse)).toArray()
  const fromFirst = (p: Point): Point =>
    flip(new Vector3(...p))
      .applyMatrix4(first.matrixWorld)
      .toArray()

  const rays = pluckerRays(cameras, frame)
  const related = pluckerRays(cameras, frame, { relative: true })
  const picked = Array.from({ length: 20 }, () => {
    const [x, y] = [random.int(0, width - 1), random.int(0, height - 1)]
    const centre: Pixel = [x + 0.5, y + 0.5]
    const point = pointBehind(three, centre, random.between(1, 60), made.size)
    return { index: y * width + x, point, centre }
  })
  const landing = (p: Point) => pixelOf(three, p, made.size)
  return {
    plain: picked.map(
      ({ index, point, centre }) => [landing(nearestOnRay(rays, index, point)), centre] as const,
    ),
    relative: picked.map(
      ({ index, point, centre }) =>
        [landing(fromFirst(nearestOnRay(related, index, toFirst(point)))), centre] as const,
    ),
  }
}
