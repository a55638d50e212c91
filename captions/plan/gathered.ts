import type { Claim } from '../claim.ts'
import { grouped } from '../grouped.ts'
import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { colorOf, type Teller } from './teller.ts'

/**
 * Those of one noun that do the same are one deed: five capsules spin, a red car and a blue car drive to the
 * left. Of different nouns only in the second place, where less is told of each: a car and a van drive by.
 */
export function gathered(deeds: readonly Deed[], book: Book): Deed[] {
  const same = merged(deeds, (deed) => [book.facts.member(deed.actor).noun.en, wayOf(deed, book)])
  const [first, ...rest] = same
  // What drops onto the same table does so together.
  const drops = first?.lands
    ? rest.filter((deed) => deed.lands?.args.other === first.lands?.args.other)
    : []
  const others = rest.filter((deed) => !drops.includes(deed))
  const led =
    first && drops.length > 0 ? merged([first, ...drops], () => ['']) : first ? [first] : []
  return [...led, ...merged(others, (deed) => [wayOf(deed, book)])]
}

/** What is left of many alike, by what they do; of one alone, or one that just moves, nothing is told. */
export function lumped(deeds: Deed[], book: Book): Deed[] {
  const telling = deeds.filter(({ moves }) => moves.args.verb !== 'move')
  return merged(telling, ({ actor, moves }) => [
    book.facts.member(actor).noun.en,
    moves.args.verb,
  ]).filter(({ crowd }) => crowd.length > 1)
}

/** Most of them that are named one by one in one sentence. */
const NAMED = 3

/** Those who do a deed, noun by noun; `apart` where they are few and each has a colour to be named by. */
export function doersOf(teller: Teller, { crowd }: Deed): { ids: string[]; apart: boolean }[] {
  const { facts } = teller.book
  return [...grouped(crowd, (id) => facts.member(id).noun.en).values()].map((ids) => {
    const colors = ids.map((id) => colorOf(teller, facts.member(id))?.text)
    const apart = ids.length <= NAMED && !colors.includes(undefined) && new Set(colors).size > 1
    return { ids, apart }
  })
}

/** What it does and where to; its own id when there is more to tell of it alone. */
function wayOf(
  {
    actor,
    crowd,
    hits,
    enters,
    leaves,
    starts,
    stops,
    heads,
    moves,
    lands,
    falls,
    breaks,
    descent,
    also,
  }: Deed,
  book: Book,
) {
  if (descent && !hits)
    return `descends ${book.facts.member(descent.down[0]?.args.other ?? actor).noun.en}`
  if (lands && !hits && !falls) return `lands ${lands.args.other}`
  if (falls ?? breaks ?? also) return actor
  // A row of dominoes is told of as one, whichever struck which.
  const over = moves.args.verb === 'topple'
  const told = over
    ? (enters ?? leaves ?? book.all('hits', { other: actor }).some((hit) => starter(hit, book)))
    : (hits ?? enters ?? leaves ?? starts ?? stops ?? book.one('hits', { other: actor }))
  if (told && crowd.length === 1) return actor
  if (over) return 'topple'
  const ways = [...new Set(heads.map(({ args }) => args.direction))].sort()
  return [moves.args.verb, moves.args.gait, ...ways].join(' ')
}

/** Struck by what does something else itself: the ball that sets the first domino going. */
function starter({ args }: Claim<'hits'>, book: Book): boolean {
  return book.all('moves', { actor: args.actor }).some((claim) => claim.args.verb !== 'topple')
}

function merged(deeds: readonly Deed[], keyOf: (deed: Deed) => string[]): Deed[] {
  return [...grouped(deeds, (deed) => keyOf(deed).join(' ')).values()].map((same): Deed => {
    const [first] = same as [Deed, ...Deed[]]
    if (same.length === 1) return first
    const over = first.over.filter(({ args }) =>
      same.every((deed) =>
        deed.over.some((one) => one.args.other === args.other && one.args.how === args.how),
      ),
    )
    const shared = over
      .slice(0, 1)
      .flatMap(({ args }) =>
        same.flatMap((deed) => deed.over.filter((one) => one.args.other === args.other)),
      )
    return {
      actor: first.actor,
      crowd: same.flatMap(({ crowd }) => crowd).sort(),
      all: same.flatMap(({ all }) => all),
      moves: first.moves,
      heads: sharedHeads(same),
      over: shared.slice(0, 1),
      passes: [],
      ...(first.descent && {
        descent: {
          // The ramps that all of them go down.
          down: same
            .flatMap(({ descent }) => descent?.down ?? [])
            .filter(({ args }) =>
              same.every(({ descent }) =>
                descent?.down.some((one) => one.args.other === args.other),
              ),
            ),
          turns: same.every(({ descent }) => descent?.turns.length)
            ? same.flatMap(({ descent }) => descent?.turns ?? [])
            : [],
        },
      }),
      ...(first.lands && {
        lands: first.lands,
        allLands: same.flatMap(({ lands, allLands }) => allLands ?? (lands ? [lands] : [])),
      }),
    }
  })
}

/** Directions that all of them take. */
function sharedHeads(same: Deed[]): Deed['heads'] {
  return same
    .flatMap(({ heads }) => heads)
    .filter(({ args }) =>
      same.every(({ heads }) => heads.some((one) => one.args.direction === args.direction)),
    )
}
