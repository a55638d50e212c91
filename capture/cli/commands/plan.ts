import { z } from 'zod'
import { estimate, type Estimate } from '../../batch/estimate.ts'
import { lanesHere } from '../../batch/lanes.ts'
import { openLooker } from '../../batch/looker.ts'
import { opensAlike } from '../../batch/opens-alike.ts'
import { type Plan, planReel } from '../../batch/planner.ts'
import { SessionOptions } from '../../options.ts'
import { BatchOptions } from '../batch-options.ts'
import { command } from '../command.ts'
import { answer, answerJson, say } from '../io.ts'
import { labelTable, tableLines } from '../label-table.ts'
import { openPlanProgress } from '../batch-progress.ts'
import { readRecipe } from '../read-recipe.ts'

export const plan = command({
  name: 'plan',
  summary: 'Tell what a reel will hold and what it takes, without rendering it.',
  arguments: [{ name: '<recipe>', doc: 'A recipe, or a template with --count.' }],
  options: BatchOptions.extend({
    quick: z
      .boolean()
      .default(false)
      .describe('Tell nothing of hours and disk: they take a short render to measure.'),
  }),
  async run({ args: [file = ''], options, io }) {
    const { recipe, sources } = await readRecipe(file, options)
    const session = SessionOptions.strip().parse(options)
    const lanes = options.lanes ?? lanesHere()
    const open = opensAlike(session)
    const looker = openLooker({ recipe, open, lanes, signal: io.signal })
    const progress = openPlanProgress(io)
    const planned = { recipe, looker, sources, signal: io.signal, onProgress: progress.show }
    let made: Awaited<ReturnType<typeof planReel>>
    try {
      made = await planReel(planned)
    } finally {
      progress.stop()
      await looker.rest()
    }
    const { clips, unfilled, refused, tried } = made
    const labels = labelTable(clips.map((clip) => clip.labels))
    if (!options.quick && clips.length > 0) say(io, 'Measuring what a clip takes here ...')
    const cost =
      options.quick || clips.length === 0
        ? undefined
        : await estimate({
            ...{ recipe, sources, clips, signal: io.signal },
            lanes,
            session,
          })
    if (options.json)
      answerJson(io, {
        ...{ name: recipe.name, clips: clips.length, tried, refused, unfilled, labels },
        splits: countsOf(clips.map(({ split }) => split)),
        estimate: cost ?? null,
        plan: clips,
      })
    else answer(io, ...linesFor(made, labels, cost))
    return unfilled.length > 0 ? 1 : 0
  },
})

function linesFor(
  { clips, refused, unfilled, tried }: Plan,
  labels: ReturnType<typeof labelTable>,
  cost: Estimate | undefined,
): string[] {
  const splits = Object.entries(countsOf(clips.map(({ split }) => split)))
  return [
    `${clips.length} clips planned from ${tried} seeds (${splits.map(([name, n]) => `${name} ${n}`).join(', ')})`,
    ...refused
      .slice(0, 5)
      .map(({ source, seed, reason }) => `  no clip of ${source} seed ${seed}: ${reason}`),
    ...(refused.length > 5 ? [`  and of ${refused.length - 5} seeds more`] : []),
    ...tableLines(labels),
    ...unfilled.map(({ cell, wanted, got }) => `not filled: ${cell}: ${got} of ${wanted}`),
    ...(cost
      ? [
          `${cost.hours_here} hours here with ${cost.lanes} lanes, ${cost.core_hours} core-hours, ${cost.megabytes} MB` +
            ` (measured on ${cost.calibrated_on.clips} clips of ${cost.calibrated_on.frames} frames)`,
        ]
      : []),
  ]
}

function countsOf(words: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
