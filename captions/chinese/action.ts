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
import { afterwards, ending, finale, meanwhile, next, opening, sequel, whole } from './clause.ts'
import { settingWords } from './light.ts'
import { charactersIn, say } from './phrase.ts'
import { stillLife } from './still-life.ts'
import { beginning, consequences } from './tale.ts'

/** What happens, in order: the main deed, what goes on meanwhile, what follows. */
export function actions(
  teller: Teller,
  form: 'default' | 'dense',
  page: Page,
  where: 'here' | 'anywhere',
): void {
  const tale = taleOf(teller.book)
  if (tale) return narrate(teller, page, tale, where)
  const [main, ...rest] = deedsOf(teller.book)
  // What was hit is told of with what hit it.
  const others = rest.filter(({ actor }) => actor !== main?.hits?.args.other)
  const place = (clause: Phrase) => {
    const setting = where === 'here' ? settingFor(teller, [main, others[0]]) : undefined
    return setting ? say`${setting}，${clause}` : clause
  }
  if (!main) return page.add(place(stillLife(teller, form === 'dense' ? 4 : 3)))
  const first = opening(teller, main)
  const both =
    form === 'default' && others[0] && !main.hits
      ? togetherWith(teller, first, others[0], main)
      : undefined
  const chain = both ?? chained(teller, first, main)
  page.add(place(chain ?? first))
  if (both ?? !chain) page.offer(() => sequel(teller, main, 2))
  const partner = both && others[0]
  if (partner) page.offer(() => finale(teller, partner))
  const later = (both ? others.slice(1) : others).sort(
    (a, b) => a.moves.frames[0] - b.moves.frames[0],
  )
  const more: Deed[] = []
  for (const deed of later)
    if (isOneMore(teller, deed)) more.push(deed)
    else page.offer(() => then(teller, deed, main))
  for (const deed of lumped(more, teller.book)) page.offer(() => whole(teller, deed))
}

/** Longer than this, a clause stands alone. */
const CHAINED = 26

/** One topic, one sentence: 小球滚过木桌，从马克杯前面经过，随后停下. */
function chained(teller: Teller, first: Phrase, main: Deed): Phrase | undefined {
  if (charactersIn(first.text) > CHAINED || teller.subject !== main.actor) return undefined
  const rest = afterwards(teller, main, 2)
  return (
    rest &&
    say`${first}，${rest.text.includes('，') || rest.text.startsWith('从') ? '' : '随后'}${rest}`
  )
}

/** A tale in order: what starts it, what comes of it, how the cause ends; then what else goes on. */
function narrate(teller: Teller, page: Page, tale: Tale, where: 'here' | 'anywhere'): void {
  const setting = where === 'here' ? settingFor(teller, [tale.cause]) : undefined
  const first = beginning(teller, tale, true)
  page.add(setting ? say`${setting}，${first}` : first)
  for (const tell of consequences(teller, tale)) page.offer(tell)
  const { sunk, thrown, dropper } = tale
  const cause = tale.cause && landed(tale.cause, thrown?.args.actor)
  // What lies in a pocket needs no other end.
  const ended = sunk.some(({ args }) => args.actors.some((id) => id === cause?.actor))
  if (cause && !ended) page.offer(() => finale(teller, cause))
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

/** Two deeds at a time in one sentence. */
export function togetherWith(
  teller: Teller,
  first: Phrase,
  other: Deed,
  main: Deed,
): Phrase | undefined {
  const order = meantime(teller.book, main.actor, other.actor)
  if (!order) return undefined
  const joint = teller.random.pick(['，', '，同时'] as const)
  return proven(say`${first}${joint}${meanwhile(teller, other, main)}`, order)
}

const LEADS = ['与此同时，', '同时，']

/** A later or parallel deed as a sentence of its own. */
function then(teller: Teller, deed: Deed, main: Deed): Phrase {
  const after = next(teller, deed, main)
  if (after) return after
  const order = goesOnWith(teller, deed)
  const lead = order && !lastsAll(teller, deed) ? leadOf(teller, LEADS) : undefined
  if (!order || !lead) return whole(teller, deed)
  const told = meanwhile(teller, deed, main)
  const end = ending(teller, deed)
  return proven(end ? say`${lead}${told}，随后${end}` : say`${lead}${told}`, order)
}
