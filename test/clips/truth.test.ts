import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openSession, planClip, type Session } from '#capture'
import type { Scene } from '#scenes'
import { TRUTH_PASSES } from '../../capture/passes/formats.ts'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import { loadAll } from '../../capture/clip/crew.ts'
import { example, EXAMPLES } from '../examples.ts'
import { castOf, MACHINES, template } from '../templates.ts'
import { CLIP, MOVES } from '../truth/moves.ts'
import { PosedMeshes, type PersonPoser } from '../truth/posed-meshes.ts'
import { plus, scaled } from '../oracle/space.ts'
import { openTruth } from '../truth/truth-clip.ts'
import {
  angleTo,
  beyond,
  hitsNear,
  pixelsOf,
  quantile,
  truthErrors,
  type TruthErrors,
} from '../truth/truth-errors.ts'

/** Pixels looked at in each sampled frame. */
const PIXELS = process.env['FULL'] ? 2000 : 600
const FRAMES = [2, 5, 10]

const names = process.env['FULL'] ? EXAMPLES : ['demo', 'park']
const scenes: [string, Scene][] = [
  ['moves', MOVES],
  ...names.map((name): [string, Scene] => [name, example(name, CLIP)]),
  ...(await Promise.all(
    (process.env['FULL'] ? MACHINES : ['dominoes']).map(async (name): Promise<[string, Scene]> => {
      const { scene } = await castOf(template(name), 3)
      return [name, { ...scene, clip: { ...scene.clip, ...CLIP, fps: 6 } }]
    }),
  )),
]

let session: Session
let out: string
let ffmpeg: string

beforeAll(async () => {
  out = await mkdtemp(`${tmpdir()}/groundreel-truth-`)
  ffmpeg = (await findFfmpeg()).path
  session = await openSession()
})

afterAll(async () => {
  await session?.close()
  await rm(out, { recursive: true, force: true })
})

describe.each(scenes)('%s', (name, scene) => {
  let errors: TruthErrors

  beforeAll(async () => {
    const { folder } = await session.render(scene, { out, name, passes: [...TRUTH_PASSES] })
    const clip = await openTruth(folder, ffmpeg)
    const meshes = new PosedMeshes(clip.scene, clip.take, 0)
    errors = truthErrors(clip, meshes, { frames: FRAMES, pixels: PIXELS, name })
  })

  test('ids, depths and normals are those of rays cast on the posed meshes', () => {
    const { looked, others, depth, depthBeyond, normal } = errors
    expect(looked).toBeGreaterThan(FRAMES.length * PIXELS * 0.4)
    expect(others / looked, 'of another').toBeLessThan(1e-3)
    expect(quantile(depthBeyond, 0.99), 'depth').toBeLessThan(1e-4)
    expect(quantile(depth, 0.99), 'depth at the centre').toBeLessThan(2e-3)
    expect(quantile(normal, 0.98), 'normal').toBeLessThan(1)
  })

  test('points carried with their actors are where flow says, and as deep as depth says later', () => {
    const { flow, carried } = errors
    expect(flow.length).toBeGreaterThan(PIXELS)
    expect(quantile(flow, 0.5), 'median of flow').toBeLessThan(0.05)
    expect(quantile(flow, 0.99), 'flow').toBeLessThan(0.5)
    expect(carried.length).toBeGreaterThan(20)
    expect(quantile(carried, 0.5), 'carried').toBeLessThan(1e-3)
  })

  test('there and back again is where one was; along the flow the next frame is more like this one', () => {
    const { cycle, moving, plain, warped } = errors
    expect(quantile(cycle, 0.5)).toBeLessThan(0.05)
    expect(quantile(cycle, 0.95)).toBeLessThan(0.5)
    if (moving > 200) expect(warped / plain, 'photometric difference').toBeLessThan(0.9)
  })
})

test("a shot's first frame has no flow back and its last none ahead, and the sky turns with the camera", async () => {
  const { folder } = await session.render(MOVES, { out, name: 'shots', passes: [...TRUTH_PASSES] })
  const clip = await openTruth(folder, ffmpeg)
  const valid = (way: 'forward' | 'backward', frame: number) =>
    pixelsOf(CLIP, `shots ${frame}`, PIXELS).filter(([x, y]) => clip.flow(way, frame, x, y)).length
  for (const frame of [0, 6]) expect(valid('backward', frame)).toBe(0)
  for (const frame of [5, 11]) expect(valid('forward', frame)).toBe(0)
  for (const frame of [1, 5, 7, 11]) expect(valid('backward', frame)).toBeGreaterThan(PIXELS * 0.99)
  let sky = 0
  for (const [x, y] of pixelsOf(CLIP, 'sky', PIXELS)) {
    if (clip.id(2, x, y) !== 0) continue
    const lens = clip.lens(2)
    const far = scaled(lens.through((x + 0.5) / clip.width, (y + 0.5) / clip.height), 1e9)
    const seen = clip.lens(3).see(plus(lens.position, far))
    const [dx, dy] = clip.flow('forward', 2, x, y) as [number, number]
    expect(Math.abs(seen.x * clip.width - (x + 0.5) - dx)).toBeLessThan(0.05)
    expect(Math.abs(seen.y * clip.height - (y + 0.5) - dy)).toBeLessThan(0.05)
    sky++
  }
  expect(sky).toBeGreaterThan(20)
})

test('on people ids, depths, normals and flow are those of their skin as its bones pose it', async () => {
  const clip = await openTruth(`${out}/shots`, ffmpeg)
  // Typed by the renderer's own rules, not by ours.
  const people = '../renderer/posed-people.ts'
  const { posedPerson } = (await import(people)) as { posedPerson: PersonPoser }
  const meshes = new PosedMeshes(clip.scene, clip.take, 0, posedPerson)
  const [man] = meshes.people
  const [depth, normal, flow]: [number[], number[], number[]] = [[], [], []]
  let [others, looked] = [0, 0]
  for (const frame of [1, 4, 7, 9])
    for (let y = 1; y < clip.height - 1; y++)
      for (let x = 1 + (y % 3); x < clip.width - 1; x += 3) {
        const ids = [clip.id(frame, x, y), clip.id(frame, x + 1, y), clip.id(frame, x - 1, y)]
        if (ids.some((id) => id !== man)) continue
        const near = hitsNear(clip, meshes, frame, x, y)
        const [hit] = near
        looked++
        if (!hit || hit.id !== man) {
          others++
          continue
        }
        depth.push(beyond(clip.depth(frame, x, y), near))
        const angles = near.map((one) => (one ? angleTo(clip, frame, x, y, one.normal) : 180))
        normal.push(Math.min(...angles))
        for (const [along, step] of [
          ['forward', 1],
          ['backward', -1],
        ] as const) {
          const told = clip.flow(along, frame, x, y)
          if (!told) continue
          const seen = clip.lens(frame + step).see(hit.at(frame + step))
          flow.push(
            Math.hypot(
              seen.x * clip.width - (x + 0.5) - told[0],
              seen.y * clip.height - (y + 0.5) - told[1],
            ),
          )
        }
      }
  expect(looked).toBeGreaterThan(300)
  expect(others / looked, 'of another').toBeLessThan(0.01)
  expect(quantile(depth, 0.99), 'depth').toBeLessThan(1e-4)
  expect(quantile(normal, 0.95), 'normal').toBeLessThan(1)
  expect(quantile(flow, 0.5), 'median of flow').toBeLessThan(0.05)
  expect(quantile(flow, 0.99), 'flow').toBeLessThan(0.5)
})

test.each(scenes)(
  '%s: the ids are those that the picture draws in flat colours',
  async (_, scene) => {
    const { job } = await planClip(scene, {})
    await session.use(1, async (crew) => {
      await loadAll(job, crew)
      for (const frame of FRAMES) {
        const [stage] = crew.stages
        const [ids, flat] = [await stage.draw(frame, 'instance'), await stage.draw(frame, 'flat')]
        expect(new Set(words(ids.bytes)).size).toBeGreaterThan(4)
        expect(differing(words(ids.bytes), words(flat.bytes)), `frame ${frame}`).toBe(0)
      }
    })
  },
)

test('what is seen through is not told: the glass leaves no id', async () => {
  const clip = await openTruth(`${out}/shots`, ffmpeg)
  const pane = 1 + clip.take.cast.findIndex(({ id }) => id === 'pane')
  expect(pane).toBeGreaterThan(0)
  for (const frame of FRAMES)
    for (const [x, y] of pixelsOf(CLIP, `pane ${frame}`, PIXELS))
      expect(clip.id(frame, x, y)).not.toBe(pane)
})

function words(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(new Uint8Array(bytes).buffer)
}

function differing(a: Uint16Array, b: Uint16Array): number {
  return a.reduce((count, id, i) => count + (id === b[i] ? 0 : 1), 0)
}
