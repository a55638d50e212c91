import type { Member } from '../facts/member.ts'
import { checkCamera } from './check-camera.ts'
import { isCut } from './judge-view.ts'
import { happens } from './happens.ts'
import { amountRange, shareJudged } from './amounts.ts'
import { areThrown, isLit, isSky } from './judge-world.ts'
import type { Clause, Happening, NounMeaning, Sentence } from './meaning.ts'
import {
  isWholeNumber,
  meant,
  recall,
  uncounted,
  wholeOf,
  type Discourse,
  type Meant,
} from './resolve.ts'
import {
  STATED_LOOK,
  statedByCamera,
  statedByClause,
  statedBySaid,
  statedOfLight,
  statedOfSky,
  type Statement,
} from './statements.ts'
import { rank, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'
import { verdict, type PhraseVerdict } from './verdict.ts'

/**
 * A checker that remembers who was spoken of, and in which shot the text is; give it the readings of one sentence after
 * the other.
 * @param shots of the clip in order; the text begins in the first
 */
export function checker(shots: readonly [Shot, ...Shot[]]): (readings: Sentence[]) => Checked {
  let discourse: Discourse = { known: [], subjects: [], group: [], movers: [] }
  let [shot, ...later] = shots
  return (readings) => {
    if (readings.some(isCutting)) {
      const i = later.findIndex(({ truth }) => isCut(truth).status === 'verified')
      if (i === -1) {
        const verdicts = [verdict('the clip cuts', REFUTED({ shots: shots.length }))]
        return { verdicts, stated: () => [] }
      }
      shot = later[i] as Shot
      later = later.slice(i + 1)
      discourse = recognized(discourse, shot.truth)
    }
    const { truth, from } = shot
    // An ambiguous sentence is taken in its best sense: most verified, fewest refuted.
    const checked = readings.map((sentence) => checkSentence(sentence, discourse, truth))
    const value = ({ verdicts }: { verdicts: PhraseVerdict[] }) =>
      verdicts.reduce(
        (sum, { status }) => sum + (status === 'verified' ? 1 : status === 'refuted' ? -100 : -10),
        0,
      )
    const chosen = checked.reduce((a, b) => (value(b) > value(a) ? b : a))
    discourse = chosen.after
    return {
      verdicts: chosen.verdicts.map((one) =>
        one.frames && from > 0
          ? { ...one, frames: [one.frames[0] + from, one.frames[1] + from] }
          : one,
      ),
      stated: () => chosen.stated().map((one) => inShot(one, truth.index ?? 0)),
    }
  }
}

/** How a sentence fares, and what it states, for those who ask. */
export interface Checked {
  verdicts: PhraseVerdict[]
  stated(): Statement[]
}

/** Of another shot it is another statement. */
function inShot({ keys, implied, names }: Statement, shot: number): Statement {
  const of = (all: string[]) => all.map((key) => `${shot} ${key}`)
  return { keys: of(keys), implied: of(implied), names }
}

/** A shot and its first frame. */
export interface Shot {
  truth: Truth
  from: number
}

export function isCutting(sentence: Sentence): boolean {
  return sentence.kind === 'camera' && sentence.said[0]?.does === 'cut'
}

/** Whoever was spoken of, as seen in another shot; whoever is not seen there is forgotten. */
function recognized({ known, group }: Discourse, { glimpsed }: Truth): Discourse {
  const now = (members: Member[]) =>
    members.flatMap(({ id }) => glimpsed.find((member) => member.id === id) ?? [])
  return { known: now(known), subjects: [], group: now(group), movers: [] }
}

interface Read extends Checked {
  after: Discourse
}

function checkSentence(sentence: Sentence, before: Discourse, truth: Truth): Read {
  switch (sentence.kind) {
    case 'look': {
      const light = sentence.quality
        ? [verdict(`${sentence.quality} light`, isLit(sentence.quality, null, truth))]
        : []
      return {
        verdicts: [verdict(sentence.text, TRUE({ rendered: true })), ...light],
        stated: () => [
          STATED_LOOK,
          ...(sentence.quality ? statedOfLight({ quality: sentence.quality, from: null }) : []),
        ],
        after: before,
      }
    }
    case 'light':
      return {
        verdicts: [
          verdict(
            sentence.text,
            worst([
              isLit(sentence.quality, sentence.from, truth),
              ...(sentence.shadows ? [areThrown(sentence.shadows, truth)] : []),
            ]),
          ),
        ],
        stated: () => statedOfLight(sentence),
        after: before,
      }
    case 'sky':
      return {
        verdicts: [verdict(sentence.text, isSky(sentence.sky, truth))],
        stated: () => [statedOfSky(sentence.sky)],
        after: before,
      }
    case 'camera':
      return {
        verdicts: checkCamera(sentence.said, before, truth),
        stated: () => statedByCamera(sentence.said, before, truth),
        after: before,
      }
    case 'clauses': {
      const loose = sentence.loose.map(({ text, what }) =>
        verdict(text, happens(what, [], [], before, truth)),
      )
      const places = () =>
        sentence.loose.flatMap((said) => statedBySaid(said, [], [], before, truth))
      return sentence.clauses.reduce<Read>(
        ({ verdicts, stated, after }, clause) => {
          const next = checkClause(clause, after, truth)
          return {
            verdicts: [...verdicts, ...next.verdicts],
            stated: () => [...stated(), ...next.stated()],
            after: next.after,
          }
        },
        { verdicts: loose, stated: places, after: before },
      )
    }
  }
}

/** Whoever fits the noun phrase and does best at what is said is meant. */
function checkClause({ subject, said }: Clause, before: Discourse, truth: Truth): Read {
  const options = subject.map((noun) => meant(noun, before, truth))
  const nouns = subject.map((noun, i) => verdict(noun.text, (options[i] as Meant).judgement))
  const beside = said.map((one) => one.what)
  const judge = (what: Happening, whom: Member[]) => happens(what, whom, beside, before, truth)
  // A bare plural may be any two or more: of many, those of whom it is true.
  const ableOf = (noun: NounMeaning | undefined, [all = []]: Member[][]): Member[][] => {
    if (!noun || !isAnyOfMany(noun)) return []
    const able = all.filter((member) =>
      said.every(({ what }) => judge(what, [member]).status === 'verified'),
    )
    return able.length >= 2 && able.length < all.length ? [able] : []
  }
  const choices = combine(
    options.map(({ choices: own }, i) => [...own, ...ableOf(subject[i], own)]),
  )
  if (choices.length === 0)
    return {
      verdicts: [
        ...nouns,
        ...said.map(({ text }) => verdict(text, REFUTED({ who: 'no one seen' }))),
      ],
      stated: () => [],
      after: before,
    }
  const part = subject.length === 1 ? (subject[0]?.part ?? null) : null
  const tried = choices.map((members) => {
    // `Two of them`: so many do all that is said.
    const some = amountRange(part, members.length)
    const judged = some
      ? amongst(members, said, some, judge)
      : said.map(({ what }) => judge(what, members))
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
  // How many it knocks over is no number of all that there are.
  const others = said.flatMap(({ what }) =>
    'other' in what && what.other
      ? what.other.map((noun) =>
          COUNTING.includes(what.does) && !isWholeNumber(noun) ? uncounted(noun) : noun,
        )
      : [],
  )
  const spoken = others.flatMap((noun) => meant(noun, before, truth).choices[0] ?? [])
  const mention = others
    .map((noun) => verdict(noun.text, meant(noun, before, truth).judgement))
    .filter(({ status }) => status === 'refuted')
  return {
    verdicts: [...verdicts, ...mention],
    stated: () => statedByClause({ subject, said }, chosen.members, before, truth),
    after: recall(
      before,
      chosen.members,
      spoken,
      said.some(({ what }) => STIRRING.includes(what.does)),
      // `Them` are those named last.
      others.map((noun) => wholeOf(noun, before, truth)).findLast((all) => all.length > 1) ?? [],
    ),
  }
}

/** `Blocks`, `more blocks`: no number, and not `the` or `they`. */
function isAnyOfMany(noun: NounMeaning): boolean {
  return noun.plural && noun.determiner === 'bare' && !noun.amount && !noun.part && !noun.heap
}

/** How each thing said fares of a part of them: counted over those of whom all else that is said is true. */
function amongst(
  members: Member[],
  said: Clause['said'],
  range: [number, number],
  judge: (what: Happening, whom: Member[]) => Judgement,
): Judgement[] {
  const turns = said.some(({ what }) => what.does === 'take turns')
  const single = said.filter(({ what }) => !(turns && GROUPED.includes(what.does)))
  const able = members.filter((member) =>
    single.every(({ what }) => judge(what, [member]).status === 'verified'),
  )
  return said.map(({ what }) => {
    if (turns && GROUPED.includes(what.does)) return judge(what, able)
    return shareJudged(
      members.map((member) => judge(what, [member])),
      range,
    )
  })
}

const COUNTING = ['fell', 'scatter']
/** What takes someone from one place to another, or has them go on. */
const STIRRING = [
  'move',
  'throw',
  'swing to',
  'land',
  'fell',
  'scatter',
  'hit',
  'fall off',
  'bounce off',
  'knock off',
]

/** Said of many as of one, when they take turns. */
const GROUPED = ['take turns', 'head']

function combine(options: Member[][][]): Member[][] {
  return options
    .reduce<Member[][]>(
      (ways, choices) => ways.flatMap((way) => choices.map((choice) => [...way, ...choice])),
      [[]],
    )
    .filter((way) => way.length > 0)
}
