import type { Claim } from '../claim.ts'
import { overlap } from '../facts/camera.ts'
import { proven, say, type Phrase } from './phrase.ts'
import { definite, isUnique, name, type Teller } from './refer.ts'

/** Share of the captions that speak of dollies and trucks; the others say it in plain words. */
const FILM_TERMS = 0.35

/** The camera's sentence: how it moves, from where it looks, whom it follows. */
export function cameraSentence(
  teller: Teller,
  detail: 'plain' | 'full' | 'camera',
): Phrase | undefined {
  const { book, random } = teller
  const still = book.one('camera', { move: 'static' })
  const angle =
    detail === 'full' || (detail === 'plain' && random.unit() < 0.6)
      ? angleWords(teller)
      : undefined
  if (still)
    return say`the camera ${proven(random.pick(['holds still', 'stays still', angle ? 'holds still' : 'does not move'] as const), still)} ${angle ?? ''}`
  const moves = book
    .all('camera')
    .filter(({ args }) => args.move !== 'rest')
    .sort((a, b) => a.frames[0] - b.frames[0])
  if (moves.length === 0) return angle && say`the camera looks on ${angle}`
  const rests = book.all('camera', { move: 'rest' })
  const film = random.unit() < FILM_TERMS
  const steps = moves.map((move, i) => {
    const last = moves[i - 1]
    const joint = i === 0 ? '' : last && spans(last, move) ? ' and' : ', then'
    return say`${joint} ${moveWords(move, film)}`
  })
  const told = say`the camera ${steps.slice(0, 4).reduce((a, b) => say`${a}${b.text.startsWith(',') ? '' : ' '}${b}`)}`
  const followed = following(teller)
  const after = rests.find((rest) => rest.frames[0] > (moves.at(-1)?.frames[0] ?? 0))
  const end = after
    ? say`, then ${proven(random.pick(['stops', 'holds still'] as const), after)}`
    : ''
  return say`${told} ${followed ?? ''} ${angle && !followed ? angle : ''}${end}`
}

/** `A wide shot at eye level.`: a sentence of its own for the camera form. */
export function framing(teller: Teller): Phrase | undefined {
  const { book } = teller
  const shot = book.one('shot')
  const angle = angleWords(teller)
  if (!shot && !angle) return undefined
  const size = shot
    ? proven(shot.args.size === 'wide' ? 'a wide shot' : 'a close shot', shot)
    : say`a view`
  return say`${size} ${angle ?? ''}`
}

function spans(a: Claim<'camera'>, b: Claim<'camera'>): boolean {
  return (
    overlap({ from: a.frames[0], to: a.frames[1] }, { from: b.frames[0], to: b.frames[1] }) > 0.5
  )
}

/** Film terms, or plain words that mean the same. */
function moveWords(claim: Claim<'camera'>, film: boolean): Phrase {
  const { move, direction = '', speed } = claim.args
  const plain: Record<string, string> = {
    pan: `pans ${direction}`,
    tilt: `tilts ${direction}`,
    roll: `rolls ${direction}`,
    dolly: direction === 'in' ? 'moves in' : 'pulls back',
    truck: `glides ${direction}`,
    pedestal: direction === 'up' ? 'rises' : 'sinks',
    zoom: `zooms ${direction}`,
    arc: `circles to the ${direction}`,
  }
  const terms: Record<string, string> = {
    ...plain,
    dolly: `dollies ${direction}`,
    truck: `trucks ${direction}`,
    pedestal: `pedestals ${direction}`,
    arc: `arcs ${direction}`,
  }
  const words = (film ? terms : plain)[move] ?? ''
  return proven(speed ? `slowly ${words}` : words, claim)
}

/** `to follow the woman`, `, keeping the woman in the center of the frame`. */
function following(teller: Teller): Phrase | undefined {
  const { book, random } = teller
  // One of many alike is no one to follow.
  const alike = (id: string) => {
    const { en } = book.facts.member(id).noun
    return book.facts.members.filter(({ noun }) => noun.en === en).length
  }
  const claim = book
    .all('follows')
    .find(({ args }) => isUnique(teller, args.actor) && alike(args.actor) <= 3)
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
  return say`to ${proven('follow', claim)} ${who}`
}

function objectOf(teller: Teller, id: string): string {
  const { pronoun } = teller.book.facts.member(id).noun
  return { she: 'her', he: 'him', it: 'it' }[pronoun ?? 'it']
}

function angleWords({ book }: Teller): Phrase | undefined {
  const claims = book.all('angle')
  const claim = claims.find(({ args }) => args.angle === 'eye level') ?? claims[0]
  if (!claim) return undefined
  const words = {
    'eye level': 'at eye level',
    level: 'at a level angle',
    'slightly high': 'from a slightly high angle',
    high: 'from a high angle',
    'top-down': 'from straight above',
    low: 'from a low angle',
  }[claim.args.angle]
  return proven(words, claim)
}
