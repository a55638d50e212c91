import { staged } from '../../helpers/filmed.ts'
import { ball, box } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

type Count = 'exists' | 'count'

/** What is in the picture, and how many. */
export const COUNTS: { [P in Count]: Cases<P> } = {
  exists: [
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'verified'],
    [{ actor: 'a' }, () => staged([ball('a', 40)]), 'refuted'],
    // In the picture for 4 of its 17 samples (0.24): too short to be named, too long to be denied.
    [
      { actor: 'a' },
      () =>
        staged([
          ball('a', 0, {
            motion: [
              {
                kind: 'move',
                keys: [
                  { t: 0, position: [0, 0, 0] },
                  { t: 0.2, position: [0, 0, 0] },
                  { t: 0.35, position: [40, 0, 0], ease: 'linear' },
                ],
              },
            ],
          }),
        ]),
      'untestable',
    ],
  ],
  count: [
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'two' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'verified',
    ],
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'three' },
      () => staged([ball('a', -1), ball('b', 1)]),
      'refuted',
    ],
    // The third is glimpsed for a moment.
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'two' },
      () =>
        staged([
          ball('a', -1),
          ball('b', 1),
          ball('c', 0, {
            motion: [
              {
                kind: 'move',
                keys: [
                  { t: 0, position: [0, 0, 0] },
                  { t: 0.3, position: [40, 0, 0], ease: 'linear' },
                ],
              },
            ],
          }),
        ]),
      'untestable',
    ],
    // The third stands hidden behind a screen: nobody can say that it is not there.
    [
      { actors: ['a', 'b'], noun: 'ball', words: 'two' },
      () =>
        staged([
          ball('a', -1.5),
          ball('b', 1.5),
          box('screen', [0, 0, 0], [1.6, 2, 0.1], { noun: { en: 'screen' } }),
          ball('c', 0, { position: [0, 0, -1] }),
        ]),
      'untestable',
    ],
  ],
}
