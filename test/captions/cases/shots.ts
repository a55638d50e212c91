import { Scene } from '#scenes'
import { factsOf, type Facts } from '../../../captions/facts/facts.ts'
import { shotOf } from '../../../captions/window.ts'
import { film, staged } from '../../helpers/filmed.ts'
import { ball } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

/** A man of 1.75 m from so many metres before him, his face in the middle of the closer pictures. */
const manFrom = (metres: number) =>
  staged([{ id: 'man', kind: 'person' }], {
    camera: {
      position: [0, metres < 2 ? 1.4 : 0.9, metres],
      lookAt: [0, metres < 2 ? 1.4 : 0.9, 0],
    },
  })
/** The second half of a clip that cuts at one second. */
const secondShot = (to: object): Facts => {
  const first = { position: [0, 1.4, 6], lookAt: [0, 1.4, 0], fov: 45 }
  const scene = Scene.parse({
    version: 1,
    name: 'cut',
    clip: { width: 640, height: 352, fps: 12, frames: 25 },
    cameras: [
      {
        shots: [
          { ...first, to: 1 },
          { ...first, ...to },
        ],
      },
    ],
    actors: [{ id: 'floor', kind: 'ground', size: [60, 60] }, ball('a', 0)],
  })
  return factsOf(shotOf(film(scene), 1))
}

type Shot = 'angle' | 'shot' | 'cut'

/** From where and how near a shot sees, and where it begins. */
export const SHOTS: { [P in Shot]: Cases<P> } = {
  angle: [
    [{ angle: 'level' }, () => staged([ball('a', 0)]), 'verified'],
    [{ angle: 'high' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { angle: 'high' },
      () => staged([ball('a', 0)], { camera: { position: [0, 4, 6], lookAt: [0, 0.5, 0] } }),
      'verified',
    ],
    [
      { angle: 'high' },
      () => staged([ball('a', 0)], { camera: { position: [0, 2.6, 6], lookAt: [0, 0.5, 0] } }),
      'untestable',
    ],
    [
      { angle: 'low' },
      () => staged([ball('a', 0)], { camera: { position: [0, 0.3, 6], lookAt: [0, 2, 0] } }),
      'verified',
    ],
  ],
  shot: [
    [{ size: 'wide', actor: 'a' }, () => staged([ball('a', 0, { radius: 0.65 })]), 'verified'],
    [{ size: 'close', actor: 'a' }, () => staged([ball('a', 0, { radius: 0.2 })]), 'refuted'],
    [{ size: 'wide', actor: 'a' }, () => staged([ball('a', 0, { radius: 1.24 })]), 'untestable'],
    [{ size: 'wide', actor: 'a' }, () => staged([ball('a', 0, { radius: 1.4 })]), 'refuted'],
    [{ size: 'medium', actor: 'man' }, () => manFrom(1.25), 'verified'],
    [{ size: 'medium close-up', actor: 'man' }, () => manFrom(1.25), 'refuted'],
    [{ size: 'medium', actor: 'man' }, () => manFrom(1.55), 'untestable'],
    [{ size: 'full', actor: 'man' }, () => manFrom(2.9), 'verified'],
    [
      { size: 'close', actor: 'a' },
      () =>
        staged([ball('a', 0, { radius: 0.2 })], {
          camera: { position: [0, 0.5, 0.8], lookAt: [0, 0.2, 0] },
        }),
      'verified',
    ],
  ],
  cut: [
    [{ shot: 1 }, () => secondShot({ position: [4, 1.4, 4] }), 'verified'],
    [{ shot: 1 }, () => secondShot({ position: [0.01, 1.4, 6] }), 'refuted'],
    [
      { shot: 1 },
      () => secondShot({ position: [0.25, 1.4, 6], lookAt: [0.25, 1.4, 0] }),
      'untestable',
    ],
    [{ shot: 1 }, () => staged([ball('a', 0)]), 'refuted'],
  ],
}
