import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasRedis } from '../capture/batch/redis-server.ts'
import { readableExports } from './reels/exported.ts'
import { enqueueSeconds, redisRatio } from './reels/farm.ts'
import { memorySlope } from './reels/memory.ts'
import { keptCells } from './reels/pruned.ts'
import { finishedReel, heapPerClip } from './reels/scale.ts'
import { survival } from './reels/survival.ts'
import { throughput } from './reels/throughput.ts'

export interface ReelsOptions {
  /** Of the clips that speed is measured on. */
  frames: number
  size: number
  clips: number
  /** Small clips over which memory is watched. */
  memoryClips: number
  /** Clips of a plan of 100,000 that are rendered at no cost while the heap is watched. */
  heapClips: number
  kills: number
  /** Which figures; all where none is named. */
  parts: readonly string[]
  say: (line: string) => void
}

/** Figures and the part that measures them; what is not measured is null. */
const FIGURES = {
  speed: ['throughput_ratio', 'clips_per_core_hour', 'clips_per_hour_one_lane'],
  redis: ['redis_ratio'],
  queue: ['enqueue_100k_s'],
  scale: ['resume_10k_s', 'export_10k_s', 'heap_bytes_per_exported_clip'],
  exports: ['exports'],
  heap: ['heap_bytes_per_clip', 'heap_clips'],
  memory: ['memory_slope_mb_per_clip', 'memory'],
  kills: ['kills', 'lost', 'duplicated', 'orphans'],
  prune: ['prune_cells_kept'],
} as const
type Part = keyof typeof FIGURES

/** How fast reels are rendered, how they grow, and what they survive. */
export async function benchReels(options: ReelsOptions): Promise<Record<string, unknown>> {
  const { frames, size, clips, memoryClips, heapClips, kills, parts, say } = options
  const folder = mkdtempSync(join(tmpdir(), 'groundreel-reels-'))
  const asked = { frames, size, clips }
  // What Redis costs is by the clip, not by the frame.
  const small = { frames: 24, size: 256, clips: 3 * clips }
  const work: Record<Part, () => Promise<Record<string, unknown> | undefined>> = {
    speed: () => throughput(folder, asked, say),
    redis: async () => (hasRedis ? { redis_ratio: await redisRatio(folder, small, say) } : {}),
    queue: async () =>
      hasRedis ? { enqueue_100k_s: await enqueueSeconds(folder, 100_000, say) } : {},
    scale: () => finishedReel(folder, 10_000, say),
    exports: async () => ({ exports: await readableExports(folder, say) }),
    heap: () => heapPerClip(folder, 100_000, heapClips, say),
    memory: () => memorySlope(folder, memoryClips, say),
    kills: () => survival(folder, kills, say),
    prune: async () => ({ prune_cells_kept: keptCells(say) }),
  }
  try {
    const figures: Record<string, unknown> = {}
    for (const [part, names] of Object.entries(FIGURES) as [Part, readonly string[]][]) {
      const isAsked = parts.length === 0 || parts.includes(part)
      const begin = performance.now()
      const found = (isAsked && (await work[part]())) || {}
      if (isAsked) say(`${part}: ${((performance.now() - begin) / 1000).toFixed(0)} s`)
      for (const name of names) figures[name] = rounded(found[name] ?? null)
    }
    return { ...figures, ...asked, memory_clips: memoryClips }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function rounded(value: unknown): unknown {
  return typeof value === 'number' ? Math.round(value * 1000) / 1000 : value
}
