import type { Claim } from '../claim.ts'
import { followedBy, isShotOf, revealedBy } from '../plan/camera.ts'
import { type Phrase, proven } from '../plan/phrase.ts'
import { isUnique, type Teller } from '../plan/teller.ts'
import { togetherIn } from '../plan/together.ts'
import { NOTHING, say } from './phrase.ts'
import { name, PRONOUNS } from './refer.ts'

/** The camera's sentence: 镜头跟随女子向右摇，让她始终处于画面中央. */
export function cameraSentence(
  teller: Teller,
  detail: 'plain' | 'full' | 'camera',
): Phrase | undefined {
  const { book, random } = teller
  const still = book.one('camera', { move: 'static' })
  const unrest = book.one('shakes')
  const shaky = unrest
    ? proven(unrest.args.how === 'a lot' ? '，画面剧烈晃动' : '，画面轻微晃动', unrest)
    : NOTHING
  const wished = detail === 'full' || (detail === 'plain' && random.unit() < 0.6)
  const angle = wished ? angleWords(teller) : undefined
  const from = angle ? say`以${angle}` : NOTHING
  const shown = () => {
    const who = book.one('shot')?.args.actor
    const size = detail === 'full' && who !== undefined && isShotOf(teller, who)
    return size ? say`，画面为${sizeOf(teller)}` : NOTHING
  }
  if (still) {
    const stays = proven(random.pick(['固定不动', '保持静止'] as const), still)
    return say`镜头${from}${stays}${shown()}${shaky}`
  }
  const moves = book
    .all('camera')
    .filter(({ args }) => args.move !== 'rest')
    .sort((a, b) => a.frames[0] - b.frames[0])
  if (moves.length === 0) return angle || unrest ? say`镜头${from}拍摄${shaky}` : undefined
  const film = random.unit() < FILM_TERMS
  const told = togetherIn(moves)
    .slice(0, 3)
    .map((group) => groupWords(group, film))
    .reduce((a, b) => say`${a}，随后${b}`)
  const followed = followedBy(teller)
  const reveals = revealedBy(teller)
  const after = book
    .all('camera', { move: 'rest' })
    .find((rest) => rest.frames[0] > (moves.at(-1)?.frames[0] ?? 0))
  const both = followed && detail === 'full' ? from : NOTHING
  const whom = followed ? say`${both}${following(teller, followed)}` : from
  const keep = followed ? keeping(teller, followed) : shown()
  const found = reveals
    ? say`${proven('，露出', reveals)}${name(teller, reveals.args.actor)}`
    : NOTHING
  const end = after ? proven(random.pick(['，最后停住', '，最后静止'] as const), after) : NOTHING
  return say`镜头${whom}${told}${keep}${found}${end}${shaky}`
}

/** Share of the captions that speak of 推进 and 平移 rather than 推近 and 移. */
const FILM_TERMS = 0.35

/** 从侧面跟随女子. */
function following(teller: Teller, { args: { actor }, ...claim }: Claim<'follows'>): Phrase {
  const tracks = teller.book.one('tracks', { actor })
  const from = tracks ? proven(FROM[tracks.args.from], tracks) : ''
  return say`${from}${proven('跟随', claim)}${name(teller, actor)}`
}

/** ，让她始终处于画面中央. */
function keeping(teller: Teller, { args: { actor } }: Claim<'follows'>): Phrase {
  const framed = teller.book
    .all('framed', { actor })
    .find(({ args }) => ['left', 'center', 'right'].includes(args.where))
  if (!framed || teller.random.unit() >= 0.6) return NOTHING
  const { noun } = teller.book.facts.member(actor)
  const where = { center: '画面中央', left: '画面左侧', right: '画面右侧' }[
    framed.args.where as 'left' | 'center' | 'right'
  ]
  const whom = noun.pronoun ? PRONOUNS[noun.pronoun] : '其'
  return say`，让${whom}始终处于${proven(where, framed)}`
}

const FROM = { side: '从侧面', tail: '从后面', lead: '从前面', aerial: '从上方' } as const

/** Those that go on at one time: 缓缓推近，同时向右摇; 缓缓 is said once, of all of them. */
function groupWords(group: readonly Claim<'camera'>[], film: boolean): Phrase {
  const slow = group.every(({ args }) => args.speed === 'slow') ? '缓缓' : ''
  return group
    .map((claim) => proven(moveWords(claim, film), claim))
    .map((words, i) => (i === 0 ? say`${slow}${words}` : say`${i === 1 ? '，同时' : '并'}${words}`))
    .reduce((a, b) => say`${a}${b}`)
}

function moveWords({ args: { move, direction = '' } }: Claim<'camera'>, film: boolean): string {
  const into = direction === 'in'
  const up = direction === 'up'
  const side = direction === 'left' ? '向左' : '向右'
  const words: Record<string, string> = {
    pan: `${side}摇`,
    tilt: up ? '向上摇' : '向下摇',
    roll: direction === 'clockwise' ? '顺时针旋转' : '逆时针旋转',
    dolly: into ? (film ? '向前推进' : '推近') : film ? '向后拉' : '拉远',
    truck: film ? `${side}平移` : `${side}移`,
    pedestal: up ? (film ? '上升' : '升高') : film ? '下降' : '降低',
    zoom: into ? '变焦推近' : '变焦拉远',
    arc: `${side}环绕`,
    crane: up ? '沿弧线升起' : '沿弧线降下',
    'dolly-zoom': into ? '一边推近一边变焦拉远' : '一边拉远一边变焦推近',
  }
  return words[move] ?? ''
}

/** 女子的全景，平视角度: a sentence of its own for the camera form. */
export function framing(teller: Teller): Phrase | undefined {
  const { book } = teller
  const angle = angleWords(teller)
  const tracks = book.one('tracks')
  if (tracks) {
    const { actor, from } = tracks.args
    const who = isUnique(teller, actor) ? name(teller, actor) : NOTHING
    return say`${proven(TRACKING[from], tracks)}${who}${angle ? say`，${angle}` : NOTHING}`
  }
  if (book.one('shot')) return say`${sizeOf(teller)}${angle ? say`，${angle}` : NOTHING}`
  return (
    angle &&
    say`${angle.text.endsWith('的角度') ? { ...angle, text: angle.text.slice(0, -2) } : say`${angle}的`}画面`
  )
}

const TRACKING = {
  side: '侧面跟拍',
  tail: '背后跟拍',
  lead: '正面跟拍',
  aerial: '空中跟拍',
} as const

/** 镜头切换到小球的特写，俯拍角度: how the next shot begins. */
export function cutSentence(teller: Teller): Phrase | undefined {
  const { book } = teller
  const cut = book.one('cut')
  if (!cut) return undefined
  const angle = angleWords(teller)
  const shown = book.one('shot') ? sizeOf(teller) : '另一个画面'
  return say`${proven('镜头切换到', cut)}${shown}${angle ? say`，${angle}` : NOTHING}`
}

/** 女子的全景; without her where she could be taken for another one. */
function sizeOf(teller: Teller): Phrase {
  const shot = teller.book.one('shot')
  if (!shot) return NOTHING
  const size = proven(SIZES[shot.args.size], shot)
  const { actor } = shot.args
  return isShotOf(teller, actor) ? say`${name(teller, actor)}的${size}` : size
}

const SIZES = {
  'extreme wide': '大远景',
  wide: '远景',
  full: '全景',
  'medium full': '中全景',
  medium: '中景',
  'medium close-up': '中近景',
  'close-up': '特写',
  'extreme close-up': '大特写',
  close: '近景',
} as const

/** 平视角度, 略微俯视的角度. */
function angleWords({ book }: Teller): Phrase | undefined {
  const claims = book.all('angle')
  const claim =
    claims.find(({ args }) => args.angle === 'eye level') ??
    claims.find(({ args }) => args.angle !== 'dutch')
  const dutch = claims.find(({ args }) => args.angle === 'dutch')
  if (!claim) return dutch && proven('倾斜构图的角度', dutch)
  const words = {
    'eye level': '平视',
    level: '水平',
    'slightly high': '略微俯视',
    high: '俯拍',
    'top-down': '垂直俯拍',
    low: '仰拍',
    'from below': '垂直仰拍',
    dutch: '',
  }[claim.args.angle]
  const leaning = dutch ? proven('、倾斜构图', dutch) : NOTHING
  return say`${proven(words, claim)}${leaning}${dutch || (words.endsWith('视') && words.length > 2) ? '的角度' : '角度'}`
}
