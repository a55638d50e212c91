import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, planClip, type Session } from '#capture'
import { parseScene, type Scene } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import { example, EXAMPLES } from '../examples.ts'

const CLIP = { width: 160, height: 96, frames: 12 }

/** Of little scenes too: here the first thing that stands still is one that a shadow falls on. */
const TOYS = parseScene(
  JSON.stringify({
    version: 1,
    name: 'toys',
    clip: CLIP,
    cameras: [{ position: [0, 1.2, 4], lookAt: [0, 0.5, 0] }],
    actors: [
      { id: 'picture', kind: 'picture', width: 1.6, height: 1.2, position: [0, 0.2, 0] },
      {
        id: 'ball',
        kind: 'sphere',
        radius: 0.2,
        motion: [
          {
            kind: 'path',
            points: [
              [-1, 0, 1],
              [1, 0, 1],
            ],
            speed: 2,
          },
        ],
      },
      { id: 'ground', kind: 'ground' },
    ],
  }),
  'toys.json',
)

const names = process.env['FULL'] ? EXAMPLES : ['demo', 'park']
const scenes: [string, Scene][] = [
  ['toys', TOYS],
  ...names.map((name): [string, Scene] => [name, example(name, CLIP)]),
]

let session: Session
let other: Session

beforeAll(async () => {
  session = await openSession()
  other = await openSession()
})

afterAll(async () => {
  await session?.close()
  await other?.close()
})

/** SHA-256 of the I420 bytes of each frame, by frame number, drawn in the order given. */
async function hashes(
  session: Session,
  scene: Scene,
  order: number[],
): Promise<Map<number, string>> {
  const { job } = await planClip(scene, {})
  return session.use(1, async (crew) => {
    await loadAll(job, crew)
    const found = new Map<number, string>()
    for (const frame of order) {
      const { bytes } = await crew.stages[0].draw(frame, 'rgb')
      found.set(frame, createHash('sha256').update(bytes).digest('hex'))
    }
    return found
  })
}

test.each(scenes)(
  '%s: twice, backwards, after another scene, in another browser: the same frames',
  async (name, scene) => {
    const forwards = Array.from({ length: CLIP.frames }, (_, frame) => frame)
    const first = await hashes(session, scene, forwards)
    expect(new Set(first.values()).size, 'the frames differ from each other').toBeGreaterThan(
      CLIP.frames / 2,
    )
    const backwards = await hashes(session, scene, [...forwards].reverse())
    for (const frame of forwards)
      expect(backwards.get(frame), `frame ${frame} backwards`).toBe(first.get(frame))
    await hashes(session, example(EXAMPLES.find((one) => one !== name) as string, CLIP), [0, 1])
    expect(await hashes(session, scene, forwards), 'after another scene').toEqual(first)
    expect(await hashes(other, scene, forwards), 'in another browser').toEqual(first)
  },
)

test('two pages make the same clip as one', async () => {
  const scene = example('demo', CLIP)
  const out = await mkdtemp(`${tmpdir()}/groundreel-pages-`)
  try {
    const one = await session.render(scene, { out, name: 'one', pages: 1 })
    const two = await session.render(scene, { out, name: 'two', pages: 2 })
    expect(two.manifest.frameHashes).toEqual(one.manifest.frameHashes)
    expect(two.manifest.id).toBe(one.manifest.id)
  } finally {
    await rm(out, { recursive: true, force: true })
  }
})
