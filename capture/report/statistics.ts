import { wordsIn } from '#captions'
import type { Row } from '../reel/row.ts'

/** How often each value of a label is there, the most frequent first. */
export interface Histogram {
  /** The column, by which clips can be picked. */
  column: string
  title: string
  bars: { label: string; clips: number }[]
}

/** Numbers of a column in classes of one width. */
export interface Distribution {
  column: string
  title: string
  /** Each class from here on; the last number is where they end. */
  edges: number[]
  counts: number[]
  mean: number
}

const LABELS: [column: keyof Row, title: string][] = [
  ['camera_motion', 'Camera'],
  ['shot_size', 'Shot size'],
  ['camera_angle', 'Camera angle'],
  ['scene_type', 'Place'],
  ['template', 'Template'],
  ['tags', 'Tags'],
  ['split', 'Split'],
  ['profile', 'Profile'],
]

const NUMBERS: [column: string, title: string, of: (row: Row) => number][] = [
  ['short', 'Words of short captions', (row) => wordsIn(row.short_caption)],
  ['default', 'Words of default captions', (row) => wordsIn(row.caption)],
  ['dense', 'Words of dense captions', (row) => wordsIn(row.dense_caption)],
  ['coverage', 'Share of what is seen that is told', (row) => row.coverage],
  ['motion_score', 'Motion, hundredths of the width a second', (row) => row.motion_score],
  ['luminance', 'Mean luma', (row) => row.luminance],
  ['subject_area', 'Share of the picture that the subject takes', (row) => row.subject_area],
  ['duration', 'Seconds', (row) => row.duration],
]

/** Counts rows as they go by. */
export function openStatistics() {
  const labels = LABELS.map(([column, title]) => ({
    column,
    title,
    counts: new Map<string, number>(),
  }))
  const numbers = NUMBERS.map(([column, title, of]) => ({
    column,
    title,
    of,
    values: [] as number[],
  }))
  const captions = new Map<string, number>()
  const groups = new Set<string>()
  let [clips, seconds, claims, refuted] = [0, 0, 0, 0]
  return {
    add(row: Row) {
      clips++
      seconds += row.duration
      claims += row.claims
      refuted += row.refuted
      groups.add(row.group)
      captions.set(row.caption, (captions.get(row.caption) ?? 0) + 1)
      for (const { column, counts } of labels)
        for (const value of [row[column]].flat())
          if (value !== '') counts.set(String(value), (counts.get(String(value)) ?? 0) + 1)
      for (const { of, values } of numbers) values.push(of(row))
    },
    finish: () => ({
      clips,
      hours: seconds / 3600,
      scenes: groups.size,
      claims,
      refuted,
      sameCaption: [...captions.values()].reduce((sum, n) => sum + n - 1, 0),
      histograms: labels
        .map(({ column, title, counts }): Histogram => ({ column, title, bars: barsOf(counts) }))
        .filter(({ bars }) => bars.length > 0),
      distributions: numbers.flatMap(({ column, title, values }) =>
        values.length === 0 ? [] : [distributionOf(column, title, values)],
      ),
    }),
  }
}
export type Statistics = ReturnType<ReturnType<typeof openStatistics>['finish']>

const MOST_BARS = 24
const CLASSES = 16

function barsOf(counts: Map<string, number>): Histogram['bars'] {
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_BARS)
    .map(([label, clips]) => ({ label, clips }))
}

function distributionOf(column: string, title: string, values: readonly number[]): Distribution {
  const least = values.reduce((a, b) => Math.min(a, b))
  const most = values.reduce((a, b) => Math.max(a, b))
  const width = most > least ? (most - least) / CLASSES : 1
  const classes = most > least ? CLASSES : 1
  const counts = Array.from({ length: classes }, () => 0)
  for (const value of values) {
    const at = Math.min(classes - 1, Math.floor((value - least) / width))
    counts[at] = (counts[at] as number) + 1
  }
  const edges = Array.from({ length: classes + 1 }, (_, i) => least + i * width)
  return { column, title, edges, counts, mean: values.reduce((a, b) => a + b, 0) / values.length }
}
