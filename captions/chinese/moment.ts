import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import type { Beat } from '../plan/timeline.ts'
import { striking } from './clause.ts'
import { act, edgeOf, goneFrom, wayOf } from './motion.ts'
import { say } from './phrase.ts'
import { doerOf, name } from './refer.ts'
import { beginning, collapsing, falling } from './tale.ts'

/** A line of the timeline: 一颗红色小球开始向右滚动, 一颗红色小球停下. */
export function moment(teller: () => Teller, what: Beat['what']): Phrase {
  const speak = teller()
  switch (what.kind) {
    case 'deed': {
      const { deed } = what
      const who = doerOf(speak, deed)
      const stroke = striking(speak, deed, who)
      if (stroke) return stroke
      const starts = deed.starts ? proven('开始', deed.starts) : ''
      return say`${who}${starts}${act(speak, deed, { way: wayOf(speak, deed), led: starts !== '' })}`
    }
    case 'stops':
      return say`${name(speak, what.deed.actor)}${proven('停了下来', what.claim)}`
    case 'leaves':
      return say`${name(speak, what.deed.actor)}${proven(`${edgeOf(what.claim.args.side)}离开画面`, what.claim)}`
    case 'tale begins':
      return beginning(speak, what.tale)
    case 'row falls':
      return falling({ ...speak, detail: 'normal' }, what.row)
    case 'pile collapses':
      return collapsing(speak, what.pile)
    case 'last knocks off': {
      const { actor, others } = what.last.args
      const [other] = others as [string]
      return say`${name(speak, actor)}${proven('把', what.last)}${name(speak, other)}${goneFrom(speak, other, what.last)}`
    }
  }
}
