import { faint, staged } from '../../helpers/filmed.ts'
import { ball, box, keys, roll } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

const overDunes = (height: number) =>
  staged([
    {
      id: 'dunes',
      kind: 'ground',
      size: [50, 50],
      relief: 'dunes',
      height: 0.5,
      spacing: 10,
      clearing: 8,
    },
    ball(
      'a',
      0,
      roll([
        [-1, height, 0],
        [1, height, 0],
      ]),
    ),
  ])

/** A ball rolls to the left, and a camera pans left so far that at first the ball is left behind. */
const leftBehind = () =>
  staged(
    [
      ball(
        'a',
        0,
        roll([
          [0, 0, 0],
          [-1.5, 0, 0],
        ]),
      ),
    ],
    { camera: keys({ t: 0.7, lookAt: [-2, 1.4, 0] }) },
  )
/** A plank turns to point at the camera as it goes left with it: its left edge draws back, its right one stays. */
const drawsBack = (turn: number) =>
  staged(
    [
      box('a', [0, 0.5, 0], [1.6, 0.5, 0.2], {
        motion: [
          {
            kind: 'move',
            keys: [
              { t: 0, position: [0, 0.5, 0], rotation: [0, 0, 0], ease: 'linear' },
              { t: 2, position: [-1.5, 0.5, 0], rotation: [0, turn, 0], ease: 'linear' },
            ],
          },
        ],
      }),
    ],
    { camera: keys({ t: 2, position: [-1.47, 1.4, 6], lookAt: [-1.47, 1.4, 0] }) },
  )

type Way = 'heads' | 'over' | 'passes' | 'enters' | 'leaves'

/** Which way a thing goes, over and past what, into the picture and out of it. */
export const WAYS: { [P in Way]: Cases<P> } = {
  heads: [
    [
      { actor: 'a', direction: 'right' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', direction: 'left' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a', direction: 'toward' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [0, 0, -3],
              [0, 0, 1],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', direction: 'right' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-0.6, 0, -1.5],
              [0.6, 0, 0.7],
            ]),
          ),
        ]),
      'untestable',
    ],
    // From where it is seen well its picture goes left, but it has first gone right for longer.
    [{ actor: 'a', direction: 'left' }, leftBehind, 'untestable'],
    [{ actor: 'a', direction: 'left' }, () => faint(leftBehind(), 'a', 8), 'untestable'],
    [{ actor: 'a', direction: 'left' }, () => drawsBack(0), 'verified'],
    [{ actor: 'a', direction: 'left' }, () => drawsBack(60), 'untestable'],
  ],
  over: [
    // It floats lower than the crests farther out, but in the clearing, where the ground is level.
    [{ actor: 'a', other: 'dunes', how: 'across' }, () => overDunes(0.3), 'refuted'],
    [{ actor: 'a', other: 'dunes', how: 'across' }, () => overDunes(0), 'verified'],
    [
      { actor: 'a', other: 'mat', how: 'across' },
      () =>
        staged([
          box('mat', [0, 0, 0], [4, 0.05, 2]),
          ball(
            'a',
            0,
            roll([
              [-1, 0.05, 0],
              [1, 0.05, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', other: 'mat', how: 'across' },
      () =>
        staged([
          box('mat', [0, 0, -2], [4, 0.05, 1]),
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    [
      { actor: 'a', other: 'mat', how: 'across' },
      () =>
        staged([
          box('mat', [0, 0, 0], [0.8, 0.05, 2]),
          ball(
            'a',
            0,
            roll([
              [-1, 0.05, 0],
              [1, 0.05, 0],
            ]),
          ),
        ]),
      'untestable',
    ],
  ],
  passes: [
    [
      { actor: 'a', other: 'post', side: 'behind' },
      () =>
        staged([
          box('post', [0, 0, 1.5], [0.3, 1.5, 0.3]),
          ball(
            'a',
            0,
            roll([
              [-1.5, 0, 0],
              [1.5, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', other: 'post', side: 'in front of' },
      () =>
        staged([
          box('post', [0, 0, 1.5], [0.3, 1.5, 0.3]),
          ball(
            'a',
            0,
            roll([
              [-1.5, 0, 0],
              [1.5, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
    // At the same depth to a few percent: which is nearer cannot be told.
    [
      { actor: 'a', other: 'post', side: 'in front of' },
      () =>
        staged([
          box('post', [0, 0.9, 0], [0.3, 0.9, 0.3]),
          ball(
            'a',
            0,
            roll([
              [-1.5, 0.4, 0.1],
              [1.5, 0.4, 0.1],
            ]),
          ),
        ]),
      'untestable',
    ],
  ],
  enters: [
    [
      { actor: 'a', side: 'left' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-7, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a', side: 'left' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a', side: 'left' },
      () =>
        staged([
          box('wall', [-4, 0, 1], [5, 3, 0.2]),
          ball(
            'a',
            0,
            roll([
              [-7, 0, 0],
              [1, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
  ],
  leaves: [
    [
      { actor: 'a', side: 'right' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [7, 0, 0],
            ]),
          ),
        ]),
      'verified',
    ],
    [
      { actor: 'a', side: 'left' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll([
              [-1, 0, 0],
              [7, 0, 0],
            ]),
          ),
        ]),
      'refuted',
    ],
  ],
}
