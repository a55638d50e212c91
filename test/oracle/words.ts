import type { Clip } from './clip.ts'

/** What people also call a kind. */
const ALSO: Record<string, string> = {
  'trash-bin': 'can garbage waste',
  person: 'man woman',
  sphere: 'ball',
  torus: 'ring',
  plane: 'panel',
  car: 'vehicle',
  'street-lamp': 'streetlight lamppost',
  flowers: 'flower',
  grass: 'tuft',
  sofa: 'couch',
  rock: 'stone boulder',
  building: 'house',
  plant: 'potted',
  campfire: 'fire',
}

/** Everything an actor is called in its scene: its kind, its noun and what its fields say in words. */
function namesOf(clip: Clip, actor: string): Set<string> {
  const index = clip.id(actor) - 1
  const noun = clip.take.cast[index]?.noun?.en
  const actors = clip.actors(actor)
  const texts = noun ? [noun] : []
  for (const one of actors) {
    // What a group is made of is not what it is: its own noun names it.
    if (clip.take.cast[index]?.kind === 'group') continue
    if (!noun) texts.push(one.kind, ALSO[one.kind] ?? '')
    for (const [field, value] of Object.entries(one))
      // What is painted orange is no orange.
      if (typeof value === 'string' && !['id', 'kind', 'text', 'color'].includes(field))
        texts.push(value)
  }
  return new Set(
    texts
      .join(' ')
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter(Boolean)
      .map(singular),
  )
}

/** Whether every word of a noun phrase fits the actor: `brick building`, `clump of flowers`. */
export function isCalledBy(clip: Clip, actor: string, noun: string): boolean {
  const names = namesOf(clip, actor)
  const words = noun
    .replace(/^(clump|bunch|patch|pile|stack|row|pair|flock|swarm) of /, '')
    .split(/[ -]/)
  // A marble track is a track.
  const given = clip.take.cast[clip.id(actor) - 1]?.noun?.en.split(/ (?:in|with|of|on) /)[0]
  const [head, asked] = [given?.split(/[ -]/).at(-1), words.at(-1)]
  if (head && asked && singular(head.toLowerCase()) !== singular(asked)) return false
  return words.every((word) => names.has(singular(word)))
}

function singular(word: string): string {
  if (/(ss|us)$/.test(word)) return word
  return word.replace(/(?<=x|ch|sh)es$/, '').replace(/s$/, '')
}
