import { acting, between, stands } from '../fixtures/acting.ts'
import { box } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

const WAVE = { kind: 'wave', from: 0.5, to: 2 }
const JUMP = { kind: 'jump', from: 0.5, height: 0.3 }
const POINT = { kind: 'point', from: 0.5, to: 2.2 }
const SIT = { kind: 'sit', from: 0.8 }
const RISE = { kind: 'sit', to: 1 }
const low = { top: -0.25 }
const bench = box('b', [0, 0, -0.38], [0.8, 0.45, 0.4])

/** What people do, by the outline that shows it. */
export const ACTS: { [P in 'acts' | 'sits']: Cases<P> } = {
  acts: [
    [
      { actor: 'a', gait: 'acts', verb: 'wave' },
      () => acting([WAVE], between(6, 30, { top: 0.1 })),
      'verified',
    ],
    // No hand is over the head.
    [{ actor: 'a', gait: 'acts', verb: 'wave' }, () => acting([WAVE], stands), 'refuted'],
    [
      { actor: 'a', gait: 'acts', verb: 'jump' },
      () => acting([WAVE], between(6, 30, { top: 0.1 })),
      'refuted',
    ],
    [
      { actor: 'a', gait: 'acts', verb: 'jump' },
      () => acting([JUMP], between(13, 20, { top: 0.17, bottom: 0.17 })),
      'verified',
    ],
    // A hop that hardly shows.
    [
      { actor: 'a', gait: 'acts', verb: 'jump' },
      () => acting([JUMP], between(13, 20, { top: 0.06, bottom: 0.06 })),
      'untestable',
    ],
    [
      { actor: 'a', gait: 'acts', verb: 'point' },
      () => acting([POINT], between(6, 33, { wider: 0.3 })),
      'verified',
    ],
    // An arm towards the camera.
    [{ actor: 'a', gait: 'acts', verb: 'point' }, () => acting([POINT], stands), 'refuted'],
    [
      { actor: 'a', gait: 'acts', verb: 'sit' },
      () => acting([SIT], between(20, 99, low)),
      'verified',
    ],
    [{ actor: 'a', gait: 'acts', verb: 'sit' }, () => acting([SIT], stands), 'refuted'],
    [
      { actor: 'a', gait: 'acts', verb: 'stand' },
      () => acting([RISE], between(0, 18, low)),
      'verified',
    ],
    [{ actor: 'a', gait: 'acts', verb: 'stand' }, () => acting([SIT], stands), 'refuted'],
  ],
  sits: [
    [{ actor: 'a' }, () => acting([{ kind: 'sit' }], () => low), 'verified'],
    [{ actor: 'a', other: 'b' }, () => acting([{ kind: 'sit' }], () => low, [bench]), 'verified'],
    [{ actor: 'a' }, () => acting([SIT], () => low), 'refuted'],
    [{ actor: 'a' }, () => acting([], stands), 'refuted'],
  ],
}
