import type { Caption, CaptionFile, Sentence } from './caption.ts'
import type { Claim, Evidence, PredicateName } from './claim.ts'
import type { Filmed } from './facts/facts.ts'
import type { FormName } from './plan/form-names.ts'
import { textChecker } from './verify/text.ts'

/** A caption in which one claim is changed, and what proves the changed one false. */
export interface Negative {
  lang: 'en'
  form: FormName
  text: string
  /** Id of the claim that is not told as it is. */
  changed: string
  proof: { status: 'refuted'; text: string; evidence: Evidence }
}

const FORMS = ['short', 'default'] as const satisfies FormName[]

/** At most one of each predicate and form: near to the truth, and proven false by the checker, which did not write it. */
export function negativesOf(filmed: Filmed, file: CaptionFile): Negative[] {
  const check = textChecker(filmed)
  return FORMS.flatMap((form) => {
    const caption = file.captions.en[form]
    const used = new Set<PredicateName>()
    return candidatesOf(caption, file.claims).flatMap(({ text, claim }): Negative[] => {
      if (used.has(claim.predicate)) return []
      const verdicts = check(text)
      const refuted = verdicts.find(({ status }) => status !== 'verified')
      // Of a red car that is none, all that it does is false as well.
      if (refuted?.status !== 'refuted') return []
      if (verdicts.some(({ status }) => status === 'unparsed')) return []
      used.add(claim.predicate)
      const { status, text: phrase, evidence } = refuted
      return [
        { lang: 'en', form, text, changed: claim.id, proof: { status, text: phrase, evidence } },
      ]
    })
  })
}

interface Candidate {
  text: string
  claim: Claim
}

function candidatesOf({ sentences }: Caption, claims: readonly Claim[]): Candidate[] {
  const known = new Map(claims.map((claim) => [claim.id, claim]))
  return sentences.flatMap((sentence, at) =>
    sentence.claims.flatMap((id) => {
      const claim = known.get(id)
      return (claim ? changesOf(sentence, claim) : []).map((text) => ({
        text: sentences.map((one, i) => (i === at ? text : one.text)).join(' '),
        claim: claim as Claim,
      }))
    }),
  )
}

/** The sentence with other words in the place of those that tell a claim. */
function changesOf({ text }: Sentence, claim: Claim): string[] {
  return wordsFor(claim).flatMap(([from, to]) => {
    const found = [...text.matchAll(new RegExp(`\\b${from}\\b`, 'g'))]
    // Twice in a sentence, it may tell of something else as well.
    const [match] = found
    if (found.length !== 1 || !match) return []
    const begun = /^[A-Z]/.test(match[0]) ? to.charAt(0).toUpperCase() + to.slice(1) : to
    return [text.slice(0, match.index) + begun + text.slice(match.index + match[0].length)]
  })
}

const ACTS: [from: string, to: string][] = [
  ['waves(?: a hand)?', 'jumps'],
  ['jumps', 'sits down'],
  ['(?:points with an outstretched arm|stretches out an arm)', 'waves'],
  ['sits down', 'jumps'],
  ['(?:stands|gets) up', 'sits down'],
]

const SIDES: [from: string, to: string][] = [
  ['from left to right', 'from right to left'],
  ['from right to left', 'from left to right'],
  ['to the left(?! of)', 'to the right'],
  ['to the right(?! of)', 'to the left'],
]

function wordsFor(claim: Claim): [from: string, to: string][] {
  switch (claim.predicate) {
    case 'acts':
      return ACTS
    case 'heads':
      return SIDES
    case 'color':
    case 'wears':
      return COLORS.filter((color) => !claim.args.color.includes(color))
        .slice(0, 2)
        .map((color) => [claim.args.color, color])
    case 'count':
    case 'tally': {
      const number = NUMBERS.indexOf(claim.args.words)
      return number < 0 ? [] : [[claim.args.words, NUMBERS[(number + 2) % 8] as string]]
    }
    case 'camera':
      return CAMERA
    case 'place':
      return [
        ['behind', 'in front of'],
        ['in front of', 'behind'],
        ['to the left of', 'to the right of'],
        ['to the right of', 'to the left of'],
      ]
    case 'daytime':
      return [
        ['at dusk', 'at night'],
        ['at night', 'at dusk'],
      ]
    case 'passes':
      return [
        ['(?<=passes |past )behind', 'in front of'],
        ['(?<=passes |past )in front of', 'behind'],
      ]
    case 'over':
      return [
        ['(?<=s )down(?= an? )', 'up'],
        ['(?<=s )up(?= an? )', 'down'],
      ]
    case 'material':
      return [[claim.args.material, claim.args.material === 'metal' ? 'wooden' : 'metal']]
    case 'angle':
      return [
        ['from a (?:slightly )?high angle', 'from a low angle'],
        ['at (?:eye level|a level angle)', 'from a high angle'],
        ['from a low angle', 'from a high angle'],
      ]
    case 'shot':
      return [
        ['an? (?:extreme )?wide shot', 'a close-up'],
        ['a(?:n extreme)? close-up', 'a wide shot'],
      ]
    case 'light':
      return [
        ['soft daylight', 'warm light from a low sun'],
        ['bright daylight', 'soft daylight'],
      ]
    case 'setting':
      return PLACES.filter((place) => !place.endsWith(` ${claim.args.place}`))
        .slice(0, 2)
        .map((place) => [`[IiOo]n (?:an?|the) ${claim.args.place}`, place])
    default:
      return []
  }
}

const COLORS = ['blue', 'red', 'green', 'yellow', 'purple']

const PLACES = ['in a park', 'on a street', 'in the desert', 'in a room', 'on a beach']

const NUMBERS = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

/** The other way, or another move that looks alike. */
const CAMERA: [from: string, to: string][] = [
  ['left', 'right'],
  ['right', 'left'],
  ['pans', 'trucks'],
  ['trucks', 'pans'],
  ['zooms', 'dollies'],
  ['dollies', 'zooms'],
  ['(?:holds still|stays still|does not move)', 'pans left'],
]
