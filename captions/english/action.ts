import { besides } from '../plan/besides.ts'
import type { Deed } from '../plan/deed.ts'
import { deedsOf } from '../plan/deeds.ts'
import { lumped } from '../plan/gathered.ts'
import {
  goesOnWith,
  isOneMore,
  landed,
  lastsAll,
  leadOf,
  meantime,
  settingOf,
} from '../plan/order.ts'
import type { Page } from '../plan/page.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { type Tale, taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { ending, finale, meanwhile, next as nextDeed, opening, sequel, whole } from './clause.ts'
import { settingWords } from './light.ts'
import { say, wordsIn } from './phrase.ts'
import { stillLife } from './still-life.ts'
import { beginning, consequences } from './tale.ts'

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
  const more: Deed[] = []
  for (let n = 0; n < later.length; n++) {
    const [deed, partner] = [later[n] as Deed, later[n + 1]]
    if (
      partner &&
      !isOneMore(teller, deed) &&
      form === 'dense' &&
      page.offer(() => alongside(teller, [deed, partner], main))
    )
      n++
    else if (isOneMore(teller, deed)) more.push(deed)
    else page.offer(() => then(teller, deed, main))
  }
  for (const deed of lumped(more, teller.book)) page.offer(() => whole(teller, deed))
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
    if (!isOneMore(teller, deed))
      page.offer(() => (cause ? then(teller, deed, cause) : whole(teller, deed)))
}

/** Place and hour, as far as they are to be told. */
export function settingFor(teller: Teller, deeds: (Deed | undefined)[]): Phrase | undefined {
  const much = settingOf(teller, deeds)
  return much && settingWords(teller, much)
}

/** Two deeds at a time in one sentence, joined by `as` or `while`. */
export function togetherWith(
  teller: Teller,
  first: Phrase,
  other: Deed,
  main: Deed,
): Phrase | undefined {
  const order = meantime(teller.book, main.actor, other.actor)
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
  const orders = [deeds[0], deeds[1]].map((deed) => meantime(teller.book, main.actor, deed.actor))
  if (teller.mover !== main.actor) return undefined
  if (orders.includes(undefined) || deeds.some((deed) => deed.stops || deed.leaves))
    return undefined
  const [first, second] = deeds.map((deed) => meanwhile(teller, deed, main)) as [Phrase, Phrase]
  const lead = lastsAll(teller, deeds[0]) ? undefined : leadOf(teller, LEADS)
  return proven(say`${lead ?? ''} ${first}, and ${second}`, ...(lead ? orders : []))
}

/** A later or parallel deed as a sentence of its own. */
function then(teller: Teller, deed: Deed, main: Deed): Phrase {
  const after = nextDeed(teller, deed, main)
  if (after) return after
  const order = goesOnWith(teller, deed)
  const lead = order && !lastsAll(teller, deed) ? leadOf(teller, LEADS) : undefined
  if (!order || !lead) return whole(teller, deed)
  const told = meanwhile(teller, deed, main)
  const end = ending(teller, deed)
  const { text, claims } = end ? say`${told}, then ${end}` : told
  return { text: `${lead} ${text}`, claims: [...claims, order.id] }
}

const LEADS = ['meanwhile,', 'at the same time,']
