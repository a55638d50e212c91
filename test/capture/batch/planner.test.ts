import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { openSession } from '#capture'
import { openLooker } from '../../../capture/batch/looker.ts'
import { planReel } from '../../../capture/batch/planner.ts'
import { readRecipe } from '../../../capture/cli/read-recipe.ts'
import { call } from '../../helpers/cli.ts'
import { TOYS, writeRecipe } from './toys.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function planOf(recipe: object, toys: object = TOYS) {
  const file = await readRecipe(writeRecipe(folder, recipe, 'recipe', toys), {})
  const looker = openLooker({ ...file, open: () => openSession(), lanes: 1 })
  try {
    return await planReel({ ...file, looker })
  } finally {
    await looker.rest()
  }
}

type Planned = Awaited<ReturnType<typeof planOf>>['clips']
const by = (clips: Planned, key: (clip: Planned[number]) => unknown) => {
  const groups = new Map<unknown, Planned>()
  for (const clip of clips) groups.set(key(clip), [...(groups.get(key(clip)) ?? []), clip])
  return [...groups.values()]
}
const countOf = (clips: Planned, label: string, word: string) =>
  clips.filter(({ labels }) => [labels[label] ?? []].flat().includes(word)).length

describe('the planner', () => {
  test('without quotas takes the seeds as they come', async () => {
    const { clips, unfilled } = await planOf({
      count: 5,
      sources: [{ template: 'toys.json', seeds: [10, 20] }],
    })
    expect(clips.map(({ seed }) => seed)).toEqual([10, 11, 12, 13, 14])
    expect(clips.map(({ index }) => index)).toEqual([0, 1, 2, 3, 4])
    expect(new Set(clips.map(({ id }) => id)).size).toBe(5)
    expect(unfilled).toEqual([])
  })

  test('fills every cell exactly, the same at every call', async () => {
    const recipe = {
      count: 12,
      quotas: [
        { ratio: { daytime: { day: 1, dusk: 1 } } },
        { where: { camera_motion: 'pan left' }, count: 5 },
        { where: { camera_motion: 'pan_right' }, share: 0.25 },
      ],
    }
    const { clips, unfilled } = await planOf(recipe)
    expect(clips).toHaveLength(12)
    expect(countOf(clips, 'daytime', 'day')).toBe(6)
    expect(countOf(clips, 'daytime', 'dusk')).toBe(6)
    expect(countOf(clips, 'camera_motion', 'pan left')).toBe(5)
    expect(countOf(clips, 'camera_motion', 'pan right')).toBe(3)
    expect(unfilled).toEqual([])
    expect((await planOf(recipe)).clips).toEqual(clips)
  })

  test('without a count takes as few clips as fill the cells', async () => {
    const { clips } = await planOf({
      quotas: [
        { where: { daytime: 'dusk' }, count: 3 },
        { where: { camera_motion: 'pan left' }, count: 3 },
      ],
    })
    expect(clips).toHaveLength(3)
  })

  test('names cells that cannot be filled, and fills the others', async () => {
    const { clips, unfilled } = await planOf({
      count: 4,
      sources: [{ template: 'toys.json', seeds: [0, 40] }],
      quotas: [{ where: { camera_motion: 'zoom in' }, count: 1 }],
    })
    expect(clips).toHaveLength(3)
    expect(unfilled).toEqual([
      { cell: 'camera_motion zoom in', wanted: 1, got: 0 },
      { cell: 'clips of toys', wanted: 4, got: 3 },
    ])
  })

  test('divides by weight and by split, groups whole', async () => {
    const { clips } = await planOf({
      count: 20,
      sources: [
        { template: 'toys.json', name: 'many', weight: 3, camera: 'all' },
        { template: 'toys.json', name: 'few', params: { radius: 0.3 }, camera: 'all' },
      ],
      splits: { train: 0.5, validation: 0.5 },
    })
    expect(countOf(clips, 'source', 'many')).toBe(14)
    expect(countOf(clips, 'source', 'few')).toBe(4)
    for (const siblings of by(clips, ({ group }) => group)) {
      expect(siblings.map(({ camera }) => camera)).toEqual(['main', 'side'])
      expect(new Set(siblings.map(({ split, slot }) => `${split} ${slot}`)).size).toBe(1)
    }
    expect(new Set(clips.map(({ split }) => split))).toEqual(new Set(['train', 'validation']))
  })

  test('gives siblings that differ in one domain', async () => {
    const { clips } = await planOf({ count: 6, pairs: [{ vary: ['light'] }] })
    for (const siblings of by(clips, ({ slot }) => slot)) {
      const [one, other] = siblings
      expect(other?.group).toBe(one?.group)
      expect(other?.vary?.domains).toEqual(['light'])
      expect(other?.labels['choices.actors/ball/material/color']).toBe(
        one?.labels['choices.actors/ball/material/color'],
      )
    }
  })
})

test('plan tells clips, labels and what is missing, and the schema of recipes is there', async () => {
  const file = writeRecipe(folder, {
    count: 3,
    sources: [{ template: 'toys.json', seeds: [0, 30] }],
    quotas: [{ where: { daytime: 'night' }, count: 1 }],
  })
  const { code, out } = await call('plan', file, '--quick', '--json')
  expect(code).toBe(1)
  expect(JSON.parse(out)).toMatchObject({
    ...{ name: 'recipe', clips: 2, estimate: null, splits: { train: 2 } },
    unfilled: [{ cell: 'daytime night', wanted: 1, got: 0 }, { cell: 'clips of toys' }],
    labels: { scene_type: { none: 2 } },
  })
  const schema = await call('schema', '--of', 'recipe')
  expect(JSON.parse(schema.out)).toMatchObject({ title: 'groundreel recipe', type: 'object' })
})

test('a template is a recipe with a count', async () => {
  writeRecipe(folder, {})
  const toys = join(folder, 'toys.json')
  const { recipe } = await readRecipe(toys, { count: 2, size: '96x64', param: ['radius=0.3'] })
  expect(recipe).toMatchObject({ name: 'toys', count: 2, size: '96x64' })
  expect(recipe.sources[0]?.params).toEqual({ radius: 0.3 })
  const { code, err } = await call('plan', toys, '--quick')
  expect(err).toMatch(/How many clips .*\n.*--count/)
  expect(code).toBe(2)
})
