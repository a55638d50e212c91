import { z } from 'zod'
import { SessionOptions } from '../../options.ts'
import { BatchOptions, FarmFlags } from '../batch-options.ts'
import { command } from '../command.ts'
import { say } from '../io.ts'

export const worker = command({
  name: 'worker',
  summary: 'Render clips for batches that ask for them over Redis, until it is ended.',
  arguments: [],
  options: z.strictObject({
    redis: FarmFlags.shape.redis,
    stalled: FarmFlags.shape.stalled,
    out: z
      .string()
      .min(1)
      .optional()
      .describe(
        'Folder in which the reels lie here, where that is another place than for the batch.',
      ),
    lanes: BatchOptions.shape.lanes,
    ...SessionOptions.shape,
  }),
  async run({ options, io }) {
    const { runWorker } = await import('../../farm/run-worker.ts')
    const { redis, stalled, out, lanes } = options
    say(io, `worker: waits for clips of ${new URL(redis).host}`)
    const { clips } = await runWorker({
      ...{ redis, stalled, out, lanes, signal: io.signal },
      session: SessionOptions.strip().parse(options),
      onClip: (id, said) => say(io, `${id}: ${said}`),
    })
    say(io, `${clips} clips rendered`)
    io.signal.throwIfAborted()
  },
})
