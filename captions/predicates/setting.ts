import type { Predicate, Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { NounClass } from '../words/nouns.ts'

const INDOORS = [
  'room',
  'wall',
  'ground:wood',
  'ground:planks',
  'ground:carpet',
  'ground:tiles',
  'floor',
  'rug',
]

/**
 * A place is said only when what is seen bears it out: every list of a place must be matched by at least one
 * seen actor, by class of noun or by a word in it (`ground:grass` is a ground made of grass). Missing one
 * list is grey, missing all is false. A table top with a room about it is in that room.
 */
const PLACES: Record<string, string[][]> = {
  street: [
    ['road', 'ground:asphalt', 'ground:paving', 'ground:concrete'],
    ['building', 'vehicle', 'lamp', 'streetlight', 'hydrant'],
  ],
  park: [
    ['ground:grass', 'grass', 'lawn', 'meadow'],
    ['tree', 'pine', 'oak', 'birch', 'palm'],
    ['bench', 'path', 'person', 'bush', 'flower', 'lamp', 'fountain', 'pond', 'tree'],
  ],
  desert: [
    ['ground:sand', 'sand', 'desert', 'dune'],
    ['cactus', 'stone', 'dune', 'tent', 'camel', 'palm'],
  ],
  room: [INDOORS, ['furniture', 'picture', 'window', 'lamp']],
  kitchen: [INDOORS, ['kitchen counter']],
  'bowling alley': [[...INDOORS, 'road'], ['bowling lane'], ['bowling pin']],
  tabletop: [['table', 'desk', 'tabletop', 'counter', 'workbench']],
  beach: [
    ['ground:sand', 'sand', 'beach'],
    ['water', 'palm', 'parasol', 'umbrella', 'shell'],
  ],
  field: [['ground:grass', 'ground:earth', 'grass', 'field', 'meadow']],
  yard: [['ground'], ['fence', 'wall', 'shed', 'house', 'building', 'hedge']],
  forest: [
    ['tree', 'pine', 'oak', 'birch', 'spruce'],
    ['ground:grass', 'ground:earth', 'ground:gravel', 'grass', 'path'],
  ],
  studio: [['wall', 'ground', 'backdrop']],
}

/** Rooms that are known by what is in them. */
export const ROOMS: readonly string[] = ['kitchen', 'bowling alley']

export const setting: Predicate<'setting'> = {
  name: 'setting',
  doc: 'The kind of place, when the things that make it one are seen.',
  propose: (facts) => {
    const { place } = facts.scene.world
    const indoors = place === 'tabletop' && facts.members.some(({ kind }) => kind === 'room')
    const isRoom = indoors || place === 'room'
    return [...(isRoom ? ROOMS : []), ...(indoors ? ['room', place] : [place])]
      .filter((one) => verdict(one, facts).status === 'verified')
      .map((one) => ({
        predicate: 'setting',
        args: { place: one },
        frames: [0, facts.frames],
        salience: ROOMS.includes(one) ? 0.85 : 0.8,
      }))
  },
  verify: ({ args }, facts) => verdict(args.place, facts),
}

function verdict(place: string, facts: Facts): Verdict {
  const lists = PLACES[place]
  const { world } = facts.scene
  const isRoom = world.place === 'room' || world.place === 'tabletop'
  if (ROOMS.includes(place) && !isRoom)
    return { status: 'refuted', margin: -1, evidence: { place: world.place } }
  if (!lists) return { status: 'untestable', margin: 0, evidence: { place } }
  const found = lists.map((list) =>
    list.map((word) => witness(word, facts)).find((id) => id !== undefined),
  )
  const missing = found.filter((id) => id === undefined).length
  const evidence = Object.fromEntries(found.map((id, i) => [`seen${i + 1}`, id ?? null]))
  if (missing === 0) return { status: 'verified', margin: 1, evidence }
  return { status: missing === lists.length ? 'refuted' : 'untestable', margin: -missing, evidence }
}

/** The id of a seen actor that a word of the table names. */
function witness(word: string, facts: Facts): string | undefined {
  const [name, surface] = word.split(':') as [string, string | undefined]
  return facts.members.find((member) => {
    const made = surface === undefined || member.substance.surfaces[0]?.surface === surface
    return (
      made &&
      (member.class === (name as NounClass) || new RegExp(`\\b${name}`).test(member.noun.en))
    )
  })?.id
}
