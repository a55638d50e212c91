import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { benchCamera } from './camera.ts'
import { benchCaptions } from './captions.ts'
import { benchPhysics } from './physics.ts'
import { benchPipeline } from './pipeline.ts'
import { benchReels } from './reels.ts'
import { benchStudio } from './studio.ts'
import { benchTemplates } from './templates.ts'
import { benchTruth } from './truth.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: 'boolean', default: false },
    frames: { type: 'string' },
    size: { type: 'string', default: '512' },
    rounds: { type: 'string', default: '1' },
    'memory-clips': { type: 'string' },
    'heap-clips': { type: 'string', default: '3000' },
    part: { type: 'string', multiple: true, default: [] },
    clips: { type: 'string', default: '3' },
    kills: { type: 'string', default: '20' },
    casts: { type: 'string', default: '50' },
    seeds: { type: 'string' },
    timed: { type: 'string', default: '2' },
    keep: { type: 'string' },
    template: { type: 'string', multiple: true, default: [] },
  },
})

const start = performance.now()
const say = (line: string) => process.stderr.write(`${line}\n`)
const benchmarks: Record<string, () => Promise<Record<string, unknown>>> = {
  pipeline: () =>
    benchPipeline({
      frames: Number(values.frames ?? 73),
      size: Number(values.size),
      rounds: Number(values.rounds),
      memoryClips: Number(values['memory-clips'] ?? 50),
      say,
    }),
  physics: () => benchPhysics({ rounds: Math.max(9, Number(values.rounds)), say }),
  camera: () => benchCamera({ seeds: Number(values.seeds ?? 20), say }),
  truth: () =>
    benchTruth({
      frames: Math.min(Number(values.frames ?? 73), 25),
      size: Number(values.size),
      pixels: 2000,
      say,
    }),
  studio: () => benchStudio({ rounds: Math.max(3, Number(values.rounds)), say }),
  captions: () =>
    benchCaptions({
      seeds: Number(values.seeds ?? 25),
      names: values.template,
      keep: values.keep,
      say,
    }),
  reels: () =>
    benchReels({
      frames: Number(values.frames ?? 97),
      size: Number(values.size),
      clips: Number(values.clips),
      memoryClips: Number(values['memory-clips'] ?? 200),
      heapClips: Number(values['heap-clips']),
      kills: Number(values.kills),
      parts: values.part,
      say,
    }),
  templates: () =>
    benchTemplates({
      casts: Number(values.casts),
      seeds: Number(values.seeds ?? 25),
      timed: Number(values.timed),
      names: values.template,
      say,
    }),
}

const [what = 'pipeline'] = positionals
const bench = benchmarks[what]
if (!bench) {
  process.stderr.write(
    `There is no benchmark ${JSON.stringify(what)}; there are: ${Object.keys(benchmarks).join(', ')}.\n`,
  )
  process.exit(2)
}
const figures = await bench()
const result = {
  ...figures,
  cores: availableParallelism(),
  commit: execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim(),
  wall_s: Math.round((performance.now() - start) / 1000),
}
mkdirSync('out/bench', { recursive: true })
writeFileSync(`out/bench/${what}.json`, `${JSON.stringify(result, undefined, 2)}\n`)
if (values.json) process.stdout.write(`${JSON.stringify(result)}\n`)
else {
  const { rows: _rows, memory: _memory, ...table }: Record<string, unknown> = result
  for (const [name, value] of Object.entries(table))
    process.stdout.write(
      `${name.padEnd(36)} ${typeof value === 'string' ? value : JSON.stringify(value)}\n`,
    )
}
