import type { Labels } from '../batch/quota.ts'

/** How many clips have which word of which label. */
export type LabelTable = Record<string, Record<string, number>>

/** Words beyond these are too many to be read; and where most clips have one of their own, they are numbers. */
const MOST_WORDS = 24
const FEW_WORDS = 4

export function labelTable(clips: readonly Labels[]): LabelTable {
  const table: LabelTable = {}
  for (const labels of clips)
    for (const [label, words] of Object.entries(labels))
      for (const word of [words].flat()) {
        const row = (table[label] ??= {})
        row[word] = (row[word] ?? 0) + 1
      }
  return Object.fromEntries(
    Object.entries(table)
      .filter(([, counts]) => {
        const words = Object.keys(counts).length
        return words <= Math.min(MOST_WORDS, Math.max(FEW_WORDS, clips.length / 3))
      })
      .map(([label, counts]) => [
        label,
        Object.fromEntries(Object.entries(counts).sort(([, a], [, b]) => b - a)),
      ]),
  )
}

export function tableLines(table: LabelTable): string[] {
  const width = Math.max(0, ...Object.keys(table).map((label) => label.length))
  return Object.entries(table).map(
    ([label, counts]) =>
      `  ${label.padEnd(width)}  ${Object.entries(counts)
        .map(([word, count]) => `${word} ${count}`)
        .join(', ')}`,
  )
}
