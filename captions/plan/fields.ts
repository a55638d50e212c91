import { actions } from './action.ts'
import { deedsOf } from './deeds.ts'
import { settingOf } from './order.ts'
import { pageOf } from './page.ts'
import type { Phrase } from './phrase.ts'
import { taleOf } from './plot.ts'
import { namedIn } from './short.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** Who the clip is about, what it looks like and does; of a clip in which nothing moves, what one sees first. */
export function mainObject(teller: Teller, voice: Voice): Phrase[] {
  const page = pageOf(teller, voice.lengths.main_object[1], voice)
  const tale = taleOf(teller.book)
  const [main] = deedsOf(teller.book)
  if (tale) page.add(voice.beginning(teller, tale))
  else if (!main) page.add(voice.stillLife(teller, 1))
  else {
    page.add(voice.opening(teller, main))
    if (!page.offer(() => voice.sequel(teller, main, 2)))
      page.offer(() => voice.finale(teller, main))
  }
  return page.sentences
}

/** Where it is and what stands around. */
export function background(teller: Teller, voice: Voice): Phrase[] {
  const page = pageOf(teller, voice.lengths.background[1], voice)
  const setting = voice.setting(teller, settingOf(teller, []))
  // `In a park, in the background are ...` stumbles.
  teller.related.add('inverted')
  page.offer(() => {
    const around = voice.surroundings(teller, 3, false)
    return around && setting ? voice.placed(setting, around) : around
  })
  for (let n = 0, nouns = 3; n < 8 && nouns > 0; n++)
    if (!page.offer((joined) => voice.surroundings(teller, nouns, joined), 'scene')) nouns--
  return page.sentences
}

/** Light and look. */
export function style(teller: Teller, voice: Voice): Phrase[] {
  return said([voice.lightSentence(teller), voice.lookSentence(teller)], voice)
}

/** For a model that is given the first picture: what moves, and the camera. */
export function motion(teller: Teller, shot: number, voice: Voice): Phrase[] {
  const page = pageOf(teller, voice.lengths.motion[1], voice)
  const cut = shot > 0 ? voice.cutSentence(teller) : undefined
  if (cut) page.add(cut)
  if (deedsOf(teller.book).length > 0 || taleOf(teller.book))
    actions(teller, 'default', page, voice, 'anywhere')
  return [...page.sentences, ...said([voice.cameraSentence(teller, 'plain')], voice)]
}

/** As somebody would ask for such a clip: the short form, the camera and the look. */
export function prompt(short: readonly Phrase[], teller: Teller, voice: Voice): Phrase[] {
  const known = { ...teller, told: new Set(namedIn(teller.book, short)) }
  return [...short, ...said([voice.cameraSentence(known, 'plain'), voice.lookLine(teller)], voice)]
}

function said(phrases: (Phrase | undefined)[], voice: Voice): Phrase[] {
  return phrases.flatMap((phrase) => (phrase ? [voice.sentence(phrase)] : []))
}
