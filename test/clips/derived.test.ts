import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '#capture'
import { CATEGORIES, type Annotations } from '#captions'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import { readClipTruth } from '../../capture/export/clip-truth.ts'
import { type ClipTruth, FIELDS } from '../../capture/passes/fields.ts'
import { truthFrames, type TruthFrame } from '../../capture/passes/stored-frames.ts'
import { inner, minus, norm, scaled, type Vec3 } from '../oracle/space.ts'
import { decodeRaw } from '../oracle/decode.ts'
import { PosedMeshes, type PersonPoser } from '../truth/posed-meshes.ts'
import { MOVES } from '../truth/moves.ts'
import { openTruth, type TruthClip } from '../truth/truth-clip.ts'
import { pixelsOf } from '../truth/truth-errors.ts'

const PIXELS = process.env['FULL'] ? 4000 : 1200
const FRAMES = [1, 3, 8]

let session: Session
let out: string
let ffmpeg: string
let folder: string
let truth: ClipTruth
let clip: TruthClip
let meshes: PosedMeshes
const frames: TruthFrame[] = []

beforeAll(async () => {
  out = await mkdtemp(`${tmpdir()}/groundreel-derived-`)
  ffmpeg = (await findFfmpeg()).path
  session = await openSession()
  const passes = [
    'instance',
    'depth',
    'normal',
    'normal16',
    'flow_forward',
    'flow_backward',
  ] as const
  ;({ folder } = await session.render(MOVES, {
    ...{ out, name: 'moves', passes: [...passes], previews: true },
  }))
  truth = await readClipTruth(folder)
  clip = await openTruth(folder, ffmpeg)
  // Typed by the renderer's own rules, not by ours.
  const people = '../renderer/posed-people.ts'
  const { posedPerson } = (await import(people)) as { posedPerson: PersonPoser }
  meshes = new PosedMeshes(clip.scene, clip.take, 0, posedPerson)
  for await (const frame of truthFrames(truth, passes, { ffmpeg })) frames.push(frame)
})

afterAll(async () => {
  await session?.close()
  await rm(out, { recursive: true, force: true })
})

const at = (x: number, y: number) => y * truth.width + x

/** Where the centre of a pixel's sight meets the meshes first. */
function hitAt(frame: number, x: number, y: number) {
  const lens = clip.lens(frame)
  const way = lens.through((x + 0.5) / truth.width, (y + 0.5) / truth.height)
  return { lens, hit: meshes.first(lens.position, way, frame) }
}

test('what occlusion says is covered later is behind something on the ray to it then', () => {
  let [seen, covered, wrong] = [0, 0, 0]
  for (const n of [1, 2, 3, 7, 8, 9]) {
    const says = FIELDS.occlusion.values(frames[n] as TruthFrame, truth)
    for (const [x, y] of pixelsOf(truth, `occlusion ${n}`, 2 * PIXELS)) {
      const id = clip.id(n, x, y)
      const { hit } = hitAt(n, x, y)
      if (hit?.id !== id) continue
      const goal = hit.at(n + 1)
      const lens = clip.lens(n + 1)
      const { x: across, y: down } = lens.see(goal)
      const [u, v] = [across * truth.width - 0.5, down * truth.height - 0.5].map(Math.round) as [
        number,
        number,
      ]
      // Who owns a pixel is decided at its centre: along an outline both are right.
      if (isOutline(n + 1, u, v)) continue
      const isOut = across <= 0 || across >= 1 || down <= 0 || down >= 1
      const first = meshes.first(lens.position, minus(goal, lens.position), n + 1)
      const isSeen = !isOut && !(first && first.far < 1 - 1e-3)
      if (isSeen) seen++
      else covered++
      if (isSeen !== (says[at(x, y)] === 255)) wrong++
    }
  }
  expect(seen).toBeGreaterThan(PIXELS)
  expect(covered).toBeGreaterThan(50)
  expect(wrong / (seen + covered)).toBeLessThan(0.001)
})

/** Another one is beside a pixel, or the rim of the picture is. */
function isOutline(frame: number, u: number, v: number): boolean {
  const isRim = u < 1 || v < 1 || u >= truth.width - 1 || v >= truth.height - 1
  if (isRim) return u >= -1 && v >= -1 && u <= truth.width && v <= truth.height
  const own = clip.id(frame, u, v)
  return [-1, 0, 1].some((dx) => [-1, 0, 1].some((dy) => clip.id(frame, u + dx, v + dy) !== own))
}

test('world normals and normals of 16 bits are those of the meshes', () => {
  const [world, fine]: [number[], number[]] = [[], []]
  for (const n of FRAMES) {
    const normals = FIELDS.normal_world.values(frames[n] as TruthFrame, truth)
    const inCamera = FIELDS.normal.values(frames[n] as TruthFrame, truth)
    for (const [x, y] of pixelsOf(truth, `normals ${n}`, PIXELS)) {
      const id = clip.id(n, x, y)
      const { hit, lens } = hitAt(n, x, y)
      if (hit?.id !== id) continue
      const own = (of: ArrayLike<number>) => [0, 1, 2].map((k) => of[3 * at(x, y) + k]) as Vec3
      world.push(angle(own(normals), hit.normal))
      const { right, up, forward } = lens
      fine.push(
        angle(own(inCamera), [
          inner(hit.normal, right),
          inner(hit.normal, up),
          -inner(hit.normal, forward),
        ]),
      )
    }
  }
  expect(world.length).toBeGreaterThan(PIXELS)
  expect(quantileOf(world, 0.5)).toBeLessThan(0.02)
  expect(quantileOf(world, 0.98)).toBeLessThan(1)
  expect(quantileOf(fine, 0.5)).toBeLessThan(0.02)
})

test('categories are those of the annotations', async () => {
  const { actors } = await annotations()
  const [frame] = frames as [TruthFrame]
  const semantic = FIELDS.semantic.values(frame, truth)
  for (const [x, y] of pixelsOf(truth, 'semantic', PIXELS)) {
    const actor = actors[clip.id(0, x, y) - 1]
    expect(semantic[at(x, y)]).toBe(actor ? 1 + CATEGORIES.indexOf(actor.category) : 0)
  }
  expect(new Set(semantic).size).toBeGreaterThan(3)
})

test('edges are where ids change, and few inside the ground', () => {
  const frame = frames[2] as TruthFrame
  const edges = FIELDS.edges.values(frame, truth)
  let [outlines, inGround, ground] = [0, 0, 0]
  const own = 1 + clip.take.cast.findIndex(({ id }) => id === 'ground')
  for (const [x, y] of pixelsOf(truth, 'edges', 4 * PIXELS)) {
    const id = clip.id(2, x, y)
    if (clip.id(2, x + 1, y) !== id || clip.id(2, x, y + 1) !== id) {
      outlines++
      expect(edges[at(x, y)]).toBe(255)
    } else if (id === own) {
      ground++
      if (edges[at(x, y)] === 255) inGround++
    }
  }
  expect(outlines).toBeGreaterThan(20)
  expect(inGround / ground).toBeLessThan(0.02)
})

test('boxes, pixels and truncation of the annotations are those of the masks', async () => {
  const { actors } = await annotations()
  for (const { instance, truth: own } of actors)
    for (let n = 0; n < truth.frames; n++) {
      const [left, top, right, bottom, count] = maskOf(instance, n)
      expect(own?.pixels[n], `${instance} at ${n}`).toBe(count)
      expect(own?.box[n]).toEqual(count > 0 ? [left, top, right, bottom] : null)
      const amodal = own?.amodalBox[n]
      // What is seen of it is inside what there is of it; the survey that measures the latter is coarser.
      const slack = 2 * (truth.width / 256)
      if (count === 0 || !amodal) continue
      expect(amodal[0]).toBeLessThanOrEqual(left + slack)
      expect(amodal[1]).toBeLessThanOrEqual(top + slack)
      expect(amodal[2]).toBeGreaterThanOrEqual(right - slack)
      expect(amodal[3]).toBeGreaterThanOrEqual(bottom - slack)
    }
})

test('what passes see through is told of whose it is', async () => {
  const { actors } = await annotations()
  const veils = actors.flatMap(({ id, attributes }) =>
    attributes.veil ? [[id, attributes.veil]] : [],
  )
  expect(veils).toEqual([['pane', 1]])
})

test('previews lie beside the clip, one frame for each of its own', async () => {
  const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8')) as {
    files: Record<string, unknown>
  }
  for (const name of ['depth', 'seg', 'normal', 'edge']) {
    expect(manifest.files).toHaveProperty([`preview/${name}.mp4`])
    const gray = await decodeRaw(ffmpeg, join(folder, `preview/${name}.mp4`), 'gray')
    expect(gray.length).toBe(truth.frames * truth.width * truth.height)
    expect(new Set(gray).size, name).toBeGreaterThan(20)
  }
})

async function annotations(): Promise<Annotations> {
  return JSON.parse(await readFile(join(folder, 'annotations.json'), 'utf8')) as Annotations
}

function maskOf(id: number, frame: number): [number, number, number, number, number] {
  let [left, top, right, bottom, count] = [Infinity, Infinity, 0, 0, 0]
  for (let y = 0; y < truth.height; y++)
    for (let x = 0; x < truth.width; x++) {
      if (clip.id(frame, x, y) !== id) continue
      count++
      left = Math.min(left, x)
      top = Math.min(top, y)
      right = Math.max(right, x + 1)
      bottom = Math.max(bottom, y + 1)
    }
  return [left, top, right, bottom, count]
}

function angle(a: Vec3, b: Vec3): number {
  // Of two unit vectors; by the chord, which is exact for small angles.
  const [u, v] = [scaled(a, 1 / norm(a)), scaled(b, 1 / norm(b))]
  return (2 * Math.asin(Math.min(1, norm(minus(u, v)) / 2)) * 180) / Math.PI
}

function quantileOf(values: number[], share: number): number {
  return [...values].sort((a, b) => a - b)[Math.floor(share * (values.length - 1))] as number
}
