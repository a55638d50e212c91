import { readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession } from '#capture'
import { verifyText, type CaptionFile, type Filmed } from '#captions'
import { Scene, shoot, type Cameras } from '#scenes'
import { bite, examine } from '../oracle/examine.ts'
import { openClip, type Clip } from '../oracle/clip.ts'

/** A walk in three shots: a camera beside it, a nervous one close by, one that goes round from above. */
const scene = Scene.parse({
  version: 1,
  name: 'shots',
  clip: { width: 320, height: 192, fps: 12, frames: 61 },
  world: { sun: { elevation: 40, azimuth: 60 } },
  cameras: [
    {
      shots: [
        {
          to: 1.5,
          position: [0, 1.4, 7],
          lookAt: [0, 0.9, 0],
          moves: [{ kind: 'truck', to: 'right', ease: 'linear' }],
        },
        {
          to: 3.25,
          frame: { subject: 'man', size: 'medium', side: 'right' },
          moves: [{ kind: 'track', from: 'side' }],
          handheld: 0.2,
        },
        {
          frame: { subject: 'bench', size: 'wide', angle: 'high', side: 'front left' },
          moves: [{ kind: 'arc', to: 'right', amount: 40 }],
        },
      ],
    },
  ],
  actors: [
    { id: 'ground', kind: 'ground', size: [60, 60], material: { surface: 'grass' } },
    { id: 'bench', kind: 'bench', position: [1.5, 0, -2] },
    { id: 'oak', kind: 'tree', position: [-4, 0, -6] },
    {
      id: 'man',
      kind: 'person',
      noun: { en: 'man' },
      shirt: 'red',
      motion: [
        {
          kind: 'path',
          points: [
            [-2, 0, 0],
            [6, 0, 0],
          ],
          speed: 1.4,
        },
      ],
    },
    {
      id: 'ball',
      kind: 'sphere',
      radius: 0.3,
      material: { color: 'blue' },
      motion: [
        {
          kind: 'path',
          points: [
            [-1, 0, 1.5],
            [2.2, 0, 1.8],
          ],
          from: 0,
          to: 4,
          roll: 0.3,
        },
      ],
    },
  ],
})

let out = ''
let folder = ''
let clip: Clip
const read = <T>(name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as T

beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'groundreel-shots-'))
  const session = await openSession()
  try {
    ;({ folder } = await session.render(scene, { out, name: 'shots', passes: ['instance'] }))
    clip = await openClip(folder, session.identity.ffmpeg.path)
  } finally {
    await session.close()
  }
}, 600_000)
afterAll(() => rm(out, { recursive: true, force: true }))

test('every sentence is read back and found true of its shot', () => {
  const { captions } = read<CaptionFile>('caption.json')
  const filmed: Filmed = {
    scene,
    take: shoot(scene),
    camera: 0,
    observations: read<Filmed['observations']>('observations.json'),
  }
  for (const form of ['short', 'default', 'dense', 'camera'] as const) {
    const { text } = captions.en[form]
    expect(text.match(/The clip cuts to/g)).toHaveLength(form === 'short' ? 1 : 2)
    expect(
      verifyText(text, filmed).filter(({ status }) => status !== 'verified'),
      text,
    ).toEqual([])
  }
  const [first, second, third] = captions.en.camera.text.split('The clip cuts to') as string[]
  expect(first).toMatch(/(?:glides|trucks) right/)
  expect(second).toMatch(/a medium shot of .*shaking a (?:little|lot)/)
  expect(third).toMatch(/from a high angle.*(?:arcs right|circles to the right)/)
})

test('the oracle refutes none of its claims, and what is changed into a falsehood', () => {
  const told = examine(clip)
  expect(told.claims.length).toBeGreaterThan(60)
  expect(told.refuted).toEqual([])
  expect(told.unsure.length / told.claims.length, told.unsure.join('\n')).toBeLessThan(0.1)
  const changed = bite(clip)
  expect(changed.refuted.length / changed.claims.length, changed.passed.join('\n')).toBeGreaterThan(
    0.8,
  )
  for (const predicate of ['camera', 'cut', 'shot', 'tracks', 'shakes', 'angle'])
    expect(
      changed.refuted.some((line) => line.split(' ')[1] === predicate),
      predicate,
    ).toBe(true)
})

test('labels and spans are stored by shot', () => {
  const { camera, claims } = read<CaptionFile>('caption.json')
  const spans = [
    [0, 18],
    [18, 39],
    [39, 61],
  ]
  expect(camera.shots.map(({ frames }) => frames)).toEqual(spans)
  expect(read<Cameras>('cameras.json').shots).toEqual(spans.map(([from, to]) => ({ from, to })))
  expect(camera.shots.map(({ only }) => only)).toEqual(['truck right', 'truck right', 'arc right'])
  expect(camera.shots[1]).toMatchObject({
    steadiness: expect.stringContaining('unsteady'),
    tracking: { kinds: ['side'] },
  })
  expect(new Set(claims.map(({ shot }) => shot))).toEqual(new Set([0, 1, 2]))
})
