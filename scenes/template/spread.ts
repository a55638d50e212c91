import type { Choice } from './choice.ts'
import type { Domain } from './domain.ts'

/** How the values of one choice spread over many casts. */
export interface Spread {
  /** With `*` for the numbers of copies: `actors/ball_*` + `/radius`. */
  path: string
  operator: string
  domain: Domain
  /** Draws seen. */
  n: number
  numbers?: { min: number; mean: number; max: number }
  /** How often each value came, the most frequent first. */
  counts?: [value: string, count: number][]
}

/** More values than this are no longer counted one by one. */
const MOST_VALUES = 40

/** The spread of every choice that is plain: numbers, words, true and false. */
export function spreadOf(casts: readonly (readonly Choice[])[]): Spread[] {
  const groups = new Map<string, Choice[]>()
  for (const choice of casts.flat()) {
    const path = choice.path.replace(/(_\d+)+(?=\/|$)/g, '_*')
    const group = groups.get(path)
    if (group) group.push(choice)
    else groups.set(path, [choice])
  }
  return [...groups].map(([path, choices]) => {
    const [first] = choices as [Choice, ...Choice[]]
    const values = choices.map(({ value }) => value)
    const { operator, domain } = first
    return { path, operator, domain, n: values.length, ...numbersIn(values), ...countsIn(values) }
  })
}

function numbersIn(values: readonly unknown[]): Pick<Spread, 'numbers'> {
  if (!values.every((value) => typeof value === 'number')) return {}
  let [min, max, sum] = [Infinity, -Infinity, 0]
  for (const value of values) {
    ;[min, max] = [Math.min(min, value), Math.max(max, value)]
    sum += value
  }
  return { numbers: { min, mean: sum / values.length, max } }
}

function countsIn(values: readonly unknown[]): Pick<Spread, 'counts'> {
  const isPlain = (value: unknown) => typeof value !== 'object' && typeof value !== 'undefined'
  const words = values.flatMap((value) => (Array.isArray(value) ? value : [value]) as unknown[])
  if (!words.every(isPlain)) return {}
  const counts = new Map<string, number>()
  for (const word of words) counts.set(String(word), (counts.get(String(word)) ?? 0) + 1)
  if (counts.size > MOST_VALUES) return {}
  return { counts: [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)) }
}
