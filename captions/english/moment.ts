import { type Phrase, proven } from '../plan/phrase.ts'
import type { Teller } from '../plan/teller.ts'
import type { Beat } from '../plan/timeline.ts'
import { striking } from './clause.ts'
import { doerOf } from './crowd.ts'
import { baseForm, directionOf, edgeOf, goneFrom, pathOf, verbOf } from './motion.ts'
import { say } from './phrase.ts'
import { name } from './refer.ts'
import { beginning, collapsing, falling } from './tale.ts'

/** A line of the timeline: `a red ball starts to roll`, `a red ball stops`. */
export function moment(teller: () => Teller, what: Beat['what']): Phrase {
  const speak = teller()
  switch (what.kind) {
    case 'deed': {
      const { deed } = what
      const who = doerOf(speak, deed)
      const verb = verbOf(speak, deed)
      const stroke = striking(speak, deed, who)
      if (stroke) return stroke
      const act = deed.starts ? say`starts to ${proven(baseForm(verb), deed.starts)}` : verb
      return say`${who} ${act} ${pathOf(speak, deed)} ${directionOf(speak, deed)}`
    }
    case 'stops':
      return say`${name(speak, what.deed.actor)} ${proven('stops', what.claim)}`
    case 'leaves':
      return say`${name(speak, what.deed.actor)} ${proven(`leaves the frame ${edgeOf(what.claim.args.side)}`, what.claim)}`
    case 'tale begins':
      return beginning(speak, what.tale)
    case 'row falls':
      return falling({ ...speak, detail: 'normal' }, what.row)
    case 'pile collapses':
      return collapsing(speak, what.pile)
    case 'last knocks off': {
      const { actor, others } = what.last.args
      const [other] = others as [string]
      return say`${name(speak, actor)} ${proven('knocks', what.last)} ${name(speak, other)} ${goneFrom(speak, other, what.last)}`
    }
  }
}
