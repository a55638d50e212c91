import { deedsOf } from '../plan/deeds.ts'
import { pageOf } from '../plan/page.ts'
import type { Phrase } from '../plan/phrase.ts'
import { taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { actions, settingFor } from './action.ts'
import { cameraSentence, cutSentence } from './camera.ts'
import { finale, opening, sequel } from './clause.ts'
import { LENGTHS } from './lengths.ts'
import { lightSentence, lookLine, lookSentence } from './light.ts'
import { say, sentence } from './phrase.ts'
import { namedIn } from './short.ts'
import { stillLife } from './still-life.ts'
import { surroundings } from './surroundings.ts'
import { beginning } from './tale.ts'

/** Who the clip is about, what it looks like and does; of a clip in which nothing moves, what one sees first. */
export function mainObject(teller: Teller): Phrase[] {
  const page = pageOf(teller, LENGTHS.main_object[1])
  const tale = taleOf(teller.book)
  const [main] = deedsOf(teller.book)
  if (tale) page.add(beginning(teller, tale))
  else if (!main) page.add(stillLife(teller, 1))
  else {
    page.add(opening(teller, main))
    if (!page.offer(() => sequel(teller, main, 2))) page.offer(() => finale(teller, main))
  }
  return page.sentences
}

/** Where it is and what stands around. */
export function background(teller: Teller): Phrase[] {
  const page = pageOf(teller, LENGTHS.background[1])
  const setting = settingFor(teller, [])
  // `In a park, in the background are ...` stumbles.
  teller.related.add('inverted')
  page.offer(() => {
    const around = surroundings(teller, 3)
    return around && setting ? say`${setting}, ${around}` : around
  })
  for (let n = 0, nouns = 3; n < 8 && nouns > 0; n++)
    if (!page.offer(() => surroundings(teller, nouns))) nouns--
  return page.sentences
}

/** Light and look. */
export function style(teller: Teller): Phrase[] {
  return [lightSentence(teller), lookSentence(teller)].flatMap((phrase) =>
    phrase ? [sentence(phrase)] : [],
  )
}

/** For a model that is given the first picture: what moves, and the camera. */
export function motion(teller: Teller, shot: number): Phrase[] {
  const page = pageOf(teller, LENGTHS.motion[1])
  const cut = shot > 0 ? cutSentence(teller) : undefined
  if (cut) page.add(cut)
  if (deedsOf(teller.book).length > 0 || taleOf(teller.book))
    actions(teller, 'default', page, 'anywhere')
  const camera = cameraSentence(teller, 'plain')
  return camera ? [...page.sentences, sentence(camera)] : page.sentences
}

/** As somebody would ask for such a clip: the short form, the camera and the look. */
export function prompt(short: readonly Phrase[], teller: Teller): Phrase[] {
  const known = { ...teller, told: new Set(namedIn(teller.book, short)) }
  const camera = cameraSentence(known, 'plain')
  const look = lookLine(teller)
  return [...short, ...[camera, look].flatMap((phrase) => (phrase ? [sentence(phrase)] : []))]
}
