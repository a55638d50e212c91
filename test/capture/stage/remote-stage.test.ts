import { readdirSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LaunchedBrowser, launchBrowser } from '../../../capture/browser/launch.ts'
import { planClip } from '../../../capture/clip/plan.ts'
import { sha256 } from '../../../capture/clip/manifest.ts'
import { parseSurvey } from '../../../capture/observe/survey.ts'
import { stageBundle } from '../../../capture/stage/bundle.ts'
import { StageLostError } from '../../../capture/stage/calls.ts'
import { drawAhead } from '../../../capture/stage/draw-ahead.ts'
import { openPool } from '../../../capture/stage/pool.ts'
import { openStage, type RemoteStage } from '../../../capture/stage/remote-stage.ts'
import { openServer, type StageServer } from '../../../capture/stage/server.ts'
import { StageError } from '../../../capture/errors.ts'
import { Scene } from '#scenes'
import { smallScene } from '../scene.ts'

const plan = await planClip(smallScene(), {})
let server: StageServer
let chrome: LaunchedBrowser

beforeAll(async () => {
  server = await openServer({ bundle: await stageBundle(), assets: new Map() })
  chrome = await launchBrowser()
})
afterAll(async () => {
  await chrome.close()
  await server.close()
})

test('the same frames in any order, on one page or two, in a second browser: the same bytes', async () => {
  const forwards = [0, 1, 2, 3, 4, 5, 6, 7]
  const [one, two] = [await open(), await open()]
  const first = await hashes([one], forwards)
  expect(new Set(first.values()).size).toBe(8)
  expect(await hashes([one], forwards.toReversed())).toEqual(first)
  expect(await hashes([one, two], forwards)).toEqual(first)
  await Promise.all([one.close(), two.close()])

  const other = await launchBrowser()
  try {
    const stage = await openStage(other.browser, server)
    await stage.load(plan.job)
    expect(await hashes([stage], forwards)).toEqual(first)
  } finally {
    await other.close()
  }
})

test('pictures have the sizes that the protocol promises, and the ids are those of the cast', async () => {
  const stage = await open()
  const [rgb, rgba, instance, survey] = await Promise.all(
    (['rgb', 'rgba', 'instance', 'survey'] as const).map((pass) => stage.draw(3, pass)),
  )
  expect(rgb?.bytes.length).toBe(64 * 64 * 1.5)
  expect(rgba?.bytes.length).toBe(64 * 64 * 4)
  const ids = new Set(new Uint16Array(new Uint8Array(instance?.bytes ?? []).buffer))
  expect([...ids].sort((a, b) => a - b)).toEqual([0, 1, 2, 3])
  if (!survey) throw new Error('a survey was drawn')
  const { alone, ids: seen } = parseSurvey(survey, 3)
  for (const [member, { pixels }] of alone.entries()) {
    const visible = seen.filter((id) => id === member + 1).length
    expect(pixels).toBeGreaterThanOrEqual(visible)
    expect(visible).toBeGreaterThan(20)
  }
  await stage.close()
})

test('leaves are drawn with a sun and a moon up at once', async () => {
  const scene = smallScene()
  const tree = Scene.parse({
    ...scene,
    world: { sun: { elevation: 30, azimuth: 60 }, moon: { elevation: 40, azimuth: -60 } },
    actors: [...scene.actors, { id: 'oak', kind: 'tree', position: [2, 0, -4] }],
  })
  const stage = await openStage(chrome.browser, server)
  try {
    await stage.load((await planClip(tree, {})).job)
    expect((await stage.draw(0, 'rgba')).bytes.length).toBe(64 * 64 * 4)
  } finally {
    await stage.close()
  }
})

test('shots come in order with little held, whoever draws faster', async () => {
  const asked: number[] = []
  const slow = fakeStage(6, asked)
  const fast = fakeStage(1, asked)
  const got: number[] = []
  const shots = Array.from({ length: 40 }, (_, frame) => ({ frame, also: [] }))
  for await (const { frame } of drawAhead([slow, fast], shots)) {
    got.push(frame)
    // 3 in flight and 1 waiting for each of two pages.
    expect(Math.max(...asked) - frame).toBeLessThanOrEqual(8)
  }
  expect(got).toEqual(shots.map(({ frame }) => frame))
})

test('a lost context rejects what is in flight, with the frame in the message', async () => {
  const stage = await open()
  await loseContexts()
  const drawn = await Promise.allSettled([stage.draw(2, 'rgb'), stage.draw(3, 'survey')])
  expect(drawn.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  const [first] = drawn as PromiseRejectedResult[]
  expect(first?.reason).toBeInstanceOf(StageLostError)
  expect(String(first?.reason)).toMatch(/frame 2 \(rgb\): the GL context was lost/)
  expect(stage.isUsable).toBe(false)
  await stage.close()
})

test('a page that crashes rejects what is in flight', async () => {
  const stage = await open()
  const drawing = Promise.all(Array.from({ length: 60 }, (_, i) => stage.draw(i % 8, 'rgb')))
  const failed = expect(drawing).rejects.toBeInstanceOf(StageLostError)
  const page = await stagePage()
  const session = await page.createCDPSession()
  // Its answer never comes.
  session.send('Page.crash').catch(() => {})
  await failed
  await expect(stage.draw(1, 'rgb')).rejects.toThrow(/frame 1 \(rgb\)/)
  await stage.close()
})

test('an abort rejects at once with its reason, and the page stays of use', async () => {
  const stage = await open()
  const control = new AbortController()
  const drawing = stage.draw(1, 'rgb', control.signal)
  control.abort(new Error('enough'))
  await expect(drawing).rejects.toThrow('enough')
  expect(stage.isUsable).toBe(true)
  await expect(stage.draw(1, 'rgb')).resolves.toMatchObject({ frame: 1 })
  await stage.close()
})

test("a wrong question is answered with the page's own words, and hurts nobody else", async () => {
  const stage = await openStage(chrome.browser, server)
  await expect(stage.draw(0, 'rgb')).rejects.toThrow(/frame 0 \(rgb\): draw was called before load/)
  await expect(stage.draw(0, 'rgb')).rejects.toBeInstanceOf(StageError)
  await stage.load(plan.job)
  await expect(stage.draw(0, 'rgb')).resolves.toMatchObject({ width: 64 })
  await stage.close()
})

test("Chrome's GPU process is killed: the clip starts again in a new browser, once", async () => {
  const launches: LaunchedBrowser[] = []
  const launch = async () => {
    const launched = await launchBrowser()
    launches.push(launched)
    return launched
  }
  const pool = openPool({ launch, server })
  const run = (kills: number) => {
    let attempts = 0
    return pool.use(1, async ([stage]) => {
      if (!stage) throw new Error('one page was asked for')
      attempts++
      await stage.load(plan.job)
      await stage.draw(0, 'rgb')
      if (attempts <= kills) process.kill(gpuProcessOf(launches.at(-1)?.pid ?? 0), 'SIGKILL')
      for (let frame = 0; frame < 400; frame++) await stage.draw(frame % 8, 'rgb')
      return attempts
    })
  }
  try {
    expect(await run(1)).toBe(2)
    expect(launches).toHaveLength(2)
    await expect(run(2)).rejects.toThrow(/lost twice/)
    expect(await run(0)).toBe(1)
  } finally {
    await pool.close()
  }
})

test('browsers are kept warm, and replaced when they have had their share', async () => {
  const pool = openPool({ launch: () => launchBrowser(), server, clipsPerBrowser: 2 })
  const seen: RemoteStage[] = []
  try {
    for (let clip = 0; clip < 4; clip++)
      await pool.use(1, async ([stage]) => void seen.push(stage as RemoteStage))
  } finally {
    await pool.close()
  }
  expect(seen[1]).toBe(seen[0])
  expect(seen[2]).not.toBe(seen[1])
  expect(seen[3]).toBe(seen[2])
})

async function open(): Promise<RemoteStage> {
  const stage = await openStage(chrome.browser, server)
  await stage.load(plan.job)
  return stage
}

async function hashes(stages: RemoteStage[], frames: number[]): Promise<Map<number, string>> {
  for (const stage of stages) await stage.load(plan.job)
  const found: [number, string][] = []
  for await (const { frame, rgb } of drawAhead(
    stages,
    frames.map((frame) => ({ frame, also: frame % 2 ? ['survey'] : [] })),
  )) {
    found.push([frame, sha256(rgb.bytes)])
  }
  return new Map(found.sort(([a], [b]) => a - b))
}

async function stagePage() {
  const pages = await chrome.browser.pages()
  const page = pages.findLast((one) => one.url().includes('stage.html'))
  if (!page) throw new Error('a stage is open')
  return page
}

/** Calls WEBGL_lose_context on every context of the page: no hook of ours is in the way. */
async function loseContexts(): Promise<void> {
  const page = await stagePage()
  const prototype = await page.evaluateHandle('WebGL2RenderingContext.prototype')
  const contexts = await page.queryObjects(prototype)
  const lost = await page.evaluate((all) => {
    const list = all as unknown as { getExtension(name: string): { loseContext(): void } }[]
    for (const gl of list) gl.getExtension('WEBGL_lose_context').loseContext()
    return list.length
  }, contexts)
  expect(lost).toBeGreaterThan(0)
}

/** The GPU process among the descendants of a browser of ours. */
function gpuProcessOf(browser: number): number {
  const parents = new Map<number, number>()
  for (const name of readdirSync('/proc').filter((one) => /^\d+$/.test(one))) {
    const stat = read(`/proc/${name}/stat`)
    parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
  }
  const isOurs = (pid: number): boolean =>
    pid === browser || (parents.has(pid) && isOurs(parents.get(pid) as number))
  const found = [...parents.keys()].find(
    (pid) => isOurs(pid) && read(`/proc/${pid}/cmdline`).includes('--type=gpu-process'),
  )
  if (found === undefined) throw new Error('Chrome has a GPU process')
  return found
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // It has ended meanwhile.
    return ''
  }
}

function fakeStage(milliseconds: number, asked: number[]): RemoteStage {
  const draw: RemoteStage['draw'] = async (frame) => {
    asked.push(frame)
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    return { frame, width: 1, height: 1, bytes: new Uint8Array() }
  }
  // drawAhead only draws.
  return { draw } as RemoteStage
}
