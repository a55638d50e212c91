import type { Facts } from '../../../captions/facts/facts.ts'
import { staged } from '../../helpers/filmed.ts'
import { ball, box } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

type Setting = 'setting' | 'daytime' | 'light' | 'shadows' | 'sky' | 'weather'

/** Where the scene is set, in what light and weather. */
export const SETTINGS: { [P in Setting]: Cases<P> } = {
  setting: [
    [
      { place: 'street' },
      () =>
        staged([
          box('house', [0, 0, -6], [6, 5, 3], { noun: { en: 'house' } }),
          { id: 'road', kind: 'plane', noun: { en: 'road' }, size: [20, 4] },
        ]),
      'verified',
    ],
    [{ place: 'desert' }, () => staged([ball('a', 0)]), 'refuted'],
    [{ place: 'street' }, () => staged([ball('a', 0)]), 'untestable'],
  ],
  daytime: [
    [
      { time: 'day' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40 } } }),
      'verified',
    ],
    [
      { time: 'night' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40 } } }),
      'refuted',
    ],
    [
      { time: 'day' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 9 } } }),
      'untestable',
    ],
    [
      { time: 'dusk' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: -2 } } }),
      'verified',
    ],
  ],
  light: [
    [
      { from: 'left' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40, azimuth: -90 } } }),
      'verified',
    ],
    [
      { from: 'right' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40, azimuth: -90 } } }),
      'refuted',
    ],
    [
      { from: 'left' },
      () => staged([ball('a', 0)], { world: { sun: { elevation: 40, azimuth: -20 } } }),
      'untestable',
    ],
    [
      { quality: 'soft' },
      () => staged([ball('a', 0)], { world: { sun: { softness: 0.7 } } }),
      'verified',
    ],
    [
      { quality: 'soft' },
      () => staged([ball('a', 0)], { world: { sun: { softness: 0.1 } } }),
      'refuted',
    ],
  ],
  shadows: [
    [{ to: 'right', long: true }, () => sunny(20, -90), 'verified'],
    [{ to: 'left', long: false }, () => sunny(20, -90), 'refuted'],
    [{ to: 'right', long: true }, () => sunny(30, -90), 'untestable'],
  ],
  sky: [
    [{ kind: 'clear' }, () => sunny(40, -90), 'verified'],
    [{ kind: 'overcast' }, () => sunny(40, -90), 'refuted'],
    [{ kind: 'clear' }, () => sunny(-10, -90), 'untestable'],
  ],
  weather: [
    [{ kind: 'fog' }, () => foggy(6), 'verified'],
    [{ kind: 'fog' }, () => staged([ball('a', 0)]), 'refuted'],
    [{ kind: 'fog' }, () => foggy(15), 'untestable'],
  ],
}

const sunny = (elevation: number, azimuth: number) =>
  staged([ball('a', 0, { radius: 0.6 })], {
    world: { sun: { elevation, azimuth, strength: 3, softness: 0.2 } },
  })

/** Fog of 20 m: near things at ring contrast 20, far ones at that. */
function foggy(far: number): Facts {
  const facts = staged(
    [ball('a', 0, { position: [-0.7, 0, 4] }), ball('b', 0, { position: [1, 0, -6], radius: 1 })],
    { world: { fog: { visibility: 20 } } },
  )
  for (const member of facts.observations.members)
    member.contrast = member.contrast.map((contrast) =>
      contrast === null ? null : member.id === 'b' ? far : member.id === 'a' ? 20 : null,
    )
  return facts
}
