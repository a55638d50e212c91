import type { Random } from '#scenes'
import type { Book } from './book.ts'
import { cameraSentence, cutSentence, framing } from './camera.ts'
import { ending, finale, meanwhile, next as nextDeed, opening, sequel, whole } from './clause.ts'
import { lightSentence, lookLine, lookSentence, settingWords } from './light.ts'
import type { Deed } from './deed.ts'
import { deedsOf } from './motion.ts'
import { pageOf, textOf, type Page } from './page.ts'
import { proven, say, sentence, wordsIn, type Phrase } from './phrase.ts'
import type { Teller } from './refer.ts'
import { stillLife } from './still-life.ts'
import { layout, relation } from './relation.ts'
import { taleOf, type Tale } from './plot.ts'
import { beginning, besides, consequences } from './tale.ts'
import { surroundings } from './surroundings.ts'

export type FormName = 'short' | 'default' | 'dense' | 'camera'

/** Words aimed at, where enough is proven. */
export const LENGTHS: Record<FormName, [number, number]> = {
  short: [10, 20],
  default: [50, 70],
  dense: [120, 200],
  camera: [6, 40],
}

const DETAIL = { short: 'brief', default: 'normal', dense: 'full', camera: 'normal' } as const

/** The sentences of every form, from verified claims alone; shot by shot, each cut said. */
export function englishForms(books: readonly Book[], random: Random): Record<FormName, Phrase[]> {
  const [first, ...rest] = books as [Book, ...Book[]]
  // Two shots that look the same are one to a viewer: nothing is told of the second.
  const later = rest.filter((book) => book.one('cut'))
  const teller = (form: FormName): Teller => ({
    book: first,
    random: random.fork(form),
    told: new Set(),
    related: new Set(),
    subject: null,
    mover: null,
    earlier: [],
    detail: DETAIL[form],
  })
  const shots = later.length + 1
  const each = (form: FormName, tell: (teller: Teller, shot: number) => Phrase[]): Phrase[] => {
    let one = teller(form)
    const told = tell(one, 0)
    for (const [i, book] of later.entries()) {
      one = next(one, book, random.fork(`${form}/${i + 1}`))
      told.push(...tell(one, i + 1))
    }
    return told
  }
  return {
    short: shortOf(() => teller('short'), first, later[0]),
    default: each('default', (one, shot) => full(one, 'default', shot, shots)),
    dense: each('dense', (one, shot) => full(one, 'dense', shot, shots)),
    camera: each('camera', (one, shot) => camera(one, shot)),
  }
}

/** Who tells of the next shot: whoever was named before is known if seen again. */
function next(before: Teller, book: Book, random: Random): Teller {
  const seen = new Set(book.facts.members.map(({ id }) => id))
  return {
    ...before,
    book,
    random,
    told: new Set([...before.told].filter((id) => seen.has(id))),
    related: new Set(),
    subject: null,
    mover: null,
    earlier: [...before.earlier, ...before.book.facts.members],
  }
}

/** What happens in the first shot, and how the second one looks. */
function shortOf(teller: () => Teller, first: Book, second: Book | undefined): Phrase[] {
  const told = short(teller)
  if (!second) return told
  const named = first
    .all('exists')
    .filter(({ id }) => told.some(({ claims }) => claims.includes(id)))
    .map(({ args }) => args.actor)
  const cut = cutSentence({
    ...teller(),
    book: second,
    told: new Set(named),
    earlier: first.facts.members,
  })
  return cut ? [...told, sentence(cut)] : told
}

/** One sentence; told in more detail when it would be too short otherwise. */
function short(teller: () => Teller): Phrase[] {
  const [least, most] = LENGTHS.short
  const brief = shortSentence(teller())
  if (wordsIn(brief.text) >= least) return [brief]
  const fuller = shortSentence({ ...teller(), detail: 'normal' })
  return [wordsIn(fuller.text) <= most ? fuller : brief]
}

function shortSentence(teller: Teller): Phrase {
  const tale = taleOf(teller.book)
  if (tale) return taleSentence(teller, tale)
  const [main, ...others] = deedsOf(teller.book)
  const other = others.find(({ actor }) => actor !== main?.hits?.args.other)
  if (!main) return sentence(stillLife(teller, 2))
  const setting = settingFor(teller, other && !main.hits ? [main, other] : [main])
  const first = opening(teller, main)
  const end = ending(teller, main)
  // Two `and`s in a row would read as a list.
  const joint = main.hits ? ', then' : ' and'
  // A collision is enough for one sentence.
  const both = other && !main.hits ? togetherWith(teller, first, other, main) : undefined
  const tries = [
    both && setting && say`${setting}, ${both}`,
    both,
    end && setting && say`${setting}, ${first}${joint} ${end}`,
    setting && (wordsIn(first.text) > 9 ? say`${setting}, ${first}` : say`${first} ${setting}`),
    end && say`${first}${joint} ${end}`,
    first,
  ]
  return sentence(
    tries.find((phrase) => phrase && wordsIn(phrase.text) <= LENGTHS.short[1]) ?? first,
  )
}

/** What happens to many, and by what. */
function taleSentence(teller: Teller, tale: Tale): Phrase {
  const setting = settingFor(teller, [tale.cause])
  const told = beginning(teller, tale)
  const whole = setting && say`${setting}, ${told}`
  return sentence(whole && wordsIn(whole.text) <= LENGTHS.short[1] ? whole : told)
}

/** Words that a shot may take at the least, however many there are. */
const SHOT = { default: 30, dense: 45 } as const

/** Action first, then what stands around, the camera, the light and the look; light and look once, in the last shot. */
function full(teller: Teller, form: 'default' | 'dense', shot: number, shots: number): Phrase[] {
  const isLast = shot === shots - 1
  const later = tail(teller, form, isLast)
  const [least, most] = LENGTHS[form].map((words) =>
    Math.max(words / shots, shots > 1 ? SHOT[form] : 0),
  ) as [number, number]
  const page = pageOf(teller, most - wordsIn(textOf(later)))
  const cut = shot > 0 ? cutSentence(teller) : undefined
  if (cut) page.add(cut)
  actions(teller, form, page)
  const nounsAtMost = form === 'dense' ? 2 : 3
  // Where three nouns do not fit, one may.
  for (let n = 0, nouns = nounsAtMost; n < 12 && nouns > 0; n++)
    if (!page.offer(() => surroundings(teller, nouns))) nouns--
  const isShort = () => form === 'dense' && page.words() + wordsIn(textOf(later)) < least
  for (const tell of [relation, layout])
    for (let n = 0; n < 3 && isShort() && page.offer(() => tell(teller)); n++);
  return [...page.sentences, ...tail(teller, form, isLast)]
}

/** What happens, in order: the main deed, what goes on meanwhile, what follows. */
function actions(teller: Teller, form: 'default' | 'dense', page: Page): void {
  const tale = taleOf(teller.book)
  if (tale) return narrate(teller, page, tale)
  const [main, ...rest] = deedsOf(teller.book)
  // What was hit is told of with what hit it.
  const others = rest.filter(({ actor }) => actor !== main?.hits?.args.other)
  const setting = settingFor(teller, [main, others[0]])
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
function narrate(teller: Teller, page: Page, tale: Tale): void {
  const setting = settingFor(teller, [tale.cause])
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
function settingFor(teller: Teller, deeds: (Deed | undefined)[]): Phrase | undefined {
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

/** The sentences that always come last; of light and look only after the last shot. */
function tail(teller: Teller, form: 'default' | 'dense', isLast: boolean): Phrase[] {
  // Drawn from a stream of their own, so that measuring them first and saying them last gives the same words.
  const fresh = { ...teller, told: new Set(teller.told), random: teller.random.fork('tail') }
  const camera = cameraSentence(fresh, form === 'dense' ? 'full' : 'plain')
  if (!isLast) return camera ? [sentence(camera)] : []
  const light = form === 'dense' ? lightSentence(fresh) : undefined
  const look = form === 'dense' ? lookSentence(fresh) : lookLine(fresh)
  return [camera, light, look].flatMap((phrase) => (phrase ? [sentence(phrase)] : []))
}

function camera(teller: Teller, shot: number): Phrase[] {
  const view = shot > 0 ? cutSentence(teller) : framing(teller)
  const moves = cameraSentence(teller, 'camera')
  return [view, moves].flatMap((phrase) => (phrase ? [sentence(phrase)] : []))
}

/** Two deeds at a time in one sentence, joined by `as` or `while`. */
function togetherWith(teller: Teller, first: Phrase, other: Deed, main: Deed): Phrase | undefined {
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
