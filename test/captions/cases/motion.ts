import { staged } from '../../helpers/filmed.ts'
import { ball, box, person, roll } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

const bird = (more: object) =>
  box('a', [0, 1.6, 0], [0.6, 0.1, 0.5], { noun: { en: 'bird' }, ...more })
/** A bird on a round of 3.1 seconds, for so many seconds. */
const circling = (seconds: number) =>
  staged(
    [
      bird({
        motion: [
          {
            kind: 'path',
            closed: true,
            speed: 3,
            points: [
              [1.5, 1.6, 0],
              [0, 1.6, 1.5],
              [-1.5, 1.6, 0],
              [0, 1.6, -1.5],
            ],
          },
        ],
      }),
    ],
    { frames: 12 * seconds + 1 },
  )
/** A thin rod that swings by so many degrees; of less than 60 pixels. */
const pendulum = (amplitude: number) =>
  staged([
    box('a', [0, 1, 0], [0.07, 0.7, 0.05], {
      pivot: [0, 0.7, 0],
      motion: [{ kind: 'oscillate', of: 'rotation', axis: 'z', amplitude, period: 1 }],
    }),
  ])

/** So many metres along the floor, then three hops. */
const hops = (before: number) => ({
  motion: [
    {
      kind: 'move',
      keys: [
        { t: 0, position: [-1.8, 0, 0], ease: 'linear' },
        ...Array.from({ length: 7 }, (_, n) => ({
          t: before / 5 + 0.17 * n,
          position: [-1.8 + before + 0.1 * n, 0.25 * (n % 2), 0],
          ease: 'linear',
        })),
      ],
    },
  ],
})

type Motion = 'moves' | 'pace' | 'still'

/** Whether, how and how fast a thing moves. */
export const MOTION: { [P in Motion]: Cases<P> } = {
  moves: [
    [
      { actor: 'a', gait: 'travels', verb: 'roll' },
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
    [{ actor: 'a', gait: 'travels', verb: 'roll' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a', gait: 'spins', verb: 'spin' },
      () => staged([box('a', [0, 0, 0], [1, 1, 1], { motion: [{ kind: 'spin', speed: 3 }] })]),
      'refuted',
    ],
    [
      { actor: 'a', gait: 'swings', verb: 'swing' },
      () =>
        staged([
          box('a', [0, 1, 0], [0.4, 1, 0.2], {
            pivot: [0, 1, 0],
            motion: [{ kind: 'oscillate', of: 'rotation', axis: 'z', amplitude: 20, period: 1 }],
          }),
        ]),
      'verified',
    ],
    [{ actor: 'a', gait: 'circles', verb: 'fly' }, () => circling(4), 'verified'],
    // Two thirds of a round, and then to and fro: no circle.
    [{ actor: 'a', gait: 'circles', verb: 'fly' }, () => circling(2), 'refuted'],
    [
      { actor: 'a', gait: 'circles', verb: 'fly' },
      () =>
        staged([
          bird({
            motion: [
              {
                kind: 'move',
                keys: [
                  { t: 0, position: [-1.5, 1.6, 0] },
                  { t: 1, position: [1.5, 1.6, 0] },
                  { t: 2, position: [-1.5, 1.6, 0] },
                ],
              },
            ],
          }),
        ]),
      'refuted',
    ],
    // Of few pixels, but its edge goes to and fro; and one that hardly does.
    [{ actor: 'a', gait: 'swings', verb: 'swing' }, () => pendulum(22), 'verified'],
    [{ actor: 'a', gait: 'swings', verb: 'swing' }, () => pendulum(3), 'untestable'],
    // A top that wanders by less than its size while it whirls.
    [
      { actor: 'a', gait: 'spins', verb: 'spin' },
      () =>
        staged([
          box('a', [0, 0, 0], [0.8, 1, 0.8], {
            motion: [
              { kind: 'spin', speed: 400 },
              { kind: 'oscillate', of: 'position', axis: 'x', amplitude: 0.08, period: 1 },
            ],
          }),
        ]),
      'verified',
    ],
    // All along the floor, and only at its end up and down.
    [
      { actor: 'a', gait: 'travels', verb: 'bounce' },
      () => staged([ball('a', 0, { radius: 0.2, ...hops(2.4) })]),
      'refuted',
    ],
    [
      { actor: 'a', gait: 'travels', verb: 'bounce' },
      () => staged([ball('a', 0, { radius: 0.2, ...hops(0.1) })]),
      'verified',
    ],
    // Far away: it rolls by a hundredth of the picture.
    [
      { actor: 'a', gait: 'travels', verb: 'roll' },
      () =>
        staged([
          ball('a', 0, {
            radius: 0.8,
            ...roll(
              [
                [0, 0, -14],
                [0.15, 0, -14],
              ],
              { roll: 0.8 },
            ),
          }),
        ]),
      'untestable',
    ],
  ],
  pace: [
    [{ actor: 'man', pace: 'easy' }, () => staged([person([-1.2, 0, 0], [1.2, 0, 0])]), 'verified'],
    [{ actor: 'man', pace: 'brisk' }, () => staged([person([-1.2, 0, 0], [1.2, 0, 0])]), 'refuted'],
    [
      { actor: 'man', pace: 'easy' },
      () => staged([person([-1.7, 0, 0], [1.7, 0, 0])]),
      'untestable',
    ],
  ],
  still: [
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'verified'],
    [
      { actor: 'a' },
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
      { actor: 'a' },
      () =>
        staged([
          ball('a', 0, {
            motion: [
              {
                kind: 'path',
                points: [
                  [0, 0, 0],
                  [0.03, 0, 0],
                ],
                from: 0,
                to: 2,
              },
            ],
          }),
        ]),
      'untestable',
    ],
  ],
}
