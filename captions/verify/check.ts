import type { Member } from '../facts/member.ts'
import {
  cameraEndsStill,
  cameraIsSlow,
  cameraKeeps,
  cameraMoves,
  cameraStays,
  looksFrom,
} from './judge-camera.ts'
import { begins, courseOf, does, goes, halts, sideways, stays, walksAt } from './judge-motion.ts'
import {
  collides,
  crossesEdge,
  flank,
  goesOver,
  goesPast,
  isFramed,
  isPlaced,
} from './judge-places.ts'
import { isLit, isSetting, isTime } from './judge-world.ts'
import type { CameraSaid, Clause, Happening, NounMeaning, Sentence } from './meaning.ts'
import { meant, recall, type Discourse, type Meant } from './resolve.ts'
import type { PhraseVerdict } from './text.ts'
import { best, OPEN, rank, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

/** A checker that remembers who was spoken of; give it the readings of one sentence after the other. */
export function checker(truth: Truth): (readings: Sentence[]) => PhraseVerdict[] {
  let discourse: Discourse = { known: [], subjects: [], movers: [] }
  return (readings) => {
    // An ambiguous sentence is taken in its best sense: most verified, fewest refuted.
    const checked = readings.map((sentence) => checkSentence(sentence, discourse, truth))
    const value = ({ verdicts }: { verdicts: PhraseVerdict[] }) =>
      verdicts.reduce(
        (sum, { status }) => sum + (status === 'verified' ? 1 : status === 'refuted' ? -100 : -10),
        0,
      )
    const chosen = checked.reduce((a, b) => (value(b) > value(a) ? b : a))
    discourse = chosen.after
    return chosen.verdicts
  }
}

interface Checked {
  verdicts: PhraseVerdict[]
  after: Discourse
}

function checkSentence(sentence: Sentence, before: Discourse, truth: Truth): Checked {
  switch (sentence.kind) {
    case 'look': {
      const light = sentence.quality
        ? [verdict(`${sentence.quality} light`, isLit(sentence.quality, null, truth))]
        : []
      return {
        verdicts: [verdict(sentence.text, TRUE({ rendered: true })), ...light],
        after: before,
      }
    }
    case 'light':
      return {
        verdicts: [verdict(sentence.text, isLit(sentence.quality, sentence.from, truth))],
        after: before,
      }
    case 'camera':
      return checkCamera(sentence.said, before, truth)
    case 'clauses': {
      const loose = sentence.loose.map(({ text, what }) =>
        verdict(text, happens(what, [], [], before, truth)),
      )
      return sentence.clauses.reduce<Checked>(
        ({ verdicts, after }, clause) => {
          const next = checkClause(clause, after, truth)
          return { verdicts: [...verdicts, ...next.verdicts], after: next.after }
        },
        { verdicts: loose, after: before },
      )
    }
  }
}

/** Whoever fits the noun phrase and does best at what is said is meant. */
function checkClause({ subject, said }: Clause, before: Discourse, truth: Truth): Checked {
  const options = subject.map((noun) => meant(noun, before, truth))
  const nouns = subject.map((noun, i) => verdict(noun.text, (options[i] as Meant).judgement))
  const choices = combine(options.map(({ choices }) => choices))
  if (choices.length === 0)
    return {
      verdicts: [
        ...nouns,
        ...said.map(({ text }) => verdict(text, REFUTED({ who: 'no one seen' }))),
      ],
      after: before,
    }
  const tried = choices.map((members) => {
    const judged = said.map(({ what }) =>
      happens(
        what,
        members,
        said.map((one) => one.what),
        before,
        truth,
      ),
    )
    return {
      members,
      judged,
      value: judged.reduce(
        (sum, judgement) => sum + rank(judgement) - (judgement.status === 'refuted' ? 10 : 0),
        0,
      ),
    }
  })
  const chosen = tried.reduce((a, b) => (b.value > a.value ? b : a))
  const verdicts = [
    ...nouns,
    ...said.map(({ text }, i) => verdict(text, chosen.judged[i] as Judgement)),
  ]
  const others = said.flatMap(({ what }) => ('other' in what && what.other ? what.other : []))
  const spoken = others.flatMap((noun) => meant(noun, before, truth).choices[0] ?? [])
  const mention = others
    .map((noun) => verdict(noun.text, meant(noun, before, truth).judgement))
    .filter(({ status }) => status === 'refuted')
  return {
    verdicts: [...verdicts, ...mention],
    after: recall(
      before,
      chosen.members,
      spoken,
      said.some(({ what }) => what.does === 'move'),
    ),
  }
}

function combine(options: Member[][][]): Member[][] {
  return options
    .reduce<Member[][]>(
      (ways, choices) => ways.flatMap((way) => choices.map((choice) => [...way, ...choice])),
      [[]],
    )
    .filter((way) => way.length > 0)
}

/** Does it happen to all of them? */
function happens(
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
        return best(
          choices.map((choice) =>
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
      return each((member) => goes(member, what.direction, truth))
    case 'oppose': {
      const last = before.subjects[0]
      const theirs = last && sideways(last, truth)
      return each((member) =>
        theirs ? goes(member, theirs === 'left' ? 'right' : 'left', truth) : OPEN({ before: null }),
      )
    }
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
      return others(what.other, (member, other) =>
        worst([
          collides(member, other, truth),
          ...what.next.map((said) => happens(said.what, [other], [], before, truth)),
        ]),
      )
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
    case 'set':
      return isSetting(what.place, truth)
    case 'date':
      return isTime(what.time, truth)
    case 'follow':
    case 'coincide':
      return inTime(what.does, members, beside, before, truth)
  }
}

/** After what the last mover did, or at the same time. */
function inTime(
  how: 'follow' | 'coincide',
  members: Member[],
  beside: Happening[],
  before: Discourse,
  truth: Truth,
): Judgement {
  const last = before.movers[0]
  const [mine, theirs] = [
    members[0] && courseOf(members[0], truth).span,
    last && courseOf(last, truth).span,
  ]
  if (!mine || !theirs)
    return beside.some(({ does: verb }) => verb === 'stay')
      ? TRUE({ still: true })
      : OPEN({ span: null })
  const frames: [number, number] = [Math.min(mine[0], theirs[0]), Math.max(mine[1], theirs[1])]
  const gap = (mine[0] - theirs[1]) / truth.fps
  const shared =
    (Math.min(mine[1], theirs[1]) - Math.max(mine[0], theirs[0])) /
    Math.min(mine[1] - mine[0], theirs[1] - theirs[0])
  if (how === 'follow')
    return {
      status: gap >= 0.1 ? 'verified' : gap <= -0.15 ? 'refuted' : 'untestable',
      evidence: { gap },
      frames,
    }
  return {
    status: shared >= 0.4 ? 'verified' : shared <= 0.1 ? 'refuted' : 'untestable',
    evidence: { shared },
    frames,
  }
}

function checkCamera(said: CameraSaid[], before: Discourse, truth: Truth): Checked {
  let who: Member | undefined
  let last = -1
  const verdicts = said.map((one): PhraseVerdict => {
    switch (one.does) {
      case 'move': {
        const moved = cameraMoves(one.move, one.direction, truth)
        const slow = one.slow ? [cameraIsSlow(one.move, one.direction, truth)] : []
        const early =
          moved.frames && last >= 0 && moved.frames[1] < last ? [REFUTED({ order: 'earlier' })] : []
        last = moved.frames?.[0] ?? last
        return verdict(one.text, {
          ...worst([moved, ...slow, ...early]),
          ...(moved.frames && { frames: moved.frames }),
        })
      }
      case 'still':
        return verdict(one.text, cameraStays(truth))
      case 'rest':
        return verdict(one.text, cameraEndsStill(truth))
      case 'follow': {
        const { judgement, choices } = meant(one.who, before, truth)
        who = choices[0]?.[0]
        return verdict(one.text, who ? worst([judgement, cameraKeeps(who, truth)]) : judgement)
      }
      case 'keep':
        return verdict(one.text, who ? isFramed(who, one.where, truth) : OPEN({ who: null }))
      case 'look from':
        return verdict(one.text, looksFrom(one.angle, truth))
      case 'size':
        return verdict(one.text, one.size === 'any' ? TRUE() : isSize(one.size, truth))
    }
  })
  return { verdicts, after: before }
}

/** Wide: nothing that moves (or stands out) fills half the height. Close: something small does. */
function isSize(size: string, truth: Truth): Judgement {
  const things = truth.seen.filter(
    ({ class: sort }) => !['ground', 'road', 'wall', 'room', 'water'].includes(sort),
  )
  const movers = things.filter((member) => courseOf(member, truth).span)
  const fills = (movers.length > 0 ? movers : things).map((member) =>
    Math.max(...member.samples.flatMap(({ box }) => (box ? [box[3] - box[1]] : [0]))),
  )
  const fill = size === 'wide' ? Math.min(...fills) : Math.max(...fills)
  const evidence = { fill: Math.round(fill * 100) / 100 }
  if (size === 'wide')
    return fill <= 0.45 ? TRUE(evidence) : fill >= 0.6 ? REFUTED(evidence) : OPEN(evidence)
  return fill >= 0.45 ? TRUE(evidence) : fill <= 0.3 ? REFUTED(evidence) : OPEN(evidence)
}

function verdict(text: string, { status, evidence, frames }: Judgement): PhraseVerdict {
  return { text: text.replace(/ ,/g, ','), status, evidence, ...(frames && { frames }) }
}
