import {
  CastError,
  type Choice,
  type Spread,
  spreadOf,
  type Template,
  withoutChinese,
} from '#scenes'
import type { TemplateOptions } from '../options.ts'
import type { Io } from './io.ts'
import { castFor } from './read-template.ts'

/** How a template fared over many seeds. */
export interface TemplateReport {
  seeds: number
  cast: number
  /** Seeds that needed more than one try. */
  retried: number
  failures: { seed: number; message: string }[]
  /** What stood in the way, tries that another one mended counted too; numbers in it are those of one of them. */
  reasons: { reason: string; tries: number }[]
  spread: Spread[]
  /** English nouns without Chinese; a clip that shows such an actor has no Chinese captions. */
  withoutChinese: string[]
}

/** Seeds that may fail before a template is called bad. */
export const ALLOWED_FAILURES = 0.02

/** Casts a template with each seed. Throws what is wrong with the template itself. */
export async function checkTemplate(
  template: Template,
  seeds: readonly number[],
  options: TemplateOptions,
  { signal }: Io,
): Promise<TemplateReport> {
  const choices: Choice[][] = []
  const failures: TemplateReport['failures'] = []
  const reasons = new Map<string, { reason: string; tries: number }>()
  /** The same phrase with other numbers is the same reason. */
  const note = (reason: string) => {
    const kind = reason.replace(/\d+(\.\d+)?/g, '#')
    const known = reasons.get(kind)
    if (known) known.tries++
    else reasons.set(kind, { reason, tries: 1 })
  }
  const unspoken = new Set<string>()
  let retried = 0
  for (const seed of seeds) {
    signal.throwIfAborted()
    try {
      const made = await castFor(template, { ...options, seed })
      choices.push(made.choices)
      for (const { noun } of withoutChinese(made.scene)) unspoken.add(noun.en)
      if (made.tries > 1) retried++
      made.refused.forEach(note)
    } catch (error) {
      if (!(error instanceof CastError)) throw error
      failures.push({ seed, message: error.message })
      error.reasons.forEach(note)
    }
  }
  return {
    seeds: seeds.length,
    cast: choices.length,
    retried,
    failures,
    reasons: [...reasons.values()].sort((a, b) => b.tries - a.tries),
    spread: spreadOf(choices),
    withoutChinese: [...unspoken].sort(),
  }
}

/** The report for people. */
export function reportLines(file: string, report: TemplateReport): string[] {
  const { seeds, cast, retried, reasons, spread, withoutChinese: nouns } = report
  const share = Math.round((cast / seeds) * 1000) / 10
  const again = retried > 0 ? `; ${retried} needed more than one try` : ''
  const width = Math.max(0, ...spread.map(({ path }) => path.length))
  return [
    `${file}: ${cast} of ${seeds} seeds cast (${share} %)${again}`,
    ...reasons.slice(0, 12).map(({ reason, tries }) => `  ${tries} x ${reason}`),
    ...(nouns.length > 0
      ? [
          `  warning: clips that show ${nouns.join(', ')} have no Chinese captions: add "zh" to the noun`,
        ]
      : []),
    ...spread.map(
      (one) => `  ${one.path.padEnd(width)}  ${one.operator} (${one.domain}): ${spreadWords(one)}`,
    ),
  ]
}

/** Values that still read well in one line. */
const SHOWN = 12

function spreadWords({ n, numbers, counts }: Spread): string {
  if (counts && (!numbers || counts.length <= SHOWN)) {
    const shown = counts.slice(0, SHOWN).map(([value, count]) => `${value} ${count}`)
    const more = counts.length > SHOWN ? `, and ${counts.length - SHOWN} more` : ''
    return `${shown.join(', ')}${more}`
  }
  if (!numbers) return `${n} draws`
  const [min, mean, max] = [numbers.min, numbers.mean, numbers.max].map((value) =>
    Number(value.toPrecision(3)),
  )
  return `${min} to ${max}, mean ${mean}, of ${n}`
}
