import { faint, staged } from '../../helpers/filmed.ts'
import { ball, box, roll } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

const wall = box('wall', [0, 0, -1], [6, 3, 0.1], { noun: { en: 'wall' } })

const UP = { position: [0, 1, 0] }
const DOWN = { position: [0, 0, 2] }
const comesIn = () =>
  staged([
    ball(
      'a',
      0,
      roll(
        [
          [-2.5, 1, 0],
          [0, 1, 0],
        ],
        { to: 1 },
      ),
    ),
  ])

type Place = 'hangs' | 'place' | 'framed'

/** Where things are, in the scene and in the picture. */
export const PLACES: { [P in Place]: Cases<P> } = {
  hangs: [
    [
      { actor: 'a', other: 'wall' },
      () => staged([wall, box('a', [0, 1, -0.93], [0.8, 0.6, 0.04])]),
      'verified',
    ],
    [
      { actor: 'a', other: 'wall' },
      () => staged([wall, box('a', [0, 1, 1], [0.8, 0.6, 0.04])]),
      'refuted',
    ],
    [
      { actor: 'a', other: 'wall' },
      () => staged([wall, box('a', [0, 1, -0.75], [0.8, 0.6, 0.04])]),
      'untestable',
    ],
  ],
  place: [
    // Beside each other, and one high over the other.
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([box('b', [0, 0, 0], [1, 0.5, 1]), ball('a', 0, { position: [0.9, 0, 0] })]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([box('b', [0, 0, 0], [1, 0.3, 1]), ball('a', 0, { position: [0, 2.2, 0] })]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'left of', other: 'b' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'verified',
    ],
    [
      { actor: 'b', relation: 'left of', other: 'a' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'left of', other: 'b' },
      () => staged([ball('a', -0.3), ball('b', 0.3, { position: [0.2, 0, 1.2] })]),
      'untestable',
    ],
    [
      { actor: 'a', relation: 'on', other: 'b' },
      () => staged([box('b', [0, 0, 0], [2, 0.7, 1]), ball('a', 0, { position: [0, 0.7, 0] })]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'on', other: 'b' },
      () => staged([box('b', [0, 0, 0], [2, 0.7, 1]), ball('a', 0, { position: [0, 1.2, 0] })]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'above', other: 'b' },
      () => staged([box('b', [0, 0, 0], [2, 0.7, 1]), ball('a', 0, { position: [0, 1.2, 0] })]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'behind', other: 'b' },
      () => staged([ball('a', 0, { position: [0.2, 0, -2] }), ball('b', 0)]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'in front of', other: 'b' },
      () => staged([ball('a', 0, { position: [0.2, 0, -2] }), ball('b', 0)]),
      'refuted',
    ],
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([ball('a', -0.5), ball('b', 0.5)]),
      'verified',
    ],
    [
      { actor: 'a', relation: 'next to', other: 'b' },
      () => staged([ball('a', -0.9), ball('b', 0.9)]),
      'untestable',
    ],
  ],
  framed: [
    [{ actor: 'a', where: 'center' }, () => staged([ball('a', 0, UP)]), 'verified'],
    // It has come there from the side, though little was seen of it on the way.
    [{ actor: 'a', where: 'center' }, () => faint(comesIn(), 'a', 12), 'refuted'],
    // Below the middle; and all across the picture.
    [{ actor: 'a', where: 'center' }, () => staged([ball('a', 0, DOWN)]), 'untestable'],
    [
      { actor: 'a', where: 'center' },
      () => staged([box('a', [0, 1, 0], [6.5, 0.8, 0.5])]),
      'untestable',
    ],
    [{ actor: 'a', where: 'left' }, () => staged([ball('a', -2)]), 'verified'],
    [{ actor: 'a', where: 'right' }, () => staged([ball('a', -2)]), 'refuted'],
    [{ actor: 'a', where: 'left' }, () => staged([ball('a', -0.7)]), 'untestable'],
    [
      { actor: 'b', where: 'background' },
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
          box('b', [0, 0, -6], [2, 2, 1]),
        ]),
      'verified',
    ],
  ],
}
