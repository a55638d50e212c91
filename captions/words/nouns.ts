/**
 * What sort of thing a noun names. It chooses verbs (people walk, cars drive), decides what makes a
 * street a street, and tells the checker that a word *is* a noun even when no such thing is in the clip.
 */
export const CATEGORIES = [
  'person',
  'animal',
  'vehicle',
  'aircraft',
  'boat',
  'ball',
  'furniture',
  'building',
  'plant',
  'light',
  'structure',
  'stone',
  'water',
  'object',
  'ground',
  'road',
  'wall',
  'room',
  'sky',
] as const
export type NounClass = (typeof CATEGORIES)[number]

const NOUNS = {
  person: 'person man woman boy girl child pedestrian walker runner worker figure dancer player',
  animal:
    'dog cat horse cow sheep bird fish rabbit fox deer stag butterfly birds butterflies camel duck goat pig elephant lion bear robot',
  vehicle:
    'car bus truck van taxi train tram bicycle bike motorcycle scooter tractor cart wagon skateboard locomotive jeep trolley buggy',
  aircraft: 'airplane plane drone helicopter balloon kite airship rocket glider',
  boat: 'boat ship sailboat canoe raft ferry',
  ball: 'ball football basketball marble sphere orange apple wheel hoop tire',
  furniture:
    'table desk chair armchair stool sofa couch bench bed shelf bookshelf bookcase cabinet cupboard dresser wardrobe nightstand counter sideboard footstool refrigerator fridge stove bathtub piano',
  building:
    'building house tower skyscraper shop store kiosk cabin hut barn church temple garage shed apartment warehouse castle tent pyramid',
  plant:
    'tree pine oak palm bush shrub hedge flower flowers cactus fern plant houseplant grass tuft reed tulip sapling',
  light:
    'light lamp lantern candle streetlight bulb chandelier spotlight torch lamppost flame fire campfire bonfire',
  structure:
    'fence gate post pole sign signpost bollard hydrant fountain statue column pillar arch bridge seesaw goal lighthouse ramp well mailbox bin can barrier cone railing curb windmill flag billboard swing slide stairs step crosswalk stripe marking line block-wall',
  stone: 'rock stone boulder pebble cliff dune hill mountain mesa',
  water: 'pond lake river sea pool puddle stream water',
  object:
    'box crate cube block cylinder cone capsule ring torus disc plate mug cup bowl bottle vase jar glass teapot kettle spoon fork knife book notebook pencil pen candlestick apple pear banana lemon cake loaf bread pot pan basket bucket barrel bag suitcase hat clock picture frame painting mirror cushion pillow blanket curtain toy doll bear duck domino die coin card letter word text panel tile brick board stick rod tube pipe ladder umbrella parasol towel can pyramid prism pendulum top fan turbine gear screen television radio phone laptop computer keyboard magnet spring shell feather egg cheese pumpkin carrot tomato melon window door shade stack pile pineapple watermelon mushroom hamburger pizza doughnut toaster machine stepladder crown globe hourglass telescope microphone hammer key anchor boot backpack dumbbell trophy gift snowman guitar drum trumpet bell',
  ground:
    'ground grass lawn meadow field sand desert beach snow floor carpet rug mat earth soil dirt gravel tabletop tablecloth platform stage plaza yard rock-bed',
  road: 'road street sidewalk pavement path walkway runway rails lane track asphalt driveway trail parking-lot',
  room: 'room hall',
  sky: 'moon sun star cloud sky',
  wall: 'wall backdrop background ceiling partition',
} as const satisfies Record<NounClass, string>

const CLASS_OF = new Map<string, NounClass>()
for (const [name, words] of Object.entries(NOUNS))
  for (const word of words.split(' '))
    // A word listed twice keeps its first class: `orange` and `cone` are read in context by the author's noun.
    if (!CLASS_OF.has(word)) CLASS_OF.set(word, name as NounClass)

/** The class of a noun phrase by its head: `toy train` -> vehicle, `woman in a red coat` -> person. */
export function classOf(noun: string): NounClass | undefined {
  const head = headOf(noun)
  // Compounds written as one word end in the word that says what they are: footpath, armchair, bookshelf.
  const ending = [...CLASS_OF.keys()]
    .filter((word) => word.length > 3 && head.endsWith(word))
    .sort((a, b) => b.length - a.length)[0]
  return CLASS_OF.get(head) ?? (ending === undefined ? undefined : CLASS_OF.get(ending))
}

/** The word that a noun phrase is about: `row of red dominoes` -> dominoes, `street lamp` -> lamp. */
export function headOf(noun: string): string {
  const heap =
    /^(?:row|pile|stack|pair|group|heap|bunch|line|cluster|clump|bed|flock|swarm) of (.+)$/.exec(
      noun,
    )
  const core = (heap?.[1] ?? noun).split(/ (?:in|with|of|on|at|from|for|made) /)[0] as string
  return core.split(' ').at(-1) as string
}

/** Nouns that the checker knows although no actor carries them. */
export function isNoun(word: string): boolean {
  return CLASS_OF.has(word)
}
