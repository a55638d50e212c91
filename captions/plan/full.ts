import { actions } from './action.ts'
import type { Detail } from './details.ts'
import { lengthOfAll, pageOf } from './page.ts'
import type { Phrase } from './phrase.ts'
import { anotherTurn } from './relations.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** What is added to a full account where there is room. */
const DETAILS = ['tint', 'ends', 'fates'] as const

/** What came of it, told after it. */
const OUTCOMES = {
  default: ['fates', 'shades'],
  dense: ['one', 'one', 'fates', 'fates', 'rest', 'begins', 'ends', 'shades', 'among'],
} as const

/** Most sentences about what stands around; a default caption that is short has one more. */
const AROUND = { default: 3, dense: 12 } as const

/** Share of the least length below which a default caption has room for it. */
const BRIEF = 0.75

/** How often a noun may be placed by others, and most sentences that do so in a turn: more would read like a list. */
const TURNS = 2
const PLACED = 2

/**
 * Action first, then what stands around, the camera, the light and the look; light and look once, in the last shot.
 * @param without leaves the camera's sentence out, and every other as it is
 */
export function full(
  teller: Teller,
  form: 'default' | 'dense',
  { shot, shots, without }: { shot: number; shots: number; without?: 'camera' },
  voice: Voice,
): Phrase[] {
  const tail = (isShort = false) =>
    tailOf(teller, form, { isLast: shot === shots - 1, isShort }, voice)
  const [least, most] = voice.lengths[form].map((length) =>
    Math.max(length / shots, shots > 1 ? voice.shots[form] : 0),
  ) as [number, number]
  const lengthOf = (parts: ReturnType<typeof tail>) =>
    lengthOfAll(Object.values(parts).flat(), voice)
  const later = lengthOf(tail())
  const page = pageOf(teller, most - later, voice)
  const cut = shot > 0 ? voice.cutSentence(teller) : undefined
  if (cut) page.add(cut)
  actions(teller, form, page, voice)
  // Of a tale that is soon told, what came of it is told before what stands around.
  const isBrief = () => page.length() + later < BRIEF * least
  const tellOf = (kind: Detail['kind']) => page.offer(() => voice.detail(teller, kind), 'deed')
  for (const kind of OUTCOMES[form]) if (form === 'dense' || isBrief()) tellOf(kind)
  // From here on nobody moves: `it` and `the other car` would be any.
  teller.subject = null
  teller.mover = null
  const isShort = () => page.length() + later < least
  const nounsAtMost = form === 'dense' ? 2 : 3
  // Where three nouns do not fit, one may.
  for (let n = 0, nouns = nounsAtMost; n < 12 && nouns > 0;) {
    if (n >= AROUND[form] && !isShort()) break
    if (page.offer((joined) => voice.surroundings(teller, nouns, joined), 'scene')) n++
    else nouns--
  }
  if (form === 'default') for (const kind of OUTCOMES.default) if (isShort()) tellOf(kind)
  if (form === 'dense') {
    for (const kind of DETAILS) if (isShort()) tellOf(kind)
    // Each noun has its turn before any has another.
    for (let turn = 0; turn < TURNS && isShort(); turn++) {
      for (const tell of [voice.relation, voice.layout])
        for (let n = 0; n < PLACED && isShort() && page.offer(() => tell(teller), 'scene'); n++);
      anotherTurn(teller)
    }
  }
  const { camera, looks } = tail(page.length() + lengthOf(tail(true)) <= most && isShort())
  return [...page.sentences, ...(without ? [] : camera), ...looks]
}

/** The sentences that always come last; of light and look only after the last shot; of the light, and from where the camera looks, where there is room. */
function tailOf(
  teller: Teller,
  form: 'default' | 'dense',
  { isLast, isShort }: { isLast: boolean; isShort: boolean },
  voice: Voice,
): { camera: Phrase[]; looks: Phrase[] } {
  // Drawn from a stream of their own, so that measuring them first and saying them last gives the same words.
  const fresh = { ...teller, told: new Set(teller.told), random: teller.random.fork('tail') }
  const isFull = form === 'dense' || isShort
  const camera = voice.cameraSentence(fresh, isFull ? 'full' : 'plain')
  const light = isLast && isFull ? voice.lightSentence(fresh) : undefined
  const look = isLast && (isFull ? voice.lookSentence(fresh) : voice.lookLine(fresh))
  const sentences = (phrases: (Phrase | undefined | false)[]) =>
    phrases.flatMap((phrase) => (phrase ? [voice.sentence(phrase)] : []))
  return { camera: sentences([camera]), looks: sentences([light, look]) }
}
