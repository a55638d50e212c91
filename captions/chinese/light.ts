import { isDayNews, roomIn } from '../plan/order.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import { say } from './phrase.ts'

/** 三维动画风格，柔和的日光: the look, with the light when nothing else told of it. */
export function lookLine({ book }: Teller): Phrase {
  const light = qualityOf(book)
  const look = proven('三维动画风格', book.one('look'))
  return light ? say`${look}，${light}` : look
}

/** 天空晴朗，柔和的日光从左侧照来; undefined when neither light nor sky is proven. */
export function lightSentence(teller: Teller): Phrase | undefined {
  const claim = teller.book.one('sky')
  const sky = claim && proven(SKIES[claim.args.kind], claim)
  const light = shining(teller)
  return sky && light ? say`${sky}，${light}` : (light ?? sky)
}

const SKIES = { clear: '天空晴朗', cloudy: '天上有云', overcast: '天空阴沉' } as const

function shining({ book, random }: Teller): Phrase | undefined {
  const light = qualityOf(book)
  const from = book.all('light').find(({ args }) => args.from)
  if (!light && !from) return undefined
  const source = light ?? '日光'
  if (!from) return say`${source}${random.pick(['照亮画面', '洒满画面'] as const)}`
  const side = from.args.from === 'left' ? '从左侧' : '从右侧'
  const falls = say`${source}${proven(`${side}${random.pick(['照来', '洒下'] as const)}`, from)}`
  const shadows = book.one('shadows')
  if (!shadows) return falls
  const dark = shadows.args.long ? '长长的影子' : '影子'
  return say`${falls}，${proven(`${dark}投向${shadows.args.to === 'left' ? '左侧' : '右侧'}`, shadows)}`
}

/** 画面为三维动画风格. */
export function lookSentence({ book, random }: Teller): Phrase {
  return proven(random.pick(['画面为三维动画风格', '三维动画风格'] as const), book.one('look'))
}

/** 黄昏的街道上, 公园里, 夜晚; undefined when neither place nor hour is proven. */
export function settingWords(teller: Teller, what: 'all' | 'hour' | undefined): Phrase | undefined {
  const { book } = teller
  if (!what) return undefined
  const setting = what === 'all' ? book.one('setting') : undefined
  const hour = book.all('daytime').find(({ args }) => args.time !== 'day' || isDayNews(teller))
  const places = setting && PLACES[setting.args.place]
  const place = places && teller.random.fork('place').pick(places)
  const when = hour && proven(HOURS[hour.args.time], hour)
  if (!place) return when && { ...when, text: ALONE[when.text] ?? when.text }
  const where = proven(place, setting, roomIn(book, setting))
  return when ? say`${when}的${where}` : where
}

const HOURS = { day: '白天', dusk: '黄昏', night: '夜晚' } as const
/** Without a place. */
const ALONE: Record<string, string> = { 黄昏: '黄昏时分', 夜晚: '夜里' }

const PLACES: Record<string, readonly [string, ...string[]]> = {
  street: ['街道上', '街头'],
  park: ['公园里'],
  desert: ['沙漠中', '沙漠里'],
  room: ['房间里', '屋里', '室内'],
  kitchen: ['厨房里'],
  'bowling alley': ['保龄球馆里'],
  beach: ['海滩上'],
  field: ['田野上', '田野里'],
  yard: ['院子里'],
  forest: ['森林里', '林中'],
}

function qualityOf(book: Teller['book']): Phrase | undefined {
  const claim = book.all('light').find(({ args }) => args.quality)
  if (!claim) return undefined
  const words = { soft: '柔和的日光', bright: '明亮的日光', warm: '低斜的暖色阳光' }
  return proven(words[claim.args.quality ?? 'soft'], claim)
}
