import type { Member } from '../facts/member.ts'
import { areOnBothSides, flank, isBetween, isFramed, isPlaced } from './judge-places.ts'
import { stays } from './judge-motion.ts'
import {
  areColored,
  endsAt,
  goesOn,
  includeColored,
  isBeside,
  isFramedAt,
  isTaller,
  startsUpon,
} from './judge-states.ts'
import { isLit, isSetting, isSky, isTime } from './judge-world.ts'
import type { Happening, NounMeaning } from './meaning.ts'
import { best, REFUTED, TRUE, worst, worstOfAll, type Judgement, type Truth } from './truth.ts'

/** What is so, and does not happen. */
type State = Extract<
  Happening,
  {
    does:
      | 'stay'
      | 'glow'
      | 'hang'
      | 'be'
      | 'be between'
      | 'be framed'
      | 'begin framed'
      | 'begin beside'
      | 'end framed'
      | 'span'
      | 'end'
      | 'include colored'
      | 'start on'
      | 'last'
      | 'be colored'
      | 'be taller'
      | 'be shorter'
      | 'set'
      | 'date'
      | 'be lit'
      | 'be under'
  }
>

/**
 * Is it so of all of them?
 * @param others judges each of them against each of those that noun phrases mean
 * @param whom a noun phrase may mean
 */
export function isSo(
  what: State,
  members: Member[],
  others: (nouns: NounMeaning[], judge: (member: Member, other: Member) => Judgement) => Judgement,
  whom: (noun: NounMeaning) => Member[][],
  truth: Truth,
): Judgement {
  const each = (judge: (member: Member) => Judgement) => worstOfAll(members.map(judge))
  switch (what.does) {
    case 'stay':
      return each((member) => stays(member, what.how, truth, what.atFirst))
    case 'glow':
      return each((member) =>
        member.substance.glows ? TRUE({ glow: true }) : REFUTED({ glow: false }),
      )
    case 'hang':
      return each((member) =>
        member.bounds(0).min[1] > 0.35
          ? TRUE({ foot: member.bounds(0).min[1] })
          : REFUTED({ foot: member.bounds(0).min[1] }),
      )
    case 'be':
      if (what.relation === 'either side of') {
        const sides = what.other.map((noun) =>
          best(whom(noun).flatMap((choice) => choice.map((other) => flank(members, other, truth)))),
        )
        return worst(sides)
      }
      return others(what.other, (member, other) => isPlaced(member, what.relation, other, truth))
    case 'be between':
      return each((member) =>
        isBetween(member, what.other.flatMap((noun) => whom(noun).slice(0, 1)).flat(), truth),
      )
    case 'be framed':
      return what.where === 'sides'
        ? areOnBothSides(members, truth)
        : each((member) => isFramed(member, what.where, truth))
    case 'begin framed':
      return each((member) => isFramedAt(member, 0, what.where))
    case 'begin beside':
      return others(what.other, (member, other) =>
        member.id === other.id
          ? REFUTED({ same: true })
          : isBeside(member, what.relation, other, 0),
      )
    case 'end framed':
      return each((member) => isFramedAt(member, -1, what.where))
    case 'span':
      return each((member) =>
        worst([isFramedAt(member, 0, what.from), isFramedAt(member, -1, what.to)]),
      )
    case 'end':
      return others(what.other, (member, other) => endsAt(member, what.relation, other, truth))
    case 'include colored':
      return includeColored(members, what.colors)
    case 'start on':
      return others(what.other, (member, other) => startsUpon(member, other, truth))
    case 'last':
      return each((member) => goesOn(member, what.seconds, truth))
    case 'be colored':
      return areColored(members, what.colors)
    case 'be taller':
      return others(what.other, (member, other) => isTaller(member, other))
    case 'be shorter':
      return others(what.other, (member, other) => isTaller(other, member))
    case 'set':
      return isSetting(what.place, truth)
    case 'date':
      return isTime(what.time, truth)
    case 'be lit':
      return isLit(what.quality, what.from, truth)
    case 'be under':
      return isSky(what.sky, truth)
  }
}
