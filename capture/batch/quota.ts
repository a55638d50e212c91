import { z } from 'zod'

const Word = z.union([z.string(), z.number(), z.boolean()])

const Range = z
  .strictObject({
    min: z.number().optional().describe('The least.'),
    max: z.number().optional().describe('The most.'),
  })
  .refine(({ min, max }) => (min ?? max) !== undefined, 'must say `min`, `max` or both')
  .refine(({ min = -Infinity, max = Infinity }) => min <= max, 'must have `min` up to `max`')
  .meta({ examples: [{ min: 0.1 }] })

const Where = z
  .record(z.string().min(1), z.union([Word, z.array(Word).min(1), Range]))
  .refine((where) => Object.keys(where).length > 0, 'must name a label')
  .meta({ examples: [{ camera_motion: 'pan left' }] })

/** How many clips show what. */
export const Quota = z
  .strictObject({
    where: Where.optional().describe(
      'Labels of the clips that it counts, such as `{ "camera_motion": "pan left" }`; of a list any, of numbers `{ "min": 0.1 }`.',
    ),
    count: z.int().min(0).optional().describe('So many clips.'),
    share: z.number().min(0).max(1).optional().describe('Such a part of the reel.'),
    ratio: z
      .record(z.string().min(1), z.record(z.string().min(1), z.number().min(0)))
      .refine((ratio) => Object.keys(ratio).length === 1, 'must name one label')
      .refine(
        (ratio) => Object.values(ratio).every((parts) => Object.values(parts).some((w) => w > 0)),
        'must give a part to one value at least',
      )
      .meta({ examples: [{ daytime: { day: 1, dusk: 1 } }] })
      .optional()
      .describe('Parts that the values of a label have: `{ "daytime": { "day": 1, "dusk": 1 } }`.'),
  })
  .superRefine(({ where, count, share, ratio }, context) => {
    const ways = [count, share, ratio].filter((way) => way !== undefined)
    const refuse = (message: string) => context.addIssue({ code: 'custom', message, path: [] })
    if (count !== undefined && share !== undefined) refuse('must say `count` or `share`, not both')
    if (ways.length === 0) refuse('must say how many: `count`, `share` or `ratio`')
    if (!where && !ratio) refuse('must say of which clips: `where`')
  })
  .meta({ examples: [{ where: { camera_motion: 'pan left' }, count: 200 }] })
export type Quota = z.infer<typeof Quota>

/** What is so of a clip: each label a word, or several that hold at once; numbers as text. */
export type Labels = Readonly<Record<string, string | readonly string[]>>

/** One number of clips to be reached, and which clips count. */
export interface Cell {
  /** The quota it is of: cells of one exclude each other. */
  quota: number
  /** As people read it: `camera_motion pan left`. */
  name: string
  where: Readonly<Record<string, Test>>
  count: number
}

/** Words of which a label must have one, or the numbers between which it must lie. */
type Test = readonly string[] | z.infer<typeof Range>

/** The cells of all quotas. @param total clips in the reel, where that is known */
export function cellsOf(quotas: readonly Quota[], total: number | undefined): Cell[] {
  return quotas.flatMap(({ where = {}, count, share = 1, ratio }, quota): Cell[] => {
    const all = count ?? Math.round(share * (total ?? 0))
    const own = Object.entries(where).map(
      ([label, asked]) => [label, isRange(asked) ? asked : [asked].flat().map(wordOf)] as const,
    )
    const cell = (count: number, entries: typeof own): Cell => ({
      quota,
      name: entries.map(([label, test]) => `${label} ${said(test)}`).join(', '),
      where: Object.fromEntries(entries),
      count,
    })
    const [divided] = Object.entries(ratio ?? {})
    if (!divided) return [cell(all, own)]
    const [label, parts] = divided
    const counts = divide(all, Object.values(parts))
    return Object.keys(parts).map((word, i) =>
      cell(counts[i] as number, [...own, [label, [wordOf(word)]]]),
    )
  })
}

export function fits({ where }: Pick<Cell, 'where'>, labels: Labels): boolean {
  return Object.entries(where).every(([label, test]) => passes(test, labels[label]))
}

/** Whether it may fit once labels are known that are not yet. */
export function couldFit(
  { where }: Pick<Cell, 'where'>,
  labels: Labels,
  isOpen: (label: string) => boolean,
): boolean {
  return Object.entries(where).every(
    ([label, test]) =>
      (labels[label] === undefined && isOpen(label)) || passes(test, labels[label]),
  )
}

function passes(test: Test, label: Labels[string] = []): boolean {
  const words = [label].flat()
  if (!isRange(test)) return words.some((word) => test.includes(wordOf(word)))
  const { min = -Infinity, max = Infinity } = test
  return words.some((word) => word !== '' && Number(word) >= min && Number(word) <= max)
}

function isRange(test: unknown): test is z.infer<typeof Range> {
  return typeof test === 'object' && !Array.isArray(test)
}

/** `day or dusk`, `0.1 to 0.3`, `from 0.1`, `up to 0.3`. */
function said(test: Test): string {
  if (!isRange(test)) return test.join(' or ')
  const { min, max } = test
  if (min === undefined) return `up to ${max}`
  return max === undefined ? `from ${min}` : `${min} to ${max}`
}

/** `pan_left` and `pan left` are one word. */
function wordOf(word: unknown): string {
  return String(word).replaceAll('_', ' ')
}

/** Whole parts of a number by weight, which add up to it; what is left over goes to the largest remainders. */
export function divide(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0)
  const exact = weights.map((weight) => (sum === 0 ? 0 : (total * weight) / sum))
  const parts = exact.map(Math.floor)
  const left = sum === 0 ? 0 : total - parts.reduce((all, part) => all + part, 0)
  const order = exact
    .map((share, i) => ({ i, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i)
  for (const { i } of order.slice(0, left)) parts[i] = (parts[i] as number) + 1
  return parts
}
