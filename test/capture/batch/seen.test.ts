import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '#capture'
import { type Looker, openLooker } from '../../../capture/batch/looker.ts'
import { planReel } from '../../../capture/batch/planner.ts'
import { runBatch } from '../../../capture/batch/run-batch.ts'
import { readRecipe } from '../../../capture/cli/read-recipe.ts'
import { call } from '../../helpers/cli.ts'
import { planIn, rowsIn } from './reel-checks.ts'
import { TOYS, writeRecipe } from './toys.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-seen-'))
const [ground, ball, crate] = TOYS.actors

const rolling = (z: number) => [
  [-0.6, 0, z],
  [0.4, 0, z],
]

/** The ball rolls before a wall, or behind it; near the camera, or far away: nothing of that is told by the scene's labels. */
const HIDDEN = {
  ...TOYS,
  world: { ...TOYS.world, sun: { elevation: { $pick: [40, 2] } } },
  cameras: [{ id: 'main', position: [0, 1, { $pick: [4, 9] }], lookAt: [0, 0.6, 0] }],
  actors: [
    ground,
    {
      ...ball,
      motion: [{ kind: 'path', points: { $pick: [rolling(0), rolling(-2)] }, to: 0.5, roll: 0.6 }],
    },
    { ...crate, id: 'wall', size: [3, 2.5, 0.2], position: [0, 0, -1] },
  ],
}

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(async () => {
  await session?.close()
  rmSync(folder, { recursive: true })
})

const open = async () => ({ use: session.use, close: async () => {} })

async function fileOf(recipe: object) {
  const home = mkdtempSync(join(folder, 'recipe-'))
  return readRecipe(writeRecipe(home, recipe, 'recipe', HIDDEN), {})
}

async function planOf(recipe: object) {
  const file = await fileOf(recipe)
  const looker: Looker = openLooker({ ...file, open, lanes: 1 })
  return { ...(await planReel({ ...file, looker })), looker }
}

test('quotas count what is seen, and the finished clips show it', async () => {
  const recipe = {
    count: 4,
    sources: [{ template: 'toys.json', seeds: [0, 14] }],
    quotas: [
      { where: { actors_seen: 'ball' }, count: 2 },
      { where: { kinds_seen: 'sphere', subject_area: { min: 0.03 } }, count: 1 },
    ],
  }
  const reel = join(folder, 'reel')
  const report = await runBatch({ ...(await fileOf(recipe)), reel, extend: false, lanes: 1, open })
  expect(report).toMatchObject({ done: 4, rejected: 0, failed: 0, left: 0, unfilled: [] })
  const plan = new Map(planIn(reel).map(({ id, labels }) => [id, labels]))
  expect(
    [...plan.values()].filter(({ actors_seen = [] }) => actors_seen.includes('ball')),
  ).toHaveLength(2)
  const rows = rowsIn(reel)
  // A caption tells of a ball where it is seen, and of none that is behind the wall.
  for (const { id, dense_caption, subject_area, luminance, motion_score } of rows) {
    const labels = plan.get(id) ?? {}
    expect(/\bball\b/.test(dense_caption)).toBe(labels['actors_seen']?.includes('ball'))
    // What was looked at before is what the clip came to be.
    expect([subject_area, luminance, motion_score].map(String)).toEqual([
      labels['subject_area'],
      labels['luminance'],
      labels['motion_score'],
    ])
  }
})

test('only clips that may fill such a cell are looked at', async () => {
  const none = await planOf({ count: 4, quotas: [{ where: { daytime: 'day' }, count: 2 }] })
  expect([none.clips.length, none.looker.looks]).toEqual([4, 0])
  const some = await planOf({
    sources: [{ template: 'toys.json', seeds: [0, 8] }],
    quotas: [{ where: { daytime: 'dusk', actors_seen: 'ball' }, count: 1 }],
  })
  expect(some.clips).toHaveLength(1)
  expect(some.clips[0]?.labels).toMatchObject({
    daytime: 'dusk',
    kinds_seen: ['box', 'ground', 'sphere'],
  })
  expect(some.looker.looks).toBeLessThan(some.tried)
})

test('a cell of what is never seen is named, and what gates refuse is not planned', async () => {
  const { clips, unfilled } = await planOf({
    count: 3,
    sources: [{ template: 'toys.json', seeds: [0, 8] }],
    quotas: [{ where: { actors_seen: 'ball', subject_area: { min: 0.9 } }, count: 1 }],
  })
  expect(clips).toHaveLength(2)
  expect(unfilled[0]).toEqual({
    cell: 'actors_seen ball, subject_area from 0.9',
    wanted: 1,
    got: 0,
  })
  const { refused } = await planOf({
    count: 1,
    sources: [{ template: 'toys.json', seeds: [0, 4] }],
    quotas: [{ where: { kinds_seen: 'sphere' }, count: 1 }],
    gates: { luminance: { max: 1 } },
  })
  expect(refused).toHaveLength(4)
  expect(refused[0]).toMatchObject({ stage: 'gate', reason: expect.stringMatching(/^luminance/) })
})

test('a range that is none is refused with its place', async () => {
  const where = { subject_area: { min: 0.5, max: 0.1 } }
  const file = writeRecipe(folder, { count: 1, quotas: [{ where, count: 1 }] }, 'wrong')
  const { code, err } = await call('plan', file, '--quick')
  expect([code, err]).toEqual([2, expect.stringContaining('quotas')])
})
