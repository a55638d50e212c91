import type { Facts } from '../../../captions/facts/facts.ts'
import { staged } from '../../helpers/filmed.ts'
import { ball, box, roll } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

/** A post that leans over its edge by so many degrees, and ends so. */
const leaning = (most: number, end = most) =>
  staged([
    box('a', [0, 0, 0], [0.3, 1.4, 0.3], {
      pivot: [0.15, 0, 0],
      motion: [
        {
          kind: 'move',
          keys: [
            { t: 0.5, rotation: [0, 0, 0] },
            { t: 1, rotation: [0, 0, -most], ease: 'in' },
            { t: 1.4, rotation: [0, 0, -end], ease: 'in' },
          ],
        },
      ],
    }),
  ])

type Event = 'hits' | 'topples' | 'starts' | 'stops' | 'order'

/** What happens at a moment, and what happens first. */
export const EVENTS: { [P in Event]: Cases<P> } = {
  hits: [
    [{ actor: 'a', other: 'b' }, () => bump(0.82), 'verified'],
    [{ actor: 'b', other: 'a' }, () => bump(0.82), 'refuted'],
    [{ actor: 'a', other: 'b' }, () => bump(1.05), 'untestable'],
  ],
  topples: [
    [{ actor: 'a' }, () => leaning(90), 'verified'],
    // It rocks and stands again.
    [{ actor: 'a' }, () => leaning(70, 0), 'refuted'],
    [{ actor: 'a' }, () => leaning(35), 'untestable'],
    [{ actor: 'b' }, () => staged([box('b', [0, 0, 0], [0.3, 1.4, 0.3])]), 'refuted'],
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
  ],
  starts: [
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { from: 1 },
            ),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { from: 0.25 },
            ),
          ),
        ]),
      'untestable',
    ],
  ],
  stops: [
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { to: 1.2 },
            ),
          ),
        ]),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([
          ball(
            'a',
            0,
            roll(
              [
                [-1, 0, 0],
                [1, 0, 0],
              ],
              { to: 1.75 },
            ),
          ),
        ]),
      'untestable',
    ],
  ],
  order: [
    [
      { first: 'a', second: 'b', relation: 'before', event: 'end' },
      () => pair(0, 0.8, 1.2, 2),
      'verified',
    ],
    [
      { first: 'b', second: 'a', relation: 'before', event: 'end' },
      () => pair(0, 0.8, 1.2, 2),
      'refuted',
    ],
    [
      { first: 'a', second: 'b', relation: 'while', event: 'end' },
      () => pair(0, 1.8, 0.2, 2),
      'verified',
    ],
    [
      { first: 'a', second: 'b', relation: 'before', event: 'end' },
      () => pair(0, 1, 1, 2),
      'untestable',
    ],
  ],
}

/** Ball a rolls up to ball b, their middles that far apart, and b rolls away at 1 s. */
function bump(apart: number): Facts {
  return staged([
    ball('a', 0, {
      motion: [
        {
          kind: 'path',
          points: [
            [-2, 0, 0],
            [-apart, 0, 0],
          ],
          from: 0,
          to: 1,
          roll: 0.4,
          face: 'keep',
        },
      ],
    }),
    ball('b', 0, {
      motion: [
        {
          kind: 'path',
          points: [
            [0, 0, 0],
            [1.5, 0, 0],
          ],
          from: 1,
          to: 2,
          roll: 0.4,
          face: 'keep',
        },
      ],
    }),
  ])
}

function pair(a0: number, a1: number, b0: number, b1: number): Facts {
  const path = (z: number, from: number, to: number) => ({
    motion: [
      {
        kind: 'path',
        points: [
          [-1, 0, z],
          [1, 0, z],
        ],
        from,
        to,
        roll: 0.4,
        face: 'keep',
      },
    ],
  })
  return staged([ball('a', 0, path(0, a0, a1)), ball('b', 0, path(-2, b0, b1))])
}
