import { PerspectiveCamera, Vector3 } from 'three'
import { poseAtFrame, type CameraTrack, type Random, type Size, type Take } from '#scenes'
import type { Pixel, Point } from './readers.ts'

/** Wide, high, square, odd. */
const SIZES: Size[] = [
  { width: 832, height: 480 },
  { width: 480, height: 832 },
  { width: 512, height: 512 },
  { width: 1280, height: 704 },
  { width: 317, height: 211 },
]

export interface RandomTake {
  take: Take
  track: CameraTrack
  size: Size
}

/** A take of one camera that is somewhere else, turned any way, behind another lens (10 to 120 degrees), every frame. */
export function randomTake(random: Random, frames: number): RandomTake {
  const positions = Array.from({ length: frames }, () => [0, 1, 2].map(() => random.between(-9, 9)))
  const track: CameraTrack = {
    id: 'main',
    fov: positions.map(() => random.between(10, 120)),
    shots: [{ from: 0, to: frames }],
    track: {
      samples: frames,
      position: positions.flat(),
      rotation: positions.flatMap(() => randomTurn(random)),
      scale: positions.map(() => 1),
      travel: positions.map(() => 0),
    },
  }
  return {
    take: { fps: 24, frames, cast: [], actors: [], cameras: [track], events: [] },
    track,
    size: random.pick(SIZES),
  }
}

/** Evenly over all turns: four numbers out of a ball, brought to length 1. */
function randomTurn(random: Random): number[] {
  for (;;) {
    const q = [0, 1, 2, 3].map(() => random.between(-1, 1))
    const length = Math.hypot(...q)
    if (length > 0.1 && length < 1) return q.map((part) => part / length)
  }
}

/** What draws the frame: three's own camera. */
export function threeCamera({ track, size }: RandomTake, frame: number): PerspectiveCamera {
  const camera = new PerspectiveCamera(track.fov[frame], size.width / size.height, 0.1, 1000)
  const { position, rotation } = poseAtFrame(track.track, frame)
  camera.position.set(...position)
  camera.quaternion.set(...rotation)
  camera.updateMatrixWorld()
  return camera
}

export function pixelOf(camera: PerspectiveCamera, point: Point, { width, height }: Size): Pixel {
  const { x, y } = new Vector3(...point).project(camera)
  return [((x + 1) / 2) * width, ((1 - y) / 2) * height]
}

/** The point of the world behind a pixel at a depth along the view, metres. */
export function pointBehind(
  camera: PerspectiveCamera,
  [u, v]: Pixel,
  depth: number,
  { width, height }: Size,
): Point {
  const half = Math.tan((camera.fov * Math.PI) / 360) * depth
  const x = ((2 * u) / width - 1) * half * camera.aspect
  const y = (1 - (2 * v) / height) * half
  return new Vector3(x, y, -depth).applyMatrix4(camera.matrixWorld).toArray()
}
