import { pageOf, textOf } from '../plan/page.ts'
import type { Phrase } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { actions } from './action.ts'
import { cameraSentence, cutSentence } from './camera.ts'
import { LENGTHS } from './lengths.ts'
import { lightSentence, lookLine, lookSentence } from './light.ts'
import { sentence, wordsIn } from './phrase.ts'
import { layout, relation } from './relation.ts'
import { surroundings } from './surroundings.ts'

/** Words that a shot may take at the least, however many there are. */
const SHOT = { default: 30, dense: 45 } as const

/**
 * Action first, then what stands around, the camera, the light and the look; light and look once, in the last shot.
 * @param without leaves the camera's sentence out, and every other as it is
 */
export function full(
  teller: Teller,
  form: 'default' | 'dense',
  { shot, shots, without }: { shot: number; shots: number; without?: 'camera' },
): Phrase[] {
  const tail = () => tailOf(teller, form, shot === shots - 1)
  const [least, most] = LENGTHS[form].map((words) =>
    Math.max(words / shots, shots > 1 ? SHOT[form] : 0),
  ) as [number, number]
  const later = wordsIn(textOf(Object.values(tail()).flat()))
  const page = pageOf(teller, most - later)
  const cut = shot > 0 ? cutSentence(teller) : undefined
  if (cut) page.add(cut)
  actions(teller, form, page)
  const nounsAtMost = form === 'dense' ? 2 : 3
  // Where three nouns do not fit, one may.
  for (let n = 0, nouns = nounsAtMost; n < 12 && nouns > 0; n++)
    if (!page.offer(() => surroundings(teller, nouns))) nouns--
  const isShort = () => form === 'dense' && page.words() + later < least
  for (const tell of [relation, layout])
    for (let n = 0; n < 3 && isShort() && page.offer(() => tell(teller)); n++);
  const { camera, looks } = tail()
  return [...page.sentences, ...(without ? [] : camera), ...looks]
}

/** The sentences that always come last; of light and look only after the last shot. */
function tailOf(
  teller: Teller,
  form: 'default' | 'dense',
  isLast: boolean,
): { camera: Phrase[]; looks: Phrase[] } {
  // Drawn from a stream of their own, so that measuring them first and saying them last gives the same words.
  const fresh = { ...teller, told: new Set(teller.told), random: teller.random.fork('tail') }
  const camera = cameraSentence(fresh, form === 'dense' ? 'full' : 'plain')
  const light = isLast && form === 'dense' ? lightSentence(fresh) : undefined
  const look = isLast && (form === 'dense' ? lookSentence(fresh) : lookLine(fresh))
  const sentences = (phrases: (Phrase | undefined | false)[]) =>
    phrases.flatMap((phrase) => (phrase ? [sentence(phrase)] : []))
  return { camera: sentences([camera]), looks: sentences([light, look]) }
}
