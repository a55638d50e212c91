import type { Random } from '#scenes'
import type { Book } from './book.ts'
import { background, mainObject, motion, prompt, style } from './fields.ts'
import type { FormName } from './form-names.ts'
import { full } from './full.ts'
import type { Phrase } from './phrase.ts'
import { short, shortOf } from './short.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

const DETAIL: Record<FormName, Teller['detail']> = {
  short: 'brief',
  default: 'normal',
  dense: 'full',
  camera: 'normal',
  main_object: 'full',
  background: 'full',
  style: 'normal',
  motion: 'brief',
  no_camera: 'normal',
  prompt: 'brief',
}

/** The sentences of every form, from verified claims alone; shot by shot, each cut said. */
export function formsOf(
  books: readonly Book[],
  random: Random,
  voice: Voice,
): Record<FormName, Phrase[]> {
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
  const told = (without?: 'camera') =>
    // The same chance: the same words, but for the sentence that is left out.
    each('default', (one, shot) =>
      full(one, 'default', { shot, shots, ...(without && { without }) }, voice),
    )
  return {
    short: shortOf(() => teller('short'), first, later[0], voice),
    default: told(),
    dense: each('dense', (one, shot) => full(one, 'dense', { shot, shots }, voice)),
    camera: each('camera', (one, shot) => camera(one, shot, voice)),
    main_object: mainObject(teller('main_object'), voice),
    background: background(teller('background'), voice),
    style: style(teller('style'), voice),
    motion: each('motion', (one, shot) => motion(one, shot, voice)),
    no_camera: told('camera'),
    prompt: prompt(
      short(() => teller('prompt'), voice),
      teller('prompt'),
      voice,
    ),
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

function camera(teller: Teller, shot: number, voice: Voice): Phrase[] {
  const view = shot > 0 ? voice.cutSentence(teller) : voice.framing(teller)
  const moves = voice.cameraSentence(teller, 'camera')
  return [view, moves].flatMap((phrase) => (phrase ? [voice.sentence(phrase)] : []))
}
