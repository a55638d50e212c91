import type { Random } from '#scenes'
import type { Book } from './book.ts'
import { cameraSentence, framing } from './camera.ts'
import { ending, meanwhile, next, opening, sequel } from './clause.ts'
import { lightSentence, lookLine, lookSentence, settingWords } from './light.ts'
import { deedsOf, type Deed } from './motion.ts'
import { say, sentence, wordsIn, type Phrase } from './phrase.ts'
import type { Teller } from './refer.ts'
import { stillLife } from './still-life.ts'
import { surroundings } from './surroundings.ts'

export type FormName = 'short' | 'default' | 'dense' | 'camera'

/** Words aimed at, where enough is proven. */
export const LENGTHS: Record<FormName, [number, number]> = {
  short: [10, 20],
  default: [50, 70],
  dense: [120, 200],
  camera: [6, 40],
}

/** The sentences of every form, from verified claims alone. */
export function englishForms(book: Book, random: Random): Record<FormName, Phrase[]> {
  const teller = (form: FormName): Teller => ({ book, random: random.fork(form), told: new Set(), subject: null, brief: form === 'short' })
  return {
    short: short(teller('short')),
    default: full(teller('default'), 'default'),
    dense: full(teller('dense'), 'dense'),
    camera: camera(teller('camera')),
  }
}

function short(teller: Teller): Phrase[] {
  const [main, other] = deedsOf(teller.book)
  if (!main) return [sentence(stillLife(teller, 2))]
  const setting = settingWords(teller)
  const first = opening(teller, main)
  const end = ending(teller, main)
  const both = other && togetherWith(teller, first, other, main)
  const tries = [
    both && setting && say`${setting.text.startsWith('at ') ? '' : ''}${both} ${setting}`,
    both,
    end && setting && say`${first} and ${end} ${setting}`,
    setting && say`${first} ${setting}`,
    end && say`${first} and ${end}`,
    first,
  ]
  const fits = tries.find((phrase) => phrase && wordsIn(phrase.text) <= LENGTHS.short[1])
  return [sentence(fits ?? first)]
}

/** Action first, then what stands around, the camera, the light and the look. */
function full(teller: Teller, form: 'default' | 'dense'): Phrase[] {
  const dense = form === 'dense'
  const deeds = deedsOf(teller.book)
  const [main, other] = deeds
  const setting = settingWords(teller)
  const sentences: Phrase[] = []
  const add = (phrase: Phrase | undefined) => phrase && sentences.push(phrase.text.endsWith('.') ? phrase : sentence(phrase))
  const room = () => LENGTHS[form][1] - wordsIn(sentences.map(({ text }) => text).join(' '))
  const later = tail(teller, form)
  const reserve = () => wordsIn(later.map(({ text }) => text).join(' '))
  /** Adds only what leaves room for the camera and the look; takes back what it mentioned otherwise. */
  const offer = (make: () => Phrase | undefined): boolean => {
    const before = { told: new Set(teller.told), subject: teller.subject }
    const phrase = make()
    const fits = phrase !== undefined && wordsIn(phrase.text) <= room() - reserve()
    if (fits) add(phrase)
    else Object.assign(teller, before)
    return fits
  }

  if (!main) add(setting ? say`${setting}, ${stillLife(teller, dense ? 4 : 3)}` : stillLife(teller, dense ? 4 : 3))
  else {
    const first = opening(teller, main)
    const lead = setting && teller.random.unit() < 0.5
    const both = other && !dense ? togetherWith(teller, first, other, main) : undefined
    const body = both ?? first
    add(setting ? (lead ? say`${setting}, ${body}` : both ? say`${setting}, ${body}` : say`${first} ${setting}`) : body)
    if (dense || !both) offer(() => sequel(teller, main, dense ? 2 : 1))
    for (const deed of both ? deeds.slice(2) : deeds.slice(1)) {
      offer(() => then(teller, deed, main))
      if (dense) offer(() => sequel(teller, deed, 1))
    }
    if (both && other) offer(() => sequel(teller, main, 1))
  }
  for (let n = 0; n < (dense ? 8 : 2); n++) if (!offer(() => surroundings(teller, dense ? 3 : 3))) break
  return [...sentences, ...tail(teller, form)]
}

/** The sentences that always come last. */
function tail(teller: Teller, form: 'default' | 'dense'): Phrase[] {
  const fresh = { ...teller, told: new Set(teller.told), random: teller.random.fork('tail') }
  const camera = cameraSentence(fresh, form === 'dense' ? 'full' : 'plain')
  const light = form === 'dense' ? lightSentence(fresh) : undefined
  const look = form === 'dense' ? lookSentence(fresh) : lookLine(fresh)
  return [camera, light, look].flatMap((phrase) => (phrase ? [sentence(phrase)] : []))
}

function camera(teller: Teller): Phrase[] {
  const view = framing(teller)
  const moves = cameraSentence(teller, 'plain')
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
  return { text: `${first.text} ${joint} ${second.text}`, claims: [...new Set([...first.claims, ...second.claims, order.id])] }
}

/** A later or parallel deed as a sentence of its own. */
function then(teller: Teller, deed: Deed, main: Deed): Phrase {
  const after = next(teller, deed, main)
  if (after) return say`then ${after}`
  const { book } = teller
  const meantime =
    book.one('order', { first: main.actor, second: deed.actor, relation: 'while' }) ??
    book.one('order', { first: deed.actor, second: main.actor, relation: 'while' })
  const told = meantime ? meanwhile(teller, deed, main) : opening(teller, deed)
  return meantime ? { text: `meanwhile, ${told.text}`, claims: [...told.claims, meantime.id] } : told
}
