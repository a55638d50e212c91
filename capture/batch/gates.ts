import { z } from 'zod'

const range = (min: number, max: number) =>
  z.strictObject({
    min: z.number().min(min).max(max).optional().describe('The least.'),
    max: z.number().min(min).max(max).optional().describe('The most.'),
  })

/** What a clip must be to be accepted: columns of its row, and how often the same may be told. */
export const Gates = z.strictObject({
  luminance: range(0, 255).optional().describe('Mean luma; 20 to 140 is what others keep.'),
  motion_score: range(0, 1000)
    .optional()
    .describe('How far the picture moves in a second, hundredths of its width.'),
  subject_area: range(0, 1).optional().describe('Part of the picture that the subject takes.'),
  subject_seen: range(0, 1).optional().describe('Part of the clip in which the subject is seen.'),
  coverage: range(0, 1).optional().describe('Part of what is seen that the dense caption tells.'),
  duplicates: z
    .int()
    .min(1)
    .optional()
    .describe('So many clips may have the same dense caption; further ones are rejected.'),
})
export type Gates = z.infer<typeof Gates>

/** The gates that hold a column within a range. */
export type Measures = Record<Exclude<keyof Gates, 'duplicates'>, number>

/** Why a clip is not accepted, or undefined. */
export function refusalOf(gates: Gates, measured: Measures): string | undefined {
  const { duplicates: _, ...ranges } = gates
  for (const [name, range] of Object.entries(ranges)) {
    // The entries' keys are the record's.
    const value = measured[name as keyof Measures]
    const { min = -Infinity, max = Infinity } = range ?? {}
    if (value < min) return `${name} is ${value}, below ${min}`
    if (value > max) return `${name} is ${value}, above ${max}`
  }
  return undefined
}
