import { staged } from '../../helpers/filmed.ts'
import { ball, box, keys, person, roll } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

/** A man walks two metres to the right, a camera goes with him. */
const tracking = (camera: object, from: string) =>
  staged([person([-2, 0, 0], [0, 0, 0])], {
    camera: { ...camera, moves: [{ kind: 'track', from }] },
  })

/** Looks past what is in the middle. */
const ASIDE = { lookAt: [9, 1.4, 0] }

type Camera = 'camera' | 'follows' | 'tracks' | 'reveals' | 'shakes'

/** How the camera moves, and what it goes with. */
export const CAMERA: { [P in Camera]: Cases<P> } = {
  camera: [
    [{ move: 'static' }, () => staged([ball('a', 0)]), 'verified'],
    [
      { move: 'pan', direction: 'right' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1.5, 1.4, 0] }) }),
      'verified',
    ],
    [
      { move: 'pan', direction: 'left' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1.5, 1.4, 0] }) }),
      'refuted',
    ],
    [
      { move: 'static' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1.5, 1.4, 0] }) }),
      'refuted',
    ],
    [
      { move: 'pan', direction: 'right' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [0.36, 1.4, 0] }) }),
      'untestable',
    ],
    [
      { move: 'tilt', direction: 'up' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [0, 2.6, 0] }) }),
      'verified',
    ],
    [
      { move: 'truck', direction: 'right' },
      () =>
        staged([ball('a', 0)], {
          camera: keys({ t: 2, position: [1, 1.4, 6], lookAt: [1, 1.4, 0] }),
        }),
      'verified',
    ],
    [
      { move: 'pan', direction: 'right' },
      () =>
        staged([ball('a', 0)], {
          camera: keys({ t: 2, position: [1, 1.4, 6], lookAt: [1, 1.4, 0] }),
        }),
      'refuted',
    ],
    [
      { move: 'dolly', direction: 'in' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, position: [0, 1.4, 4.5] }) }),
      'verified',
    ],
    [
      { move: 'zoom', direction: 'in' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, position: [0, 1.4, 4.5] }) }),
      'refuted',
    ],
    [
      { move: 'zoom', direction: 'in' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, fov: 30 }) }),
      'verified',
    ],
    [
      { move: 'pedestal', direction: 'up' },
      () =>
        staged([ball('a', 0)], {
          camera: keys({ t: 2, position: [0, 2.2, 6], lookAt: [0, 2.2, 0] }),
        }),
      'verified',
    ],
    [
      { move: 'roll', direction: 'clockwise' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, roll: 15 }) }),
      'verified',
    ],
    [
      { move: 'roll', direction: 'counterclockwise' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, roll: 15 }) }),
      'refuted',
    ],
  ],
  follows: [
    [
      { actor: 'a', how: 'turning' },
      () =>
        staged(
          [
            ball(
              'a',
              0,
              roll([
                [-2, 0, 0],
                [2, 0, 0],
              ]),
            ),
          ],
          { camera: { lookAt: 'a' } },
        ),
      'verified',
    ],
    [
      { actor: 'a', how: 'turning' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-2, 0, 0],
              [2, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a', how: 'turning' },
      () =>
        staged(
          [
            ball(
              'a',
              0,
              roll([
                [-0.4, 0, 0],
                [0.4, 0, 0],
              ]),
            ),
          ],
          { camera: keys({ t: 2, lookAt: [0.5, 1.4, 0] }) },
        ),
      'untestable',
    ],
  ],
  tracks: [
    [
      { actor: 'man', from: 'side' },
      () => tracking({ position: [0, 1.4, 5], lookAt: 'man' }, 'side'),
      'verified',
    ],
    [
      { actor: 'man', from: 'tail' },
      () => tracking({ position: [0, 1.4, 5], lookAt: 'man' }, 'side'),
      'refuted',
    ],
    [
      { actor: 'man', from: 'tail' },
      () => tracking({ position: [-6, 1.4, 0], lookAt: 'man' }, 'tail'),
      'verified',
    ],
    [
      { actor: 'man', from: 'lead' },
      () => tracking({ position: [4, 1.4, 0], lookAt: 'man' }, 'lead'),
      'verified',
    ],
    [
      { actor: 'man', from: 'aerial' },
      () => tracking({ position: [0, 6, 3], lookAt: 'man' }, 'aerial'),
      'verified',
    ],
    // Between beside and ahead.
    [
      { actor: 'man', from: 'side' },
      () => tracking({ position: [0.24, 1.4, 4.4], lookAt: 'man' }, 'side'),
      'untestable',
    ],
    [{ actor: 'man', from: 'side' }, () => staged([person([-2, 0, 0], [0, 0, 0])]), 'refuted'],
  ],
  reveals: [
    [
      { actor: 'a' },
      () => staged([ball('a', 0)], { camera: { ...ASIDE, ...keys({ t: 2, lookAt: [0, 1, 0] }) } }),
      'verified',
    ],
    // From behind something.
    [
      { actor: 'a' },
      () =>
        staged([ball('a', 0), box('wall', [0, 0, 3], [1.6, 2, 0.2])], {
          camera: keys({ t: 2, position: [3, 1.4, 4], lookAt: [0, 0.6, 0] }),
        }),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)], { camera: ASIDE }), 'refuted'],
    [
      { actor: 'a' },
      () => staged([ball('a', 0)], { camera: keys({ t: 2, lookAt: [1, 1, 0] }) }),
      'refuted',
    ],
    // It comes into the picture by itself.
    [
      { actor: 'a' },
      () =>
        staged(
          [
            ball(
              'a',
              -6,
              roll([
                [-6, 0, 0],
                [0, 0, 0],
              ]),
            ),
          ],
          { camera: keys({ t: 2, lookAt: [0.6, 1.4, 0] }) },
        ),
      'refuted',
    ],
    // Still half out of the picture in the end.
    [
      { actor: 'a' },
      () =>
        staged([ball('a', 0)], { camera: { ...ASIDE, ...keys({ t: 2, lookAt: [4.6, 1, 0] }) } }),
      'untestable',
    ],
  ],
  shakes: [
    [{ how: 'a little' }, () => staged([ball('a', 0)], { camera: { handheld: 0.3 } }), 'verified'],
    [
      { how: 'a lot' },
      () => staged([ball('a', 0)], { camera: { handheld: 1, fov: 20 } }),
      'verified',
    ],
    [{ how: 'a lot' }, () => staged([ball('a', 0)], { camera: { handheld: 0.3 } }), 'refuted'],
    [{ how: 'a little' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { how: 'a little' },
      () => staged([ball('a', 0)], { camera: { handheld: 0.22 } }),
      'untestable',
    ],
  ],
}
