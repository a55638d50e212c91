import { isDayNews, roomIn } from '../plan/order.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { say } from './phrase.ts'

/** `3D animation, soft daylight`: the look, with the light when nothing else told of it. */
export function lookLine({ book }: Teller): Phrase {
  const light = qualityOf(book)
  return light
    ? say`3D animation, ${light} ${proven('', book.one('look'))}`
    : proven('3D animation', book.one('look'))
}

/** `soft daylight comes from the left under a clear sky`, `the sky is clear`; undefined when neither light nor sky is proven. */
export function lightSentence({ book, random }: Teller): Phrase | undefined {
  const sky = book.one('sky')
  // Where the low sun stands is told by where the light comes from.
  const light = qualityOf(book, 'warm light')
  const from = book.all('light').find(({ args }) => args.from)
  if (!light && !from) return sky && proven(`the sky is ${sky.args.kind}`, sky)
  const source = light ?? say`daylight`
  const under = sky
    ? proven(`under ${sky.args.kind === 'overcast' ? 'an' : 'a'} ${sky.args.kind} sky`, sky)
    : ''
  if (!from) return say`${source} ${random.pick(['fills', 'lights'] as const)} the scene ${under}`
  const falls = say`${source} ${random.pick(['comes', 'falls'] as const)} ${proven(`from the ${from.args.from}`, from)} ${under}`
  const shadows = book.one('shadows')
  if (!shadows) return falls
  const dark = shadows.args.long ? 'long shadows' : 'shadows'
  return say`${falls}, and ${proven(`${dark} stretch to the ${shadows.args.to}`, shadows)}`
}

/** `the look is clean 3D animation`. */
export function lookSentence({ book, random }: Teller): Phrase {
  return proven(
    random.pick(['the look is clean 3D animation', 'the look is stylized 3D animation'] as const),
    book.one('look'),
  )
}

/** `on a street at dusk`, `in a park`, `at night`; undefined when neither place nor hour is proven. */
export function settingWords(teller: Teller, what: 'all' | 'hour' | undefined): Phrase | undefined {
  const { book } = teller
  if (!what) return undefined
  const setting = what === 'all' ? book.one('setting') : undefined
  const hour = book.all('daytime').find(({ args }) => args.time !== 'day' || isDayNews(teller))
  const places = setting && PLACES[setting.args.place]
  const place = places && teller.random.fork('place').pick(places)
  const where = place ? proven(place, setting, roomIn(book, setting)) : ''
  const when = hour ? proven(HOURS[hour.args.time], hour) : ''
  return place || hour ? say`${where} ${when}` : undefined
}

const HOURS = { day: 'during the day', dusk: 'at dusk', night: 'at night' } as const

/** `in a park`; undefined for a place that has no words. */
export function placeWords(place: string): string | undefined {
  return PLACES[place]?.[0]
}

const PLACES: Record<string, readonly [string, ...string[]]> = {
  street: ['on a street'],
  park: ['in a park'],
  desert: ['in the desert', 'out in the desert'],
  room: ['in a room', 'inside a room', 'indoors'],
  kitchen: ['in a kitchen'],
  'bowling alley': ['in a bowling alley'],
  beach: ['on a beach'],
  field: ['in a field', 'out in a field'],
  yard: ['in a yard', 'out in a yard'],
  forest: ['in a forest', 'in the woods'],
}

function qualityOf(book: Teller['book'], warm = 'warm light from a low sun'): Phrase | undefined {
  const claim = book.all('light').find(({ args }) => args.quality)
  if (!claim) return undefined
  const words = {
    soft: 'soft daylight',
    bright: 'bright daylight',
    warm,
  }
  return proven(words[claim.args.quality ?? 'soft'], claim)
}
