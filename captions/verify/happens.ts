import type { Member } from '../facts/member.ts'
import { amountRange, shareJudged } from './amounts.ts'
import { inTime } from './in-time.ts'
import { circles } from './judge-circles.ts'
import { begins, does, goes, halts, sideways, stays } from './judge-motion.ts'
import { flank, isFramed, isPlaced } from './judge-places.ts'
import {
  comesDown,
  comesDownOn,
  comesLoose,
  dropsFrom,
  fells,
  runsToward,
  scatters,
  springsBack,
  stillStands,
  takesTurns,
} from './judge-falls.ts'
import {
  dropsInto,
  dropsIntoAny,
  hardlyMoves,
  strikesNext,
  swingsTo,
  throwsUp,
  zigzags,
} from './judge-machines.ts'
import { walksAt } from './judge-pace.ts'
import {
  areColored,
  endsAt,
  goesOn,
  includeColored,
  isFramedAt,
  isTaller,
  startsUpon,
  strikesAt,
} from './judge-states.ts'
import { collides, crossesEdge, goesOver, goesPast } from './judge-ways.ts'
import { isSetting, isTime } from './judge-world.ts'
import type { Happening, NounMeaning } from './meaning.ts'
import { isWholeNumber, meant, uncounted, wholeOf, type Discourse } from './resolve.ts'
import { timeUpon } from './upon.ts'
import { best, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/** Does it happen to all of them? */
export function happens(
  what: Happening,
  members: Member[],
  beside: Happening[],
  before: Discourse,
  truth: Truth,
): Judgement {
  const each = (judge: (member: Member) => Judgement) => worst(members.map(judge))
  const others = (
    nouns: NounMeaning[],
    judge: (member: Member, other: Member) => Judgement,
  ): Judgement =>
    worst(
      nouns.map((noun) => {
        const { judgement, choices } = meant(noun, before, truth)
        if (choices.length === 0) return judgement
        // In one of the crates: whichever it is.
        const meantOnes = noun.part === 'one' ? choices.flat().map((one) => [one]) : choices
        return best(
          meantOnes.map((choice) =>
            worst(choice.flatMap((other) => members.map((member) => judge(member, other)))),
          ),
        )
      }),
    )
  switch (what.does) {
    case 'move':
      return each((member) => does(member, what.verb, truth))
    case 'begin':
      return each((member) => begins(member, truth))
    case 'stop':
      return each((member) => halts(member, truth))
    case 'head':
      if (beside.some(({ does: also }) => also === 'take turns') && members.length > 2)
        return runsToward(members, what.direction, truth)
      return each((member) => {
        // Down a ramp to the left: that is where it goes on the ramp, whatever it does after.
        const over = beside.find((one) => one.does === 'go over')
        const spans = (over?.other ?? [])
          .flatMap((noun) => meant(noun, before, truth).choices)
          .flatMap(([other]) => (other ? [timeUpon(member, other, truth)] : []))
          .filter((span) => span !== undefined)
        const parts = spans.map((span) => goes(member, what.direction, truth, span))
        return best([goes(member, what.direction, truth), ...parts])
      })
    case 'oppose': {
      const last = before.subjects[0]
      const theirs = last && sideways(last, truth)
      return each((member) =>
        theirs ? goes(member, theirs === 'left' ? 'right' : 'left', truth) : OPEN({ before: null }),
      )
    }
    case 'circle':
      return each((member) => circles(member, truth))
    case 'go over':
      return others(what.other, (member, other) => goesOver(member, other, what.how, truth))
    case 'pass': {
      const last = before.subjects[0]
      if (what.other)
        return others(what.other, (member, other) => goesPast(member, what.side, other, truth))
      return each((member) =>
        last ? goesPast(member, what.side, last, truth) : OPEN({ past: null }),
      )
    }
    case 'hit':
      return worst(
        what.other.map((noun) => {
          const { judgement, choices } = meant(noun, before, truth)
          if (choices.length === 0) return judgement
          return best(
            choices.map((choice) =>
              worst([
                each((member) => best(choice.map((other) => collides(member, other, truth)))),
                ...what.next.map((said) => happens(said.what, choice, [], before, truth)),
              ]),
            ),
          )
        }),
      )
    case 'fell':
    case 'scatter':
      return worst(
        what.other.map((noun) => {
          // How many of them are struck is no number of all that there are; that of `all three` and of a tower is.
          const { judgement } = meant(isWholeNumber(noun) ? noun : uncounted(noun), before, truth)
          if (judgement.status === 'refuted') return judgement
          const whole = wholeOf(noun, before, truth).filter((other) => !members.includes(other))
          const judge = what.does === 'fell' ? fells : scatters
          const judged = whole.map((other) => each((member) => judge(member, other, truth)))
          // The number in `a tower of five blocks` is that of the tower.
          const amount = noun.part ?? (noun.heap ? null : noun.amount)
          // Who is hardly seen, or in the picture unseen, may have been spared.
          const barely = truth.glimpsed.filter((one) => !truth.seen.includes(one))
          const hidden = [...truth.hidden, ...barely.map((one) => one.noun)].filter(
            ({ en }) => en === whole[0]?.noun.en,
          ).length
          const range = amountRange(amount, whole.length + (amount === 'most' ? hidden : 0))
          if (range) return shareJudged(judged, range)
          // `The other balls` are all of them.
          if (noun.others && noun.determiner === 'the')
            return shareJudged(judged, [whole.length, whole.length])
          return noun.plural && noun.heap === null
            ? shareJudged(judged, [Math.min(2, whole.length), whole.length])
            : noun.plural
              ? shareJudged(judged, [Math.ceil(0.4 * whole.length), whole.length])
              : best(judged)
        }),
      )
    case 'set off':
      return worst(
        what.other.map((noun) => {
          const whole = wholeOf(noun, before, truth)
          const struck = whole.map((other) => each((member) => collides(member, other, truth)))
          const after = whole.map((other) => each((member) => fells(member, other, truth)))
          return worst([
            best(struck),
            shareJudged(after, [Math.ceil(0.5 * whole.length), whole.length]),
          ])
        }),
      )
    case 'knock off':
      return others(what.other, (member, other) =>
        worst([
          collides(member, other, truth),
          what.from
            ? best([
                others(what.from, (_, base) => dropsFrom(other, base, truth)),
                comesLoose(other, truth),
              ])
            : TRUE(),
        ]),
      )
    case 'fall off':
      return others(what.other, (member, other) => dropsFrom(member, other, truth))
    case 'land':
      return worst(
        what.other.map((noun) => {
          const { judgement, choices } = meant(noun, before, truth)
          if (choices.length === 0) return judgement
          const onto = (member: Member, other: Member) =>
            best([
              comesDownOn(member, other, truth),
              dropsInto(member, other, truth),
              ...(/^(?:pockets?|球袋)$/.test(noun.noun) ? [dropsIntoAny(member, truth)] : []),
            ])
          // Of many, each lands on one or another.
          return best(
            choices.map((choice) =>
              worst([
                each((member) => best(choice.map((other) => onto(member, other)))),
                ...what.next.map((said) => happens(said.what, choice, [], before, truth)),
              ]),
            ),
          )
        }),
      )
    case 'throw':
      return others(what.other, (member, other) => throwsUp(member, other, what.way, truth))
    case 'swing to':
      return each((member) => swingsTo(member, what.way, truth))
    case 'strike next':
      return worst([best(members.map((member) => strikesNext(member, truth)))])
    case 'zigzag':
      return each((member) => zigzags(member, truth))
    case 'stay put':
      return each((member) => hardlyMoves(member, before.subjects[0], truth))
    case 'bounce off':
      return others(what.other, (member, other) => springsBack(member, other, truth))
    case 'break off':
      return each((member) => comesLoose(member, truth))
    case 'collapse':
      return comesDown(members, truth)
    case 'take turns':
      return takesTurns(members, truth)
    case 'stay standing':
      return each((member) => stillStands(member, truth))
    case 'enter':
    case 'leave':
      return each((member) =>
        best(
          (what.side === null ? ['left', 'right', 'top', 'bottom'] : [what.side]).map((side) =>
            crossesEdge(member, what.does, side, truth),
          ),
        ),
      )
    case 'cross':
      return each((member) =>
        worst(
          (['enter', 'leave'] as const).map((way) =>
            best(
              ['left', 'right', 'top', 'bottom'].map((side) =>
                crossesEdge(member, way, side, truth),
              ),
            ),
          ),
        ),
      )
    case 'pace':
      return each((member) => walksAt(member, what.pace, truth))
    case 'stay':
      return each((member) => stays(member, what.how, truth))
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
          best(
            meant(noun, before, truth).choices.flatMap((choice) =>
              choice.map((other) => flank(members, other, truth)),
            ),
          ),
        )
        return worst(sides)
      }
      return others(what.other, (member, other) => isPlaced(member, what.relation, other, truth))
    case 'be framed': {
      if (what.where !== 'sides') return each((member) => isFramed(member, what.where, truth))
      const sides = members.map((member) =>
        ['left', 'right'].find((side) => isFramed(member, side, truth).status === 'verified'),
      )
      return sides.every(Boolean) && new Set(sides).size === 2
        ? TRUE({ sides: sides.join(' ') })
        : REFUTED({ sides: sides.join(' ') })
    }
    case 'begin framed':
      return each((member) => isFramedAt(member, 0, what.where))
    case 'end framed':
      return each((member) => isFramedAt(member, -1, what.where))
    case 'end':
      return others(what.other, (member, other) => endsAt(member, what.relation, other, truth))
    case 'include colored':
      return includeColored(members, what.colors)
    case 'come at': {
      const whom = beside.flatMap((one) => (one.does === 'hit' ? one.other : []))
      const struck = whom.flatMap((noun) => meant(noun, before, truth).choices.flat())
      return each((member) => strikesAt(member, struck, what.seconds, truth))
    }
    case 'start on':
      return others(what.other, (member, other) => startsUpon(member, other, truth))
    case 'last':
      return each((member) => goesOn(member, what.seconds, truth))
    case 'be colored':
      return areColored(members, what.colors)
    case 'be taller':
      return others(what.other, (member, other) => isTaller(member, other))
    case 'set':
      return isSetting(what.place, truth)
    case 'date':
      return isTime(what.time, truth)
    case 'follow':
    case 'coincide':
      return inTime(what.does, members, beside, before, truth)
  }
}
