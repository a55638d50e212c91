import type { Row } from '../reel/row.ts'

/** Labels of which every value that a reel has should stay in it. */
const LABELS = [
  'camera_motion',
  'shot_size',
  'camera_angle',
  'scene_type',
  'template',
  'tags',
] as const satisfies readonly (keyof Row)[]

/** Pairs of labels whose every combination should stay. */
const PAIRS = [
  ['template', 'camera_motion'],
  ['template', 'scene_type'],
  ['camera_motion', 'shot_size'],
] as const satisfies readonly (readonly [keyof Row, keyof Row])[]

export type Labelled = Pick<Row, (typeof LABELS)[number] | 'id' | 'caption' | 'coverage'>

/** What of a row says which cells its clip fills, and no more: a reel has many rows. */
export function labelled(row: Row): Labelled {
  const columns = [...LABELS, 'id', 'caption', 'coverage'] as const
  return Object.fromEntries(columns.map((column) => [column, row[column]])) as Labelled // these columns
}

/** The cells of a table of labels that a clip fills. */
export function cellsOf(row: Labelled): string[] {
  const values = (column: keyof Labelled) =>
    [row[column]]
      .flat()
      .filter((value) => value !== '')
      .map(String)
  return [
    ...LABELS.flatMap((column) => values(column).map((value) => `${column}: ${value}`)),
    ...PAIRS.flatMap(([a, b]) =>
      values(a).flatMap((one) => values(b).map((other) => `${a}, ${b}: ${one}, ${other}`)),
    ),
  ]
}
