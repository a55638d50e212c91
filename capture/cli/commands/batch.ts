import { join } from 'node:path'
import { z } from 'zod'
import { coverReel, type CoveredReport } from '../../batch/cover-reel.ts'
import { type BatchReport, runBatch } from '../../batch/run-batch.ts'
import { shardOf } from '../../batch/shard.ts'
import type { Work } from '../../batch/work.ts'
import { InputError } from '../../errors.ts'
import { SessionOptions } from '../../options.ts'
import { STORES } from '../../reel/layout.ts'
import { BatchOptions, FarmFlags } from '../batch-options.ts'
import { openBatchProgress, openPlanProgress } from '../batch-progress.ts'
import { command } from '../command.ts'
import { answerJson, say } from '../io.ts'
import { readRecipe } from '../read-recipe.ts'
import { nearPath } from '../render-scene.ts'

export const batch = command({
  name: 'batch',
  summary: 'Render a reel from a recipe; the same call again goes on where it ended.',
  arguments: [{ name: '<recipe>', doc: 'A recipe, or a template with --count.' }],
  options: BatchOptions.extend({
    out: z.string().min(1).optional().describe('Folder of the reel; default is out/<name>.'),
    extend: z
      .boolean()
      .default(false)
      .describe('Add to a reel of another recipe what this one asks for beyond.'),
    redis: FarmFlags.shape.redis.optional(),
    bucket: FarmFlags.shape.bucket,
    store: z
      .enum(STORES)
      .default('folders')
      .describe('How finished clips are kept: each in its folder, or in tars of about 1 GB.'),
    retryFailed: z
      .boolean()
      .default(false)
      .describe('Try the failed clips again for which no other seed was found.'),
    until: z
      .string()
      .regex(/^coverage(:[1-9]\d{0,5})?$/, 'takes coverage, or coverage:3 for three clips of each')
      .optional()
      .describe(
        'Go on beyond the recipe until every word of the labels that its sources give is shown; coverage:3 by three clips.',
      ),
    shard: z
      .string()
      .regex(/^(auto|\d+\/\d+)$/, 'takes index/count as in 0/4, or auto')
      .optional()
      .describe(
        'Render a part of the reel, as in 0/4; auto asks Slurm, Kubernetes or AWS Batch which.',
      ),
  }),
  async run({ args: [file = ''], options, io }) {
    const { recipe, sources } = await readRecipe(file, options)
    const { lanes, extend, json, redis, bucket, store, retryFailed } = options
    if (redis !== undefined && options.shard !== undefined)
      throw new InputError('--shard and --redis both divide the work: give one of them.')
    if (bucket !== undefined && redis === undefined)
      throw new InputError('--bucket is where workers leave clips: it goes with --redis.')
    if (options.until !== undefined && options.shard !== undefined)
      throw new InputError(
        '--until looks at the whole reel, and --shard renders a part: give one of them.',
        {
          remedy: 'Call it with --until once the shards are done.',
        },
      )
    const farm = redis === undefined ? undefined : await import('../../farm/dispatch.ts')
    const shard = options.shard === undefined ? undefined : shardOf(options.shard, process.env)
    const reel = options.out ?? join('out', recipe.name)
    const progress = openBatchProgress(io)
    say(io, `${file} -> ${nearPath(reel)}`)
    try {
      const call = {
        ...{ reel, recipe, sources, extend, shard, lanes, store, retryFailed, signal: io.signal },
        dispatch:
          farm &&
          ((work: Work, signal?: AbortSignal) =>
            farm.dispatch({ work, redis: redis as string, bucket, signal })),
        session: SessionOptions.strip().parse(options),
        onPlan: openPlanProgress(io).show,
        onProgress: progress.show,
      }
      const report: BatchReport & Partial<CoveredReport> =
        options.until === undefined
          ? await runBatch(call)
          : await coverReel(call, Number(options.until.split(':')[1] ?? 1))
      progress.stop()
      say(io, ...linesFor(report, reel), ...coverageLines(report))
      if (json) answerJson(io, { reel, ...report, ended: undefined })
      if (report.ended) throw report.ended
      // What failed and was replaced is told, and nothing is missing.
      const lacking = report.coverage?.lacking.length ?? 0
      return report.left + report.unfilled.length + lacking > 0 ? 1 : 0
    } finally {
      progress.stop()
    }
  },
})

/** Losses beyond these are in failures.jsonl. */
const SHOWN = 10

function linesFor({ done, left, frames, seconds, unfilled, failures }: BatchReport, reel: string) {
  const rate = frames > 0 ? ` (${(frames / seconds).toFixed(1)} frames/s)` : ''
  return [
    `${done} clips in ${nearPath(reel)}${left > 0 ? `, ${left} left` : ''}${rate}`,
    ...failures
      .slice(0, SHOWN)
      .map(({ stage, source, seed, reason }) => `  ${stage}: ${source} seed ${seed}: ${reason}`),
    ...(failures.length > SHOWN ? [`  and ${failures.length - SHOWN} more in failures.jsonl`] : []),
    ...unfilled.map(({ cell, wanted, got }) => `  not filled: ${cell}: ${got} of ${wanted}`),
  ]
}

function coverageLines({ coverage, added = 0 }: Partial<CoveredReport>): string[] {
  if (!coverage) return []
  const { cells, lacking } = coverage
  return [
    `${cells - lacking.length} of ${cells} words of labels and pairs of them are shown, ${added} clips beyond the recipe`,
    ...lacking.slice(0, SHOWN).map((cell) => `  not shown: ${cell}`),
    ...(lacking.length > SHOWN ? [`  and ${lacking.length - SHOWN} more`] : []),
  ]
}
