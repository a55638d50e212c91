import type { Member } from '../facts/member.ts'
import { amountRange, shareJudged } from './amounts.ts'
import { strikesDown, undergoes } from './blows.ts'
import { inTime } from './in-time.ts'
import { circles } from './judge-circles.ts'
import { begins, comesBack, does, goes, halts, sideways } from './judge-motion.ts'
import { nears } from './judge-places.ts'
import {
  comesDown,
  comesDownOn,
  comesLoose,
  dropsFrom,
  runsToward,
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
import { isAloft } from './judge-flight.ts'
import { walksAt } from './judge-pace.ts'
import { comesAt, goesOnAfter, strikesAt } from './judge-states.ts'
import { collides, crossesEdge, goesOver, goesPast } from './judge-ways.ts'
import { isSo } from './is-so.ts'
import type { Happening, NounMeaning } from './meaning.ts'
import { meant, wholeOf, type Discourse, type Meant } from './resolve.ts'
import { timeUpon } from './upon.ts'
import { best, once, OPEN, TRUE, worst, worstOfAll, type Judgement, type Truth } from './truth.ts'

/** Those whom a noun phrase may mean and of whom all that it tells is true. */
export function whoFits(noun: NounMeaning, before: Discourse, truth: Truth): Meant {
  const found = meant(noun, before, truth)
  if (noun.which.length === 0) return found
  const beside = noun.which.map(({ what }) => what)
  const asked = JSON.stringify(noun.which)
  const judge = (choice: Member[]) =>
    worst(noun.which.map((said) => happens(said.what, choice, beside, before, truth)))
  // Whom a pronoun means is another matter in every sentence.
  const told = (choice: Member[]) =>
    asked.includes('"pronoun":"')
      ? judge(choice)
      : once(truth, `${choice.map(({ id }) => id).join(' ')} ${asked}`, () => judge(choice))
  const judged = found.choices.map((choice) => {
    const range = amountRange(noun.pronoun ? noun.part : null, choice.length)
    if (range) {
      const each = choice.map((member) => told([member]))
      return { choice, judgement: shareJudged(each, range) }
    }
    // `The first of the dominoes, which fall`: it, or all of them.
    const whole = noun.part ? [told(wholeOf({ ...noun, which: [] }, before, truth))] : []
    return { choice, judgement: best([told(choice), ...whole]) }
  })
  const top = best(judged.map(({ judgement }) => judgement))
  const choices = judged.filter(({ judgement }) => judgement.status === top.status)
  return {
    judgement: worst([found.judgement, top]),
    choices: top.status === 'refuted' ? [] : choices.map(({ choice }) => choice),
  }
}

/** What has a moment of its own. */
const MOMENTARY: ReadonlySet<Happening['does']> = new Set([
  'hit',
  'fell',
  'scatter',
  'stop',
  'leave',
])
/** From so many on they are a long row, and share of them that are nearly all. */
const LONG_ROW = 12
const NEARLY = 0.9
const BLOWS: ReadonlySet<Happening['does']> = new Set(['hit', 'fell', 'scatter'])

/** Does it happen to all of them? */
export function happens(
  what: Happening,
  members: Member[],
  beside: Happening[],
  before: Discourse,
  truth: Truth,
): Judgement {
  const each = (judge: (member: Member) => Judgement) => worstOfAll(members.map(judge))
  /** Of each noun, some choice of those it may mean is right. */
  const ofNouns = (
    nouns: NounMeaning[],
    judge: (choice: Member[], noun: NounMeaning) => Judgement,
  ) =>
    worst(
      nouns.map((noun) => {
        const { judgement, choices } = whoFits(noun, before, truth)
        if (choices.length === 0) return judgement
        const judged = choices.map((choice) => judge(choice, noun))
        return worst([best(judged), ...(noun.which.length > 0 ? [judgement] : [])])
      }),
    )
  type OfTwo = (member: Member, other: Member) => Judgement
  const others = (nouns: NounMeaning[], judge: OfTwo) =>
    ofNouns(nouns, (choice, { part }) => {
      const range = amountRange(part, choice.length)
      const judged = choice.map((other) => each((member) => judge(member, other)))
      return range ? shareJudged(judged, range) : worst(judged)
    })
  /** Of many, any one. */
  const anyOther = (nouns: NounMeaning[], judge: OfTwo) =>
    ofNouns(nouns, (choice) => each((member) => best(choice.map((other) => judge(member, other)))))
  switch (what.does) {
    case 'move': {
      const judged = members.map((member) => does(member, what.verb, truth))
      // Of a long row that falls in turn nobody counts the few whose fall is hidden; who stands is seen.
      const isLong = members.length >= LONG_ROW && beside.some((one) => one.does === 'take turns')
      return isLong && judged.every(({ status }) => status !== 'refuted')
        ? shareJudged(judged, [Math.ceil(NEARLY * judged.length), judged.length])
        : worstOfAll(judged)
    }
    case 'begin':
      return each((member) => begins(member, truth))
    case 'stop':
      return each((member) => halts(member, truth))
    case 'head':
      if (beside.some(({ does: also }) => also === 'take turns') && members.length > 2)
        return runsToward(members, what.direction, truth)
      // 向左滚回: it went the other way first.
      if (beside.some(({ does: also }) => also === 'return'))
        return each((member) => comesBack(member, what.direction, truth))
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
    case 'return':
      return each((member) => comesBack(member, what.direction, truth))
    case 'go on': {
      const { moment } = before
      return each((member) => goesOnAfter(member, moment?.first[0] ?? 0, truth))
    }
    case 'be aloft':
      return each((member) => isAloft(member, truth))
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
      return anyOther(what.other, (member, other) => collides(member, other, truth))
    case 'fell':
    case 'scatter':
    case 'set off':
      return worst(
        what.other.map((noun) => {
          const areSo = (some: Member[]) =>
            noun.which.every(
              (said) => happens(said.what, some, [], before, truth).status === 'verified',
            )
          const all = noun.which.length > 0 && areSo(wholeOf({ ...noun, which: [] }, before, truth))
          const fit = (other: Member) => all || areSo([other])
          return strikesDown(what.does, noun, members, fit, before, truth)
        }),
      )
    case 'undergo':
      return each((member) => undergoes(member, what, before, truth))
    case 'approach':
    case 'withdraw':
      return others(what.other, (member, other) => nears(member, what.does, other, truth))
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
        what.other.map((noun) =>
          anyOther([noun], (member, other) =>
            best([
              comesDownOn(member, other, truth),
              dropsInto(member, other, truth),
              ...(/^(?:pockets?|球袋)$/.test(noun.noun) ? [dropsIntoAny(member, truth)] : []),
            ]),
          ),
        ),
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
    case 'come at': {
      // `Comes to rest about three seconds into the clip`, 在大约三秒时停下.
      const at = beside.indexOf(what)
      const has = ({ does: deed }: Happening) => MOMENTARY.has(deed)
      const done = beside.slice(0, at).findLast(has) ?? beside.slice(at + 1).find(has)
      if (done && !BLOWS.has(done.does))
        return each((member) =>
          comesAt(happens(done, [member], beside, before, truth), what.seconds, truth),
        )
      const struck = beside.flatMap((one) => {
        if (one.does === 'hit')
          return one.other.flatMap((noun) => meant(noun, before, truth).choices.flat())
        // How many of them fall is no number of those that are struck.
        return one.does === 'fell' || one.does === 'scatter'
          ? one.other.flatMap((noun) => wholeOf(noun, before, truth))
          : []
      })
      return each((member) => strikesAt(member, struck, what.seconds, truth))
    }
    case 'follow':
    case 'coincide':
      return inTime(what.does, members, beside, before, truth)
    default:
      return isSo(what, members, others, (noun) => whoFits(noun, before, truth).choices, truth)
  }
}
