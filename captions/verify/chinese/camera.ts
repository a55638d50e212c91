import type { CameraSaid, NounMeaning, Sentence } from '../meaning.ts'
import { all, any, many, map, maybe, type Parser } from '../parser.ts'
import { anyOf, chars, oneOf, textOf } from './characters.ts'

const MOVES: Record<string, readonly [move: string, direction: string]> = {
  向左摇: ['pan', 'left'],
  向右摇: ['pan', 'right'],
  左摇: ['pan', 'left'],
  右摇: ['pan', 'right'],
  向上摇: ['tilt', 'up'],
  向下摇: ['tilt', 'down'],
  上摇: ['tilt', 'up'],
  下摇: ['tilt', 'down'],
  顺时针旋转: ['roll', 'clockwise'],
  逆时针旋转: ['roll', 'counterclockwise'],
  向前推: ['dolly', 'in'],
  推近: ['dolly', 'in'],
  推进: ['dolly', 'in'],
  向前推进: ['dolly', 'in'],
  向后拉: ['dolly', 'out'],
  拉远: ['dolly', 'out'],
  后拉: ['dolly', 'out'],
  向左移: ['truck', 'left'],
  向右移: ['truck', 'right'],
  向左平移: ['truck', 'left'],
  向右平移: ['truck', 'right'],
  升高: ['pedestal', 'up'],
  上升: ['pedestal', 'up'],
  降低: ['pedestal', 'down'],
  下降: ['pedestal', 'down'],
  变焦推近: ['zoom', 'in'],
  变焦拉远: ['zoom', 'out'],
  向左环绕: ['arc', 'left'],
  向右环绕: ['arc', 'right'],
  沿弧线升起: ['crane', 'up'],
  沿弧线降下: ['crane', 'down'],
  一边推近一边变焦拉远: ['dolly-zoom', 'in'],
  一边拉远一边变焦推近: ['dolly-zoom', 'out'],
}
const ANGLES: Record<string, string> = {
  平视: 'eye level',
  水平: 'level',
  略微俯视: 'slightly high',
  俯拍: 'high',
  垂直俯拍: 'top-down',
  仰拍: 'low',
  垂直仰拍: 'from below',
  倾斜构图: 'dutch',
}
const SIZES: Record<string, string> = {
  大远景: 'extreme wide',
  远景: 'wide',
  全景: 'full',
  中全景: 'medium full',
  中景: 'medium',
  中近景: 'medium close-up',
  特写: 'close-up',
  大特写: 'extreme close-up',
  近景: 'close',
}
const FROM: Record<string, string> = {
  从侧面: 'side',
  从后面: 'tail',
  从前面: 'lead',
  从上方: 'aerial',
}
const TRACKS: Record<string, string> = {
  侧面跟拍: 'side',
  背后跟拍: 'tail',
  正面跟拍: 'lead',
  空中跟拍: 'aerial',
}
const KEEPS: Record<string, string> = {
  画面中央: 'center',
  画面左侧: 'left',
  画面右侧: 'right',
}

/** 镜头跟随女子向右摇，最后停住。 全景，平视。 */
export function cameraSentence(noun: Parser<NounMeaning>): Parser<Sentence> {
  const tell = <T>(
    parser: Parser<T>,
    make: (value: T, text: string) => CameraSaid,
  ): Parser<CameraSaid> =>
    map(parser, (value, from, to, tokens) => make(value, textOf(tokens, from, to)))
  const motion = (slow: boolean) =>
    tell(oneOf(MOVES), ([name, direction], text) => ({
      does: 'move',
      move: name,
      direction,
      slow,
      text,
    }))
  // 缓缓推近，同时向右摇: both are slow.
  const moves = (slow: boolean) =>
    map(
      all(motion(slow), many(map(all(anyOf('并|，同时', 0), motion(slow)), ([, other]) => other))),
      ([first, others]) => [first, ...others],
    )
  const move = any(
    map(all(anyOf('缓缓|缓慢', 0), moves(true)), ([, said]) => said),
    moves(false),
  )
  const still = tell(anyOf('固定不动|保持静止|静止不动', 0), (_, text) => ({ does: 'still', text }))
  const looks = tell(anyOf('拍摄', 0), (_, text) => ({
    does: 'size',
    size: 'any',
    who: null,
    text,
  }))
  const angles = map(
    all(
      tell(oneOf(ANGLES), (angle, text) => ({ does: 'look from', angle, text })),
      maybe(
        map(
          all(
            chars('、', 0),
            tell(chars('倾斜构图', 'dutch'), (angle, text) => ({ does: 'look from', angle, text })),
          ),
          ([, leaning]) => leaning,
        ),
      ),
    ),
    ([first, leaning]) => (leaning ? [first, leaning] : [first]),
  )
  const size = (who: NounMeaning | null): Parser<CameraSaid> =>
    tell(oneOf(SIZES), (value, text) => ({ does: 'size', size: value, who, text }))
  const sized = any(
    size(null),
    tell(all(noun, maybe(chars('的', 0)), oneOf(SIZES)), ([who, , value], text) => ({
      does: 'size',
      size: value,
      who,
      text,
    })),
  )
  const withAngle = map(
    all(chars('以', 0), angles, maybe(chars('的', 0)), maybe(anyOf('角度|视角', 0))),
    ([, said]) => said,
  )
  const inShot = map(all(chars('，画面为', 0), sized), ([, said]) => said)
  const follow = map(
    all(
      maybe(tell(oneOf(FROM), (from, text) => ({ does: 'track', from, who: null, text }))),
      tell(all(anyOf('跟随|跟着', 0), noun), ([, who], text) => ({ does: 'follow', who, text })),
    ),
    ([from, whom]) => (from ? [whom, from] : [whom]),
  )
  const keep = tell(
    all(
      anyOf('，让|，使', 0),
      anyOf('她|他|它|其', 0),
      maybe(chars('始终', 0)),
      anyOf('处于|位于', 0),
      oneOf(KEEPS),
    ),
    ([, , , , where], text) => ({ does: 'keep', where, text }),
  )
  const reveal = tell(all(anyOf('，露出|，现出', 0), noun), ([, who], text) => ({
    does: 'reveal',
    who,
    text,
  }))
  const rest = tell(
    all(chars('，', 0), anyOf('最后|随后', 0), anyOf('停住|停下|静止', 0)),
    (_, text) => ({ does: 'rest', text }),
  )
  const shaking = tell(
    all(chars('，', 0), oneOf<string>({ 画面轻微晃动: 'a little', 画面剧烈晃动: 'a lot' })),
    ([, how], text) => ({ does: 'shake', how, text }),
  )
  const one = (said: Parser<CameraSaid>) => map(said, (value) => [value])
  const moving = map(
    all(
      chars('镜头', 0),
      many(any(withAngle, follow)),
      any(move, one(still), one(looks)),
      many(map(all(anyOf('，随后|，再|，然后', 0), move), ([, said]) => said)),
      maybe(any(keep, inShot)),
      maybe(reveal),
      maybe(rest),
      maybe(shaking),
    ),
    ([, before, first, more, ...rests]) => [
      ...before.flat(),
      ...first,
      ...more.flat(),
      ...rests.flatMap((said) => said ?? []),
    ],
  )
  const angled = map(
    all(chars('，', 0), angles, maybe(chars('的', 0)), maybe(anyOf('角度|视角', 0))),
    ([, said]) => said,
  )
  const tracking = tell(all(oneOf(TRACKS), maybe(noun)), ([from, who], text) => ({
    does: 'track',
    from,
    who,
    text,
  }))
  const view = any(
    map(all(any(sized, tracking), maybe(angled)), ([first, told]) => [first, ...(told ?? [])]),
    map(
      all(angles, maybe(chars('的', 0)), anyOf('画面|角度的画面|视角的画面|视角|镜头|角度', 0)),
      ([said]) => said,
    ),
  )
  const cut = map(
    all(
      tell(anyOf('镜头切换到|镜头切到', 0), (_, text) => ({ does: 'cut', text })),
      any(one(sized), anyOf('另一个画面', [] as CameraSaid[])),
      maybe(angled),
    ),
    ([first, shown, told]) => [first, ...shown, ...(told ?? [])],
  )
  return map(any(moving, view, cut), (said): Sentence => ({ kind: 'camera', said }))
}
