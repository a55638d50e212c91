import { Scene } from '#scenes'
import type { Filmed } from '#captions'
import { film } from './filmed.ts'

const STILL = { position: [0, 1.4, 6], lookAt: [0, 0.6, 0], fov: 45 }

interface BallClip {
  camera?: object
  /** Seconds from which to which the ball rolls. */
  rolls?: [from: number, to: number]
  clip?: { fps: number; frames: number }
}

/** A red ball that rolls to the right, of itself from 1 s to 2 s of 3 s, in front of a still camera; a green crate to its right. */
export function ballClip({
  camera = STILL,
  rolls: [from, to] = [1, 2],
  clip = { fps: 12, frames: 37 },
}: BallClip = {}): Filmed {
  return film(
    Scene.parse({
      version: 1,
      name: 'ball',
      clip: { width: 640, height: 352, ...clip },
      cameras: [{ id: 'main', ...camera }],
      actors: [
        { id: 'floor', kind: 'ground', size: [60, 60], material: { surface: 'concrete' } },
        {
          id: 'ball',
          kind: 'sphere',
          radius: 0.3,
          position: [-2, 0, 0],
          material: { color: 'red' },
          motion: [
            {
              kind: 'path',
              points: [
                [-2, 0, 0],
                [0.5, 0, 0],
              ],
              from,
              to,
              roll: 0.3,
              face: 'keep',
            },
          ],
        },
        {
          id: 'crate',
          kind: 'box',
          noun: { en: 'crate' },
          size: [0.7, 0.7, 0.7],
          position: [1.8, 0, 0],
          material: { color: 'green' },
        },
      ],
    }),
  )
}
