import type { Actor, ActorKind } from '#scenes'

/** What an actor is called when its author gave no noun. */
export interface KindWords {
  en: string
  /** Only when inflection gets it wrong; the same word for stuff such as grass. */
  plural?: string
  /** Its own colour goes without saying unless it is another one: grass and trees are green. */
  usual?: string
}

export const KIND_WORDS: { [K in ActorKind]: (actor: Extract<Actor, { kind: K }>) => KindWords } = {
  box: () => ({ en: 'box' }),
  sphere: () => ({ en: 'ball' }),
  cylinder: () => ({ en: 'cylinder' }),
  cone: () => ({ en: 'cone' }),
  capsule: () => ({ en: 'capsule' }),
  torus: () => ({ en: 'ring' }),
  plane: () => ({ en: 'panel' }),
  ground: () => ({ en: 'ground', plural: 'ground' }),
  text: () => ({ en: 'sign' }),
  person: () => ({ en: 'person', plural: 'people' }),
  group: () => ({ en: 'group' }),
  tree: ({ species }) => ({
    en: { oak: 'tree', birch: 'birch tree', pine: 'pine tree', palm: 'palm tree' }[species],
    usual: 'green',
  }),
  bush: () => ({ en: 'bush', usual: 'green' }),
  grass: () => ({ en: 'grass', plural: 'grass', usual: 'green' }),
  flowers: () => ({ en: 'clump of flowers', plural: 'clumps of flowers' }),
  rock: () => ({ en: 'rock', usual: 'gray' }),
  cactus: () => ({ en: 'cactus', plural: 'cacti', usual: 'green' }),
  fence: () => ({ en: 'fence' }),
  building: ({ style }) => ({
    en: { brick: 'brick building', plaster: 'building', 'glass-office': 'office building' }[style],
  }),
  road: () => ({ en: 'road' }),
  'street-lamp': () => ({ en: 'street lamp' }),
  bench: () => ({ en: 'bench' }),
  'traffic-light': () => ({ en: 'traffic light' }),
  hydrant: () => ({ en: 'fire hydrant' }),
  mailbox: () => ({ en: 'mailbox' }),
  'trash-bin': () => ({ en: 'trash can' }),
  sign: () => ({ en: 'sign' }),
  campfire: () => ({ en: 'campfire' }),
  flame: () => ({ en: 'flame' }),
  lantern: () => ({ en: 'lantern' }),
  tent: () => ({ en: 'tent' }),
  table: ({ form }) => ({ en: form === 'round' ? 'round table' : 'table' }),
  chair: () => ({ en: 'chair' }),
  sofa: () => ({ en: 'sofa' }),
  bed: () => ({ en: 'bed' }),
  bookshelf: () => ({ en: 'bookshelf', plural: 'bookshelves' }),
  cupboard: () => ({ en: 'cupboard' }),
  lamp: ({ type }) => ({
    en: { floor: 'floor lamp', table: 'table lamp', ceiling: 'ceiling lamp' }[type],
  }),
  rug: () => ({ en: 'rug' }),
  picture: () => ({ en: 'framed picture' }),
  clock: () => ({ en: 'wall clock' }),
  fan: ({ type }) => ({ en: { ceiling: 'ceiling fan', table: 'table fan' }[type] }),
  television: () => ({ en: 'television' }),
  plant: () => ({ en: 'potted plant', usual: 'green' }),
  room: () => ({ en: 'room' }),
  mug: () => ({ en: 'mug' }),
  bowl: () => ({ en: 'bowl' }),
  plate: () => ({ en: 'plate' }),
  bottle: () => ({ en: 'bottle' }),
  glass: () => ({ en: 'glass' }),
  vase: () => ({ en: 'vase' }),
  teapot: () => ({ en: 'teapot' }),
  book: () => ({ en: 'book' }),
  apple: () => ({ en: 'apple' }),
  orange: () => ({ en: 'orange', usual: 'orange' }),
  banana: () => ({ en: 'banana', usual: 'yellow' }),
  candle: () => ({ en: 'candle' }),
  pencil: () => ({ en: 'pencil' }),
  'toy-car': () => ({ en: 'toy car' }),
  'toy-train': () => ({ en: 'toy train' }),
  'spinning-top': () => ({ en: 'spinning top' }),
  'bowling-pin': () => ({ en: 'bowling pin' }),
  'billiard-table': () => ({ en: 'billiard table' }),
  cue: () => ({ en: 'billiard cue' }),
  pocket: () => ({ en: 'pocket' }),
  pond: () => ({ en: 'pond' }),
  footpath: () => ({ en: 'footpath' }),
  car: ({ type }) => ({
    en: { sedan: 'car', van: 'van', bus: 'bus' }[type],
    ...(type === 'bus' && { plural: 'buses' }),
  }),
}

/** The words of an actor's kind. */
export function kindWords(actor: Actor): KindWords {
  const words = KIND_WORDS[actor.kind] as (actor: Actor) => KindWords // each entry takes its own kind
  return words(actor)
}
