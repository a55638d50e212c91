import { Random } from '#scenes'
import type { Claim, PredicateName } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { isStuff } from '../facts/noun.ts'
import type { Book } from '../plan/book.ts'
import type { Teller } from '../plan/teller.ts'
import { movesWords } from './camera-moves.ts'
import { placeWords } from './light.ts'
import { name } from './refer.ts'

/** A question about a clip that has one right answer, and the claims that the answer rests on. */
export interface Question {
  q: string
  a: string
  claims: string[]
}

/** What a claim of one predicate answers; nothing is asked about those who could be taken for another. */
type Asker<P extends PredicateName> = (
  claim: Claim<P>,
  book: Book,
) => Omit<Question, 'claims'> | undefined

const ASKERS: { [P in PredicateName]?: Asker<P> } = {
  color({ args }, book) {
    const what = only(book, args.actor)
    if (!what || goesWithoutSaying(what, args.color)) return undefined
    return { q: `What color ${isOrAre(what)} ${the(what)}?`, a: args.color }
  },
  wears({ args }, book) {
    const who = only(book, args.actor)
    const garment = args.garment === 't-shirt' ? 'T-shirt' : args.garment
    return who && { q: `What color is the ${garment} of ${the(who)}?`, a: args.color }
  },
  count({ args }, book) {
    const { noun } = book.facts.member(args.actors[0] as string)
    return { q: `How many ${noun.plural} are in view?`, a: args.words }
  },
  tally({ args }, book) {
    const { noun } = book.facts.member(args.actors[0] as string)
    const are = args.state === 'fallen' ? 'have fallen' : 'still stand'
    return { q: `How many of the ${noun.plural} ${are} at the end?`, a: args.words }
  },
  heads({ args: { actor, direction } }, book) {
    const who = only(book, actor)
    if (!who || (direction !== 'left' && direction !== 'right')) return undefined
    // Of one that turns round, neither would be the answer.
    if (book.all('heads', { actor }).length > 1) return undefined
    return { q: `Does ${the(who)} move to the left or to the right?`, a: `to the ${direction}` }
  },
  order({ args: { first, second, relation } }, book) {
    const [a, b] = [only(book, first), only(book, second)]
    if (!a || !b || relation !== 'before') return undefined
    // In the order of their ids, so that the answer is not always the first one.
    const [one, other] = first < second ? [a, b] : [b, a]
    return { q: `Which moves first, ${the(one)} or ${the(other)}?`, a: the(a) }
  },
  hits({ args: { actor, other } }, book) {
    const who = only(book, actor)
    if (!who || book.all('hits', { actor }).length > 1) return undefined
    return { q: `What does ${the(who)} hit?`, a: name(listener(book), other).text }
  },
  setting: ({ args }) => {
    const place = placeWords(args.place)
    return place === undefined ? undefined : { q: 'Where does it take place?', a: place }
  },
  daytime: ({ args }) => ({ q: 'What time of day is it?', a: args.time }),
  light: ({ args }) =>
    args.from && { q: 'From which side does the light come?', a: `from the ${args.from}` },
  camera({ args }, book) {
    if (args.move === 'static') return { q: 'Does the camera move?', a: 'no' }
    const moves = book.all('camera').filter((claim) => claim.args.move !== 'rest')
    const [only] = moves
    if (!only || moves.length > 1 || args.move === 'rest') return undefined
    return { q: 'What does the camera do?', a: `it ${movesWords([only], true).text}` }
  },
}

/** Every question that the verified claims of a shot answer, the most salient first. */
export function questionsOf(book: Book): Question[] {
  const asked = (Object.keys(ASKERS) as PredicateName[]).flatMap((predicate) => {
    // Each asker is asked for claims of its own predicate.
    const ask = ASKERS[predicate] as Asker<PredicateName>
    return book.all(predicate).flatMap((claim) => {
      const question = ask(claim, book)
      return question
        ? [{ question: { ...question, claims: [claim.id] }, salience: claim.salience }]
        : []
    })
  })
  return asked.sort((a, b) => b.salience - a.salience).map(({ question }) => question)
}

/** The actor, when it is the only one of its noun that is even glimpsed and a viewer would see that it is there. */
function only({ facts, one }: Book, id: string): Member | undefined {
  const member = facts.member(id)
  const { en } = member.noun
  const alike = facts.glimpsed.filter(
    ({ noun }) => noun.en === en || noun.en.endsWith(` ${en}`) || en.endsWith(` ${noun.en}`),
  )
  return alike.length === 1 && one('exists', { actor: id }) ? member : undefined
}

/** An orange is orange. */
function goesWithoutSaying({ noun }: Member, color: string): boolean {
  return noun.usual === color || noun.en.split(' ').includes(color)
}

function the({ noun }: Member): string {
  return `the ${noun.en}`
}

function isOrAre({ noun }: Member): string {
  return isStuff(noun) ? 'are' : 'is'
}

/** Somebody who knows nothing yet. */
function listener(book: Book): Teller {
  return {
    ...{ book, random: Random.of(0), told: new Set(), related: new Set(), earlier: [] },
    ...{ subject: null, mover: null, detail: 'normal' },
  }
}
