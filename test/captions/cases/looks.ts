import { factsOf, type Facts } from '../../../captions/facts/facts.ts'
import { staged } from '../../helpers/filmed.ts'
import { ball, box } from '../fixtures/actors.ts'
import type { Cases } from './cases.ts'

/** A ball of that paint, whose pixels show another colour. */
const lit = (paint: string, rgb: [number, number, number]): Facts => {
  const facts = staged([ball('a', 0, { material: { color: paint } })])
  const { observations } = facts
  const members = observations.members.map((member) => ({
    ...member,
    color: member.color.map((own) => own && rgb),
  }))
  return factsOf({ ...facts, observations: { ...observations, members } })
}

type Look = 'color' | 'material' | 'wears' | 'glows' | 'larger' | 'look'

/** How things look: color, material, clothes, size. */
export const LOOKS: { [P in Look]: Cases<P> } = {
  color: [
    [{ actor: 'a', color: 'red' }, () => staged([ball('a', 0)]), 'verified'],
    [{ actor: 'a', color: 'green' }, () => staged([ball('a', 0)]), 'refuted'],
    // Between teal and green.
    [
      { actor: 'a', color: 'teal' },
      () => staged([ball('a', 0, { material: { color: '#27896a' } })]),
      'untestable',
    ],
    // Shade is seen through; the glare of a low sun is not.
    [{ actor: 'a', color: 'brown' }, () => lit('#a5743f', [122, 84, 42]), 'verified'],
    [{ actor: 'a', color: 'brown' }, () => lit('#a5743f', [179, 96, 11]), 'untestable'],
    // Green or teal, and far from either.
    [{ actor: 'a', color: 'teal' }, () => lit('#2f8f7a', [27, 158, 124]), 'untestable'],
    [{ actor: 'a', color: 'white' }, () => lit('#f6f3ea', [241, 237, 215]), 'verified'],
  ],
  material: [
    [
      { actor: 'a', material: 'wooden' },
      () => staged([box('a', [0, 0, 0], [1, 1, 1], { material: { surface: 'wood' } })]),
      'verified',
    ],
    [
      { actor: 'a', material: 'metal' },
      () => staged([box('a', [0, 0, 0], [1, 1, 1], { material: { surface: 'wood' } })]),
      'refuted',
    ],
    // Too small to see a grain.
    [
      { actor: 'a', material: 'wooden' },
      () => staged([box('a', [0, 1, 0], [0.25, 0.2, 0.2], { material: { surface: 'wood' } })]),
      'untestable',
    ],
  ],
  wears: [
    [
      { actor: 'man', color: 'red', garment: 't-shirt' },
      () => staged([{ id: 'man', kind: 'person', shirt: 'red' }]),
      'verified',
    ],
    [
      { actor: 'man', color: 'green', garment: 't-shirt' },
      () => staged([{ id: 'man', kind: 'person', shirt: 'red' }]),
      'refuted',
    ],
    [{ actor: 'a', color: 'red', garment: 't-shirt' }, () => staged([ball('a', 0)]), 'untestable'],
  ],
  glows: [
    [
      { actor: 'a' },
      () =>
        staged([ball('a', 0, { material: { color: 'white', glow: 5 } })], {
          world: { sun: { elevation: -20 } },
        }),
      'verified',
    ],
    [{ actor: 'a' }, () => staged([ball('a', 0)]), 'refuted'],
    [
      { actor: 'a' },
      () =>
        staged([ball('a', 0, { material: { color: 'white', glow: 5 } })], {
          world: { sun: { elevation: 40 } },
        }),
      'untestable',
    ],
  ],
  larger: [
    [
      { actor: 'a', other: 'b' },
      () => staged([ball('a', -1, { radius: 0.6 }), ball('b', 1)]),
      'verified',
    ],
    [
      { actor: 'b', other: 'a' },
      () => staged([ball('a', -1, { radius: 0.6 }), ball('b', 1)]),
      'refuted',
    ],
    [
      { actor: 'a', other: 'b' },
      () => staged([ball('a', -1, { radius: 0.48 }), ball('b', 1)]),
      'untestable',
    ],
  ],
  look: [[{ style: '3D animation' }, () => staged([ball('a', 0)]), 'verified']],
}
