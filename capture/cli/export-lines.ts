import type { ExportReport } from '../dataset/export-reel.ts'
import type { Reject } from '../dataset/tally.ts'

/** Which clips are of no use, before the others are written. */
export function rejectLines({ clips, rejects }: { clips: number; rejects: Reject[] }): string[] {
  if (rejects.length === 0) return []
  const left = rejects.reduce((sum, reject) => sum + reject.clips, 0)
  return [
    `${left} of ${clips + left} clips cannot be exported:`,
    ...rejects.map(
      ({ reason, clips: count, render, example }) =>
        `  ${count}: ${reason} (${example}${count > 1 ? ' ...' : ''})${render ? `; render ${render}` : ''}`,
    ),
  ]
}

/** What was exported. */
export function exportLines({ clips, rejects, windows, forms, tokens }: ExportReport): string[] {
  const left = rejects.reduce((sum, reject) => sum + reject.clips, 0)
  const list = (counts: Record<string, number>) =>
    Object.entries(counts)
      .map(([words, count]) => `${words} (${count})`)
      .join('; ')
  return [
    `${clips} ${clips === 1 ? 'clip' : 'clips'} exported, ${left} left out`,
    ...rejects.map(({ reason, clips: count }) => `  ${count}: ${reason}`),
    `Captions hold for ${list(windows)}`,
    ...(tokens
      ? [
          `Captions: ${list(forms)}`,
          `About ${tokens.least} to ${tokens.most} tokens, half of them below ${tokens.median + 1}` +
            (tokens.budget ? `, of ${tokens.budget}` : '') +
            ' (1.4 a word)',
        ]
      : []),
  ]
}
