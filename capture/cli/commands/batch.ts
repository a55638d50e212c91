import { join } from 'node:path'
import { z } from 'zod'
import { type BatchReport, runBatch } from '../../batch/run-batch.ts'
import { shardOf } from '../../batch/shard.ts'
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
    const farm = redis === undefined ? undefined : await import('../../farm/dispatch.ts')
    const shard = options.shard === undefined ? undefined : shardOf(options.shard, process.env)
    const reel = options.out ?? join('out', recipe.name)
    const progress = openBatchProgress(io)
    say(io, `${file} -> ${nearPath(reel)}`)
    try {
      const report = await runBatch({
        ...{ reel, recipe, sources, extend, shard, lanes, store, retryFailed, signal: io.signal },
        dispatch:
          farm &&
          ((work, signal) => farm.dispatch({ work, redis: redis as string, bucket, signal })),
        session: SessionOptions.strip().parse(options),
        onPlan: openPlanProgress(io).show,
        onProgress: progress.show,
      })
      progress.stop()
      say(io, ...linesFor(report, reel))
      if (json) answerJson(io, { reel, ...report, ended: undefined })
      if (report.ended) throw report.ended
      // What failed and was replaced is told, and nothing is missing.
      return report.left + report.unfilled.length > 0 ? 1 : 0
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
