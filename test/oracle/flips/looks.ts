import type { PredicateArgs } from '../../../captions/claim.ts'
import { recounted, event, type Flip, type FlipTable } from './flip.ts'

const OTHER_COLOR: Record<string, string> = {
  red: 'green',
  orange: 'blue',
  yellow: 'purple',
  green: 'pink',
  blue: 'orange',
  purple: 'yellow',
  pink: 'green',
  brown: 'blue',
  white: 'black',
  black: 'white',
  gray: 'red',
}

/** What somebody or something looks like, and how many they are. */
export const LOOKS: FlipTable = {
  color: (args) => [recolored(args)],
  material: (args) => {
    const material = args.material === 'metal' ? 'wooden' : 'metal'
    return [{ kind: 'material', from: args.material, to: material, args: { ...args, material } }]
  },
  wears: (args) => [recolored(args), regarbed(args)],
  count: (args) => [recounted(args)],
  tally: (args) => [recounted(args)],
  knocks: (args) => [recounted(args)],
  pockets: (args) => [recounted(args)],
  relays: (args) => [recounted(args)],
  stacked: (args) => {
    const heap = args.heap === 'tower' ? 'wall' : 'tower'
    return [{ kind: 'size', from: `${args.heap} of`, to: `${heap} of`, args: { ...args, heap } }]
  },
  taller: ({ actor, other }) => [
    { kind: 'size', from: 'taller than', to: 'shorter than', args: { actor: other, other: actor } },
  ],
  glows: ({ actor }) => [
    event('glows?', 'rolls', 'moves', { actor, gait: 'travels', verb: 'roll' }),
  ],
}

function recolored<A extends { color: string }>(args: A): Flip | undefined {
  const family = args.color.split(' ').at(-1) as string
  const to = OTHER_COLOR[family] ?? 'blue'
  // Among many, `a red one` tells of any of them.
  const from = `${args.color}(?! one\\b)`
  return { kind: 'color', from, to, args: { ...args, color: to } as never }
}

/** Another garment of the same colour. */
function regarbed(args: PredicateArgs['wears']): Flip {
  const garment = args.garment === 't-shirt' ? 'sweater' : 't-shirt'
  const word = (one: string) => (one === 't-shirt' ? 'T-shirt' : one)
  return {
    kind: 'material',
    from: word(args.garment),
    to: word(garment),
    args: { ...args, garment },
  }
}
