import { actions } from './action.ts'
import { lengthOfAll, pageOf } from './page.ts'
import type { Phrase } from './phrase.ts'
import { anotherTurn } from './relations.ts'
import type { Teller } from './teller.ts'
import type { Voice } from './voice.ts'

/** How often a noun may be placed by others. */
const TURNS = 3

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
  const tail = () => tailOf(teller, form, shot === shots - 1, voice)
  const [least, most] = voice.lengths[form].map((length) =>
    Math.max(length / shots, shots > 1 ? voice.shots[form] : 0),
  ) as [number, number]
  const later = lengthOfAll(Object.values(tail()).flat(), voice)
  const page = pageOf(teller, most - later, voice)
  const cut = shot > 0 ? voice.cutSentence(teller) : undefined
  if (cut) page.add(cut)
  actions(teller, form, page, voice)
  const nounsAtMost = form === 'dense' ? 2 : 3
  // Where three nouns do not fit, one may.
  for (let n = 0, nouns = nounsAtMost; n < 12 && nouns > 0; n++)
    if (!page.offer(() => voice.surroundings(teller, nouns))) nouns--
  const isShort = () => form === 'dense' && page.length() + later < least
  // Each noun has its turn before any has another.
  for (let turn = 0; turn < TURNS && isShort(); turn++) {
    for (const tell of [voice.relation, voice.layout])
      for (let n = 0; n < 3 && isShort() && page.offer(() => tell(teller)); n++);
    anotherTurn(teller)
  }
  const { camera, looks } = tail()
  return [...page.sentences, ...(without ? [] : camera), ...looks]
}

/** The sentences that always come last; of light and look only after the last shot. */
function tailOf(
  teller: Teller,
  form: 'default' | 'dense',
  isLast: boolean,
  voice: Voice,
): { camera: Phrase[]; looks: Phrase[] } {
  // Drawn from a stream of their own, so that measuring them first and saying them last gives the same words.
  const fresh = { ...teller, told: new Set(teller.told), random: teller.random.fork('tail') }
  const camera = voice.cameraSentence(fresh, form === 'dense' ? 'full' : 'plain')
  const light = isLast && form === 'dense' ? voice.lightSentence(fresh) : undefined
  const look = isLast && (form === 'dense' ? voice.lookSentence(fresh) : voice.lookLine(fresh))
  const sentences = (phrases: (Phrase | undefined | false)[]) =>
    phrases.flatMap((phrase) => (phrase ? [voice.sentence(phrase)] : []))
  return { camera: sentences([camera]), looks: sentences([light, look]) }
}
