import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, type Session } from '#capture'
import { coverReel } from '../../../capture/batch/cover-reel.ts'
import { readRecipe } from '../../../capture/cli/read-recipe.ts'
import { call } from '../../helpers/cli.ts'
import { faultsOfReel, planIn, rowsIn } from './reel-checks.ts'
import { TOYS, writeRecipe } from './toys.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-coverage-'))

let session: Session
beforeAll(async () => {
  session = await openSession()
})
afterAll(async () => {
  await session?.close()
  rmSync(folder, { recursive: true })
})

async function cover(name: string, recipe: object, toys: object = TOYS) {
  const home = mkdtempSync(join(folder, 'recipe-'))
  const reel = join(folder, name)
  const report = await coverReel(
    {
      ...(await readRecipe(writeRecipe(home, recipe, 'recipe', toys), {})),
      ...{ reel, extend: false, lanes: 1 },
      open: async () => ({ use: session.use, close: async () => {} }),
    },
    1,
  )
  return { reel, report }
}

test('a reel of one clip grows until it shows all that its template gives, and no further', async () => {
  const { reel, report } = await cover('grown', { count: 1 })
  expect(report.coverage?.lacking).toEqual([])
  const rows = rowsIn(reel)
  // Still, left and right, by day and at dusk: three clips show one each, and one is more than was asked for.
  expect(new Set(rows.flatMap(({ camera_motion }) => camera_motion))).toEqual(
    new Set(['static', 'pan left', 'pan right']),
  )
  const labels = planIn(reel).map((clip) => clip.labels)
  expect(new Set(labels.map(({ daytime }) => daytime))).toEqual(new Set(['day', 'dusk']))
  expect(new Set(labels.flatMap(({ weather = [] }) => weather))).toEqual(
    new Set(['clear', 'cloudy']),
  )
  expect(report.added).toBe(rows.length - 1)
  expect(rows.length).toBeLessThan(8)
  expect(await faultsOfReel(reel)).toMatchObject({ lost: [], duplicated: [], drafts: [] })
})

test('what no clip comes to show is told after so many rounds', async () => {
  // At this elevation all clips of the evening are black, and no stage accepts them.
  const black = {
    sun: { strength: 0, elevation: 2 },
    sky: { kind: 'studio', strength: 0, color: '#000000', horizon: '#000000' },
  }
  const { report } = await cover(
    'black',
    { count: 1, sources: [{ template: 'toys.json', seeds: [0, 10] }] },
    { ...TOYS, world: { $pick: [{ sun: { elevation: 40 } }, black] } },
  )
  expect(report.coverage?.lacking).toEqual(
    expect.arrayContaining(['daytime dusk', 'source toys + daytime dusk', 'weather studio']),
  )
  expect(report.coverage?.lacking).not.toContain('daytime day')
})

test('shards do not see the whole', async () => {
  const recipe = writeRecipe(folder, { count: 1 })
  const { code, err } = await call('batch', recipe, '--until', 'coverage', '--shard', '0/2')
  expect([code, err]).toEqual([2, expect.stringContaining('--until looks at the whole reel')])
})
