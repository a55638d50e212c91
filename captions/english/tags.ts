import type { ActVerb, Claim, PredicateName, Verb } from '../claim.ts'
import { isCord } from '../salience.ts'
import type { Book } from '../plan/book.ts'
import { colorOf, isGround } from '../plan/teller.ts'
import { groundName } from './refer.ts'

/** One keyword, as sets of tagged pictures and videos have them, and the claims that it rests on. */
export interface Tag {
  text: string
  claims: string[]
}

/** So many of those who are seen are named, and so many tags there are at most. */
const MOST_SUBJECTS = 12
const MOST = 40

/** Who is seen, with colour and material, how many, what they do, the camera, place, hour, light and look; each once. */
export function tagsOf(books: readonly Book[]): Tag[] {
  const all = books.flatMap((book) => [
    ...subjects(book),
    ...TOLD.flatMap((predicate) => {
      // Each word is asked for claims of its own predicate.
      const wordOf = WORDS[predicate] as Word<PredicateName>
      return book.all(predicate).flatMap((claim) => tag(wordOf(claim, book), claim) ?? [])
    }),
  ])
  const byText = new Map<string, Set<string>>()
  for (const { text, claims } of all)
    byText.set(text, new Set([...(byText.get(text) ?? []), ...claims]))
  return [...byText].slice(0, MOST).map(([text, claims]) => ({ text, claims: [...claims] }))
}

function subjects(book: Book): Tag[] {
  return book
    .all('exists')
    .filter(({ args }) => !isCord(book.facts.member(args.actor)))
    .slice(0, MOST_SUBJECTS)
    .flatMap((exists) => {
      const member = book.facts.member(exists.args.actor)
      if (isGround(member))
        return [{ text: groundName(member).replace(/^the /, ''), claims: [exists.id] }]
      const color = colorOf({ book }, member)
      const [material] = book.all('material', { actor: member.id })
      const { en } = member.noun
      return [
        { text: en, claims: [exists.id] },
        ...(color
          ? [
              {
                text: `${color.text} ${en}`,
                claims: [exists.id, ...color.proof.map(({ id }) => id)],
              },
            ]
          : []),
        ...(material
          ? [{ text: `${material.args.material} ${en}`, claims: [exists.id, material.id] }]
          : []),
      ]
    })
}

type Word<P extends PredicateName> = (claim: Claim<P>, book: Book) => string | undefined

const WORDS = {
  count: ({ args }, book) => {
    const { noun } = book.facts.member(args.actors[0] as string)
    return `${args.words} ${noun.plural}`
  },
  moves: ({ args }) => GERUNDS[args.verb],
  acts: ({ args }) => ACTS[args.verb],
  sits: () => 'sitting',
  wears: ({ args }) => `${args.color} ${args.garment}`,
  hits: () => 'collision',
  chain: () => 'chain reaction',
  collapses: () => 'collapsing',
  shot: ({ args }) => `${args.size}${args.size.endsWith('close-up') ? '' : ' shot'}`,
  angle: ({ args }) => ANGLES[args.angle] ?? `${args.angle} angle`,
  camera: ({ args }) =>
    args.move === 'static'
      ? 'static camera'
      : args.move === 'rest'
        ? undefined
        : `${args.move} ${args.direction ?? ''}`.trim(),
  tracks: ({ args }) =>
    args.from === 'aerial' ? 'aerial tracking shot' : `${args.from}-tracking shot`,
  shakes: () => 'shaky camera',
  setting: ({ args }) => args.place,
  daytime: ({ args }) => (args.time === 'day' ? 'daytime' : args.time),
  weather: ({ args }) => args.kind,
  light: ({ args }) =>
    args.from
      ? `light from the ${args.from}`
      : args.quality === 'warm'
        ? 'warm light'
        : `${args.quality} daylight`,
  look: ({ args }) => args.style,
} satisfies { [P in PredicateName]?: Word<P> }

/** In this order. */
const TOLD = Object.keys(WORDS) as (keyof typeof WORDS)[]

const ANGLES: Partial<Record<Claim<'angle'>['args']['angle'], string>> = {
  'eye level': 'eye level',
  'top-down': "bird's-eye view",
  'from below': "worm's-eye view",
  dutch: 'Dutch angle',
}

const ACTS: Record<ActVerb, string> = {
  jump: 'jumping',
  wave: 'waving',
  point: 'pointing',
  sit: 'sitting down',
  stand: 'standing up',
}

const GERUNDS: Record<Verb, string> = {
  walk: 'walking',
  trot: 'trotting',
  gallop: 'galloping',
  run: 'running',
  drive: 'driving',
  roll: 'rolling',
  slide: 'sliding',
  fly: 'flying',
  sail: 'sailing',
  rise: 'rising',
  fall: 'falling',
  spin: 'spinning',
  swing: 'swinging',
  wave: 'waving',
  bob: 'bobbing',
  bounce: 'bouncing',
  topple: 'toppling',
  tip: 'tipping',
  tumble: 'tumbling',
  move: 'moving',
}

function tag(text: string | undefined, { id }: Claim): Tag | undefined {
  return text === undefined ? undefined : { text, claims: [id] }
}
