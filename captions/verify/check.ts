import type { Member } from '../facts/member.ts'
import { checkCamera } from './check-camera.ts'
import { happens } from './happens.ts'
import { isLit } from './judge-world.ts'
import type { Clause, Sentence } from './meaning.ts'
import { meant, recall, type Discourse, type Meant } from './resolve.ts'
import { rank, REFUTED, TRUE, type Judgement, type Truth } from './truth.ts'
import { verdict, type PhraseVerdict } from './verdict.ts'

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
      return { verdicts: checkCamera(sentence.said, before, truth), after: before }
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
