import type { Deed } from '../plan/deed.ts'
import { deedsOf } from '../plan/deeds.ts'
import type { Page } from '../plan/page.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { type Tale, taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { ending, finale, meanwhile, next as nextDeed, opening, sequel, whole } from './clause.ts'
import { settingWords } from './light.ts'
import { say, wordsIn } from './phrase.ts'
import { stillLife } from './still-life.ts'
import { beginning, besides, consequences } from './tale.ts'

/** What happens, in order: the main deed, what goes on meanwhile, what follows. @param where whether the place is told */
export function actions(
  teller: Teller,
  form: 'default' | 'dense',
  page: Page,
  where: 'here' | 'anywhere' = 'here',
): void {
  const tale = taleOf(teller.book)
  if (tale) return narrate(teller, page, tale, where)
  const [main, ...rest] = deedsOf(teller.book)
  // What was hit is told of with what hit it.
  const others = rest.filter(({ actor }) => actor !== main?.hits?.args.other)
  const setting = where === 'here' ? settingFor(teller, [main, others[0]]) : undefined
  if (!main) {
    const still = stillLife(teller, form === 'dense' ? 4 : 3)
    page.add(setting ? say`${setting}, ${still}` : still)
    return
  }
  const first = opening(teller, main)
  const both =
    form === 'default' && others[0] && !main.hits
      ? togetherWith(teller, first, others[0], main)
      : undefined
  const early = teller.random.unit() < 0.65 || wordsIn(first.text) > 9
  if (!setting) page.add(both ?? first)
  else if (both || early) page.add(say`${setting}, ${both ?? first}`)
  else page.add(say`${first} ${setting}`)
  page.offer(() => sequel(teller, main, 2))
  const partner = both && others[0]
  if (partner) page.offer(() => finale(teller, partner))
  const later = (both ? others.slice(1) : others).sort(
    (a, b) => a.moves.frames[0] - b.moves.frames[0],
  )
  for (let n = 0; n < later.length; n++) {
    const [deed, partner] = [later[n] as Deed, later[n + 1]]
    if (partner && form === 'dense' && page.offer(() => alongside(teller, [deed, partner], main)))
      n++
    else page.offer(() => then(teller, deed, main))
  }
}

/** A tale in order: what starts it, what comes of it, how the cause ends; then what else goes on. */
function narrate(teller: Teller, page: Page, tale: Tale, where: 'here' | 'anywhere'): void {
  const setting = where === 'here' ? settingFor(teller, [tale.cause]) : undefined
  const first = beginning(teller, tale)
  page.add(setting ? say`${setting}, ${first}` : first)
  for (const tell of consequences(teller, tale)) page.offer(tell)
  const { sunk, thrown } = tale
  const cause = tale.cause && landed(tale.cause, thrown?.args.actor)
  // What lies in a pocket needs no other end.
  const ended = sunk.some(({ args }) => args.actors.some((id) => id === cause?.actor))
  if (cause && !ended) page.offer(() => finale(teller, cause))
  const { dropper } = tale
  if (dropper && dropper.actor !== cause?.actor) {
    // How it came onto the seesaw was told.
    const { falls: _, lands: _lands, ...after } = dropper
    page.offer(() => finale(teller, after))
  }
  // Those of the noun that nothing was told of are no news.
  for (const id of tale.actors) teller.told.add(id)
  const others = besides(teller.book, tale).sort((a, b) => a.moves.frames[0] - b.moves.frames[0])
  for (const deed of others)
    page.offer(() => (cause ? then(teller, deed, cause) : whole(teller, deed)))
}

/** What was thrown has not fallen off the arm. */
function landed(deed: Deed, arm: string | undefined): Deed {
  const { falls, ...rest } = deed
  return falls?.args.other === arm ? rest : deed
}

/** Place and hour; not the place when a path names it already (`across a room`). */
export function settingFor(teller: Teller, deeds: (Deed | undefined)[]): Phrase | undefined {
  // A cut seldom leads to another place, and the reader knows this one.
  if (teller.earlier.length > 0) return undefined
  const { facts, one } = teller.book
  const place = one('setting')?.args.place
  const named = deeds
    .flatMap((deed) => deed?.over ?? [])
    .some(
      ({ args }) =>
        facts.member(args.other).class === 'room' || facts.member(args.other).noun.en === place,
    )
  return settingWords(teller, named ? 'hour' : 'all')
}

/** Two deeds at a time in one sentence, joined by `as` or `while`. */
export function togetherWith(
  teller: Teller,
  first: Phrase,
  other: Deed,
  main: Deed,
): Phrase | undefined {
  const { book } = teller
  const order =
    book.one('order', { first: main.actor, second: other.actor, relation: 'while' }) ??
    book.one('order', { first: other.actor, second: main.actor, relation: 'while' })
  if (!order) return undefined
  const joint = teller.random.pick(['while', 'as'] as const)
  const second = meanwhile(teller, other, main)
  return {
    text: `${first.text} ${joint} ${second.text}`,
    claims: [...new Set([...first.claims, ...second.claims, order.id])],
  }
}

/** Two more deeds at the same time as the main one, in one sentence. */
function alongside(teller: Teller, deeds: [Deed, Deed], main: Deed): Phrase | undefined {
  const orders = [deeds[0], deeds[1]].map((deed) => meantime(teller, deed, main))
  if (teller.mover !== main.actor) return undefined
  if (orders.includes(undefined) || deeds.some((deed) => deed.stops || deed.leaves))
    return undefined
  const [first, second] = deeds.map((deed) => meanwhile(teller, deed, main)) as [Phrase, Phrase]
  const lead = lastsAll(teller, deeds[0]) ? undefined : leadOf(teller)
  return proven(say`${lead ?? ''} ${first}, and ${second}`, ...(lead ? orders : []))
}

/** How a sentence about the same time begins, each once in a text; none when all are used up. */
function leadOf({ related }: Teller): string | undefined {
  const lead = ['meanwhile,', 'at the same time,'].find((one) => !related.has(one))
  if (lead) related.add(lead)
  return lead
}

function meantime({ book }: Teller, deed: Deed, main: Deed) {
  return (
    book.one('order', { first: main.actor, second: deed.actor, relation: 'while' }) ??
    book.one('order', { first: deed.actor, second: main.actor, relation: 'while' })
  )
}

/** The reader takes `meanwhile` to be at the time of what was told last. */
function goesOnWith({ book, mover }: Teller, { actor }: Deed) {
  if (mover === null) return undefined
  return (
    book.one('order', { first: mover, second: actor, relation: 'while' }) ??
    book.one('order', { first: actor, second: mover, relation: 'while' })
  )
}

/** Goes on through nearly the whole clip: needs no word for when. */
function lastsAll(
  { book }: Teller,
  {
    moves: {
      frames: [from, to],
    },
  }: Deed,
): boolean {
  return to - from >= 0.8 * book.facts.frames
}

/** A later or parallel deed as a sentence of its own. */
function then(teller: Teller, deed: Deed, main: Deed): Phrase {
  const after = nextDeed(teller, deed, main)
  if (after) return after
  const order = goesOnWith(teller, deed)
  const lead = order && !lastsAll(teller, deed) ? leadOf(teller) : undefined
  if (!order || !lead) return whole(teller, deed)
  const told = meanwhile(teller, deed, main)
  const end = ending(teller, deed)
  const { text, claims } = end ? say`${told}, then ${end}` : told
  return { text: `${lead} ${text}`, claims: [...claims, order.id] }
}
