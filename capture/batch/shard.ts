import { InputError } from '../errors.ts'

/** A part of a reel that one of several batches renders: every `count`th slot of the plan. */
export interface Shard {
  index: number
  count: number
}

/** Where machines of many say which one this is, and of how many. */
const KNOWN = [
  {
    name: 'Slurm',
    index: 'SLURM_ARRAY_TASK_ID',
    count: 'SLURM_ARRAY_TASK_COUNT',
    first: 'SLURM_ARRAY_TASK_MIN',
  },
  { name: 'AWS Batch', index: 'AWS_BATCH_JOB_ARRAY_INDEX', count: 'AWS_BATCH_JOB_ARRAY_SIZE' },
  // Kubernetes tells a pod its index; how many there are must be put beside it, as the job's own completions.
  { name: 'Kubernetes', index: 'JOB_COMPLETION_INDEX', count: 'JOB_COMPLETIONS' },
] as const

/** `0/4`, or `auto` for what the environment says. */
export function shardOf(text: string, env: NodeJS.ProcessEnv): Shard {
  if (text === 'auto') return shardFrom(env)
  const [index = NaN, count = NaN] = text.split('/').map(Number)
  return checked({ index, count }, `--shard ${text}`)
}

function shardFrom(env: NodeJS.ProcessEnv): Shard {
  for (const { name, index, count, ...more } of KNOWN) {
    if (env[index] === undefined) continue
    if (env[count] === undefined)
      throw new InputError(`${index} is set, but not ${count}: of how many is this one?`, {
        remedy: `Set ${count}, or say --shard ${env[index]}/<count>.`,
      })
    const first = 'first' in more ? Number(env[more.first] ?? 0) : 0
    const shard = { index: Number(env[index]) - first, count: Number(env[count]) }
    return checked(shard, `${name} says ${index}=${env[index]} and ${count}=${env[count]}, which`)
  }
  throw new InputError('--shard auto finds no array of jobs in the environment.', {
    remedy: `It looks for ${KNOWN.map(({ index }) => index).join(', ')}; say --shard 0/4 otherwise.`,
  })
}

function checked(shard: Shard, said: string): Shard {
  const { index, count } = shard
  if (Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count)
    return shard
  throw new InputError(`${said} is no shard: it must be index/count with the index from 0.`, {
    remedy: 'The shards of four are 0/4, 1/4, 2/4 and 3/4.',
  })
}
