import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession } from '#capture'
import { PROFILES, type Scene } from '#scenes'
import { example, EXAMPLES, root } from '../examples.ts'
import { openClip, type Clip } from '../oracle/clip.ts'
import { MUTATIONS } from '../oracle/mutations.ts'
import { edge, FALLING, pins, run, tower } from '../captions/fixtures/falling.ts'
import { MACHINES } from '../captions/fixtures/machines.ts'
import { acts } from './acts.ts'
import { animals } from './animals.ts'
import { comings, following, revealing } from './comings-and-goings.ts'
import { addTo, bite, examine, type Examined } from '../oracle/examine.ts'

/**
 * Every verified claim of the examples put to an oracle that shares nothing with the caption generator: it
 * reads the finished clip off the disk (decoded video, ids, cameras, scene) and has its own idea of each word.
 */
const FULL = Boolean(process.env['FULL'])
const NAMES = FULL ? EXAMPLES : ['demo', 'street']
const CLIP = FULL ? PROFILES.preview : { width: 256, height: 160, frames: 40 }

/** What bodies do to each other, and who comes and goes: small, and half of the frames. */
const OTHERS = [
  ...[comings, following, revealing, animals, acts],
  ...[...(FULL ? FALLING : [run, pins, tower, edge]), ...MACHINES],
].map((scene) => ({ ...scene, clip: smaller(scene.clip) }))

function smaller(clip: Scene['clip']): Scene['clip'] {
  if (FULL) return { ...clip, width: 320, height: 192 }
  const [fps, frames] = [clip.fps / 2, Math.ceil(clip.frames / 2)]
  return { ...clip, width: 256, height: 160, fps, frames }
}

/** The oracle may shrug at so many of the claims. */
const UNSURE = 0.1
/** Of claims made false on purpose it must refute so many. */
const TEETH = 0.8

const clips = new Map<string, Clip>()

beforeAll(async () => {
  const out = await mkdtemp(join(tmpdir(), 'groundreel-claims-'))
  const session = await openSession()
  try {
    const scenes = [...NAMES.map((name) => example(name, CLIP)), ...OTHERS]
    for (const scene of scenes) {
      const { name } = scene
      const { folder } = await session.render(scene, { out, name, passes: ['instance'] })
      clips.set(name, await openClip(folder, session.identity.ffmpeg.path))
    }
  } finally {
    await session.close()
    await rm(out, { recursive: true, force: true })
  }
}, 1_800_000)

const claims: Record<string, Examined> = {}
const falsehoods: Record<string, Examined> = {}

describe.each([...NAMES, ...OTHERS.map(({ name }) => name)])('%s', (name) => {
  test('the oracle refutes none of its claims', { timeout: 300_000 }, () => {
    const clip = clips.get(name) as Clip
    const result = examine(clip)
    addTo(claims, result)
    expect(result.claims.length).toBeGreaterThan(NAMES.includes(name) ? 50 : 10)
    expect(result.refuted).toEqual([])
    expect(result.unsure.length / result.claims.length, result.unsure.join('\n')).toBeLessThan(
      UNSURE,
    )
  })

  test('the oracle refutes what is changed into a falsehood', { timeout: 300_000 }, () => {
    const clip = clips.get(name) as Clip
    const result = bite(clip)
    addTo(falsehoods, result)
    expect(result.refuted.length / result.claims.length, result.passed.join('\n')).toBeGreaterThan(
      TEETH,
    )
  })
})

test('the oracle shares nothing with the generator but the names of what can be claimed', () => {
  const folder = join(root, 'test/oracle')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  )
  const imports = files.flatMap((name) =>
    [
      ...readFileSync(join(folder, name), 'utf8').matchAll(
        /^import (type )?[^;]*?from '([^']+)'|import\([^)]*\)/gms,
      ),
    ].map(([whole, type, from]) => ({ name, type: type !== undefined, from: from ?? whole })),
  )
  expect(imports.length).toBeGreaterThan(40)
  const allowed = ({ type, from }: (typeof imports)[number]) =>
    /^(?:\.\.?\/(?!.*captions|.*capture)|#scenes(?:\/physics)?$|node:)/.test(from) ||
    (type && (from === '#capture' || /^(?:\.\.\/)+captions\/claim\.ts$/.test(from))) ||
    from.includes('@vite-ignore')
  expect(imports.filter((entry) => !allowed(entry))).toEqual([])
})

describe('all of them', () => {
  test('every kind of claim that was changed is caught at least once', () => {
    const toothless = Object.entries(falsehoods).filter(([, { refuted }]) => refuted.length === 0)
    expect(toothless.map(([predicate]) => predicate)).toEqual([])
    const all = Object.values(falsehoods)
    const n = all.reduce((sum, one) => sum + one.claims.length, 0)
    const caught = all.reduce((sum, one) => sum + one.refuted.length, 0)
    expect(caught / n).toBeGreaterThan(TEETH)
  })

  test('what no example shows was claimed of the small scenes', () => {
    expect(Object.keys(claims)).toEqual(
      expect.arrayContaining([
        ...['enters', 'leaves', 'starts', 'stops', 'follows', 'reveals'],
        ...['acts', 'sits'],
        ...['knocks', 'chain', 'tally', 'collapses', 'falls_off', 'lands', 'bounces'],
        ...['stacked', 'throws', 'pockets', 'relays'],
      ]),
    )
  })

  test('every kind of claim that was made could be changed', () => {
    const never = Object.keys(claims).filter(
      (predicate) => MUTATIONS[predicate as keyof typeof MUTATIONS] && !falsehoods[predicate],
    )
    // Everything in the example may be in the picture, and then nothing else can be said to be there.
    expect(never.filter((predicate) => predicate !== 'exists')).toEqual([])
  })
})

afterAll(() => {
  if (!FULL) return
  const sum = (of: Record<string, Examined>, what: keyof Examined) =>
    Object.values(of).reduce((total, one) => total + one[what].length, 0)
  const each = Object.keys(claims)
    .sort()
    .map((predicate) => {
      const [told, changed] = [claims[predicate], falsehoods[predicate]]
      return [
        predicate,
        {
          n: told?.claims.length ?? 0,
          refuted: told?.refuted.length ?? 0,
          unsure: told?.unsure.length ?? 0,
          mutated: changed?.claims.length ?? 0,
          caught: changed?.refuted.length ?? 0,
        },
      ]
    })
  const figures = {
    scenes: [...NAMES, ...OTHERS.map(({ name }) => name)],
    clip: CLIP,
    n: sum(claims, 'claims'),
    refuted: sum(claims, 'refuted'),
    unsure: sum(claims, 'unsure'),
    mutated: sum(falsehoods, 'claims'),
    caught: sum(falsehoods, 'refuted'),
    predicates: Object.fromEntries(each),
  }
  mkdirSync(join(root, 'out/figures'), { recursive: true })
  writeFileSync(join(root, 'out/figures/claims.json'), `${JSON.stringify(figures, null, 2)}\n`)
})
