import type { Member } from '../facts/member.ts'
import { checkCamera } from './check-camera.ts'
import { checkClause } from './check-clause.ts'
import { isCut } from './judge-view.ts'
import { happens } from './happens.ts'
import { movesAlong } from './in-time.ts'
import { areThrown, isLit, isSky } from './judge-world.ts'
import type { Sentence } from './meaning.ts'
import type { Discourse } from './resolve.ts'
import {
  STATED_LOOK,
  statedByCamera,
  statedBySaid,
  statedOfLight,
  statedOfSky,
  type Statement,
} from './statements.ts'
import { REFUTED, TRUE, worst, type Truth } from './truth.ts'
import { verdict, type Checked, type PhraseVerdict, type Read } from './verdict.ts'

/**
 * A checker that remembers who was spoken of, and in which shot the text is; give it the readings of one sentence after
 * the other.
 * @param shots of the clip in order; the text begins in the first
 */
export function checker(shots: readonly [Shot, ...Shot[]]): (readings: Sentence[]) => Checked {
  let discourse: Discourse = {
    known: [],
    subjects: [],
    doers: [],
    group: [],
    movers: [],
    moment: null,
  }
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
  return { known: now(known), subjects: [], doers: [], group: now(group), movers: [], moment: null }
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
    case 'joined':
      return checkJoined(sentence, before, truth)
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

/** One part after the other; of those together, the camera moves while somebody does. */
function checkJoined(
  { parts, together }: Extract<Sentence, { kind: 'joined' }>,
  before: Discourse,
  truth: Truth,
): Read {
  const read = parts.reduce<Read>(
    ({ verdicts, stated, after }, part) => {
      const next = checkSentence(part, after, truth)
      return {
        verdicts: [...verdicts, ...next.verdicts],
        stated: () => [...stated(), ...next.stated()],
        after: next.after,
      }
    },
    { verdicts: [], stated: () => [], after: before },
  )
  return together
    ? {
        ...read,
        verdicts: [
          ...read.verdicts,
          verdict('at the same time', movesAlong(parts, read.after, truth)),
        ],
      }
    : read
}
