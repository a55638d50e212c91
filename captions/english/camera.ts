import { followedBy, isShotOf, revealedBy } from '../plan/camera.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { movesWords } from './camera-moves.ts'
import { say } from './phrase.ts'
import { definite, name } from './refer.ts'

/** Share of the captions that speak of dollies and trucks; the others say it in plain words. */
const FILM_TERMS = 0.35

/** The camera's sentence: how it moves, from where it looks, whom it follows, how steady it is. */
export function cameraSentence(
  teller: Teller,
  detail: 'plain' | 'full' | 'camera',
): Phrase | undefined {
  const { book, random } = teller
  const still = book.one('camera', { move: 'static' })
  const unrest = shaking(teller)
  const angle =
    detail === 'full' || (detail === 'plain' && random.unit() < 0.6)
      ? angleWords(teller)
      : undefined
  const size = detail === 'full' ? inShot(teller) : ''
  if (still) {
    const stays = random.pick([
      'holds still',
      'stays still',
      angle ? 'holds still' : 'does not move',
    ] as const)
    return say`the camera ${proven(unrest ? 'stays in place' : stays, still)} ${angle ?? ''} ${size}${unrest ?? ''}`
  }
  const shown = revealing(teller)
  const moves = book
    .all('camera')
    .filter(({ args }) => args.move !== 'rest')
    .sort((a, b) => a.frames[0] - b.frames[0])
  if (moves.length === 0)
    return angle || unrest ? say`the camera looks on ${angle ?? ''}${unrest ?? ''}` : undefined
  const rests = book.all('camera', { move: 'rest' })
  const film = random.unit() < FILM_TERMS
  const told = say`the camera ${movesWords(moves, film)}`
  const followed = following(teller)
  const after = rests.find((rest) => rest.frames[0] > (moves.at(-1)?.frames[0] ?? 0))
  const end = after
    ? say`, then ${proven(random.pick(['stops', 'holds still'] as const), after)}`
    : ''
  return say`${told} ${angle && (!followed || detail === 'full') ? angle : ''} ${followed ?? ''} ${followed ? '' : size}${shown ?? ''}${end}${unrest ?? ''}`
}

/** `in a wide shot of the van`. */
function inShot(teller: Teller): Phrase | '' {
  const size = sizeWords(teller)
  const who = teller.book.one('shot')?.args.actor
  return size && who !== undefined && isShotOf(teller, who)
    ? say`in ${size} of ${name(teller, who)}`
    : ''
}

/** `, revealing the woman`: of what comes into sight the one that a viewer would name first. */
function revealing(teller: Teller): Phrase | undefined {
  const claim = revealedBy(teller)
  if (!claim) return undefined
  const { actor } = claim.args
  const whom = teller.told.has(actor) ? definite(teller, actor) : name(teller, actor)
  return say`${proven(', revealing', claim)} ${whom}`
}

/** `, shaking a little`. */
function shaking({ book }: Teller): Phrase | undefined {
  const claim = book.one('shakes')
  return claim && proven(`, shaking ${claim.args.how}`, claim)
}

/** `A wide shot of a woman at eye level.`: a sentence of its own for the camera form. */
export function framing(teller: Teller): Phrase | undefined {
  const { book } = teller
  const angle = angleWords(teller)
  const tracks = book.one('tracks')
  const shown = tracks
    ? proven(TRACKING[tracks.args.from], tracks)
    : (sizeWords(teller) ?? (angle && say`a view`))
  if (!shown) return undefined
  const who = tracks?.args.actor ?? book.one('shot')?.args.actor
  return say`${shown} ${ofWhom(teller, who)} ${angle ?? ''}`
}

/** `The clip cuts to a close-up of the ball from a high angle`: how the next shot begins. */
export function cutSentence(teller: Teller): Phrase | undefined {
  const { book } = teller
  const cut = book.one('cut')
  if (!cut) return undefined
  const size = sizeWords(teller)
  const angle = angleWords(teller) ?? ''
  const shown = size
    ? say`${size} ${ofWhom(teller, book.one('shot')?.args.actor)}`
    : say`another view`
  return say`the clip ${proven('cuts to', cut)} ${shown} ${angle}`
}

const TRACKING = {
  side: 'a side-tracking shot',
  tail: 'a tail-tracking shot',
  lead: 'a lead-tracking shot',
  aerial: 'an aerial tracking shot',
} as const

const SIZES = {
  'extreme wide': 'an extreme wide shot',
  wide: 'a wide shot',
  full: 'a full shot',
  'medium full': 'a medium full shot',
  medium: 'a medium shot',
  'medium close-up': 'a medium close-up',
  'close-up': 'a close-up',
  'extreme close-up': 'an extreme close-up',
  close: 'a close shot',
} as const

function sizeWords({ book }: Teller): Phrase | undefined {
  const shot = book.one('shot')
  return shot && proven(SIZES[shot.args.size], shot)
}

/** `of the woman`; nothing where nobody would say whom it is of. */
function ofWhom(teller: Teller, id: string | undefined): Phrase | '' {
  if (id === undefined || !isShotOf(teller, id)) return ''
  return say`of ${name(teller, id)}`
}

/** `to follow the woman from behind`, `, keeping the woman in the center of the frame`. */
function following(teller: Teller): Phrase | undefined {
  const { book, random } = teller
  const claim = followedBy(teller)
  if (!claim) return undefined
  const { actor } = claim.args
  const who = teller.told.has(actor) ? definite(teller, actor) : name(teller, actor)
  const framed = book
    .all('framed', { actor })
    .find(({ args }) => ['left', 'center', 'right'].includes(args.where))
  if (framed && random.unit() < 0.6) {
    const where =
      framed.args.where === 'center'
        ? 'in the center of the frame'
        : `in the ${framed.args.where} third of the frame`
    return say`${proven('with', claim)} ${who}, keeping ${objectOf(teller, actor)} ${proven(where, framed)}`
  }
  const tracks = book.one('tracks', { actor })
  const from = tracks ? proven(FROM[tracks.args.from], tracks) : ''
  return say`to ${proven('follow', claim)} ${who} ${from}`
}

const FROM = {
  side: 'from the side',
  tail: 'from behind',
  lead: 'from the front',
  aerial: 'from above',
} as const

function objectOf(teller: Teller, id: string): string {
  const { noun, class: sort } = teller.book.facts.member(id)
  if (sort === 'person' && noun.pronoun !== 'she' && noun.pronoun !== 'he') return 'them'
  return { she: 'her', he: 'him', it: 'it' }[noun.pronoun ?? 'it']
}

function angleWords({ book }: Teller): Phrase | undefined {
  const claims = book.all('angle')
  const claim =
    claims.find(({ args }) => args.angle === 'eye level') ??
    claims.find(({ args }) => args.angle !== 'dutch')
  const dutch = claims.find(({ args }) => args.angle === 'dutch')
  const leaning = dutch && proven('with a Dutch tilt', dutch)
  if (!claim) return leaning
  const words = {
    'eye level': 'at eye level',
    level: 'at a level angle',
    'slightly high': 'from a slightly high angle',
    high: 'from a high angle',
    'top-down': 'from straight above',
    low: 'from a low angle',
    'from below': 'from straight below',
    dutch: '',
  }[claim.args.angle]
  return say`${proven(words, claim)} ${leaning ?? ''}`
}
