import { OPEN, REFUTED, TRUE, type Judgement } from './truth.ts'

/** A word for each number from 0 on. */
export const NUMBERS = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
  'thirteen',
  'fourteen',
  'fifteen',
  'sixteen',
  'seventeen',
  'eighteen',
  'nineteen',
  'twenty',
]

/** How many of so many a word means; undefined for one that is no amount. */
export function amountRange(word: string | null, of: number): [number, number] | undefined {
  if (word === null) return undefined
  const n = NUMBERS.indexOf(word)
  if (n >= 0) return [n, n]
  return {
    all: [of, of] as [number, number],
    most: [Math.ceil(0.55 * of), of - 1] as [number, number],
    some: [1, of - 1] as [number, number],
    several: [3, of] as [number, number],
    'a dozen': [11, 13] as [number, number],
    'more than a dozen': [13, 40] as [number, number],
    'dozens of': [24, 10_000] as [number, number],
    'over ten': [11, 19] as [number, number],
    'about twenty': [18, 24] as [number, number],
    'hundreds of': [100, 10_000] as [number, number],
  }[word]
}

/** So many of the judgements must be true; those left open may be either. */
export function shareJudged(judged: Judgement[], [low, high]: [number, number]): Judgement {
  const [sure, open] = ['verified', 'untestable'].map(
    (status) => judged.filter((one) => one.status === status).length,
  ) as [number, number]
  const times = judged.flatMap(({ status, frames }) =>
    status === 'verified' && frames ? frames : [],
  )
  const frames: [number, number] | undefined =
    times.length > 0 ? [Math.min(...times), Math.max(...times)] : undefined
  const evidence = { of: judged.length, sure, open }
  if (sure > high || sure + open < low) return REFUTED(evidence)
  return sure >= low && sure + open <= high
    ? { ...TRUE(evidence), ...(frames && { frames }) }
    : OPEN(evidence)
}
