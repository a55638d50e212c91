import { describe, expect, test } from 'vitest'
import { explainIn, knownPaths, SceneError, UnknownPathError } from '#scenes'
import { divide } from '../../../capture/batch/quota.ts'
import { parseRecipe, RECIPE_FORMAT } from '../../../capture/batch/recipe.ts'
import { shardOf } from '../../../capture/batch/shard.ts'
import { splitOf } from '../../../capture/batch/candidate.ts'

const GOOD = { version: 1, name: 'reel', sources: [{ template: 'toys.json' }], count: 10 }

/** The lines of the error that a recipe gives. */
function told(recipe: object | string): string[] {
  const text = typeof recipe === 'string' ? recipe : JSON.stringify({ ...GOOD, ...recipe })
  try {
    parseRecipe(text, 'recipe.json')
  } catch (error) {
    if (error instanceof SceneError) return error.message.split('\n')
    throw error
  }
  return []
}

describe('a recipe', () => {
  test('has defaults for all but its name and sources', () => {
    const { splits, gates, quotas, pairs, crf } = parseRecipe(JSON.stringify(GOOD), 'recipe.json')
    expect({ splits, gates, quotas, pairs, crf }).toEqual({
      ...{ splits: { train: 1 }, gates: {}, quotas: [], pairs: [], crf: 14 },
    })
  })

  test('is explained: every place has its sentence and an example, and the example of the whole is one', () => {
    const paths = knownPaths(RECIPE_FORMAT)
    expect(paths).toEqual(
      expect.arrayContaining(['sources.template', 'quotas.where', 'gates.luminance.min', 'pairs']),
    )
    for (const path of paths) {
      const { doc, example } = explainIn(RECIPE_FORMAT, path)
      expect(doc, path).toMatch(/\w.*\.$/)
      expect(example, path).toBeDefined()
    }
    const { example } = explainIn(RECIPE_FORMAT, '')
    expect(parseRecipe(JSON.stringify(example), 'example.json').sources).toHaveLength(1)
    expect(() => explainIn(RECIPE_FORMAT, 'quota')).toThrow(UnknownPathError)
    expect(() => explainIn(RECIPE_FORMAT, 'quota')).toThrow(
      'the recipe format has no `quota`; did you mean `quotas`?',
    )
  })

  test('that is wrong is told with its place', () => {
    const text = '{\n  "version": 1, // a reel\n  "name": "reel",\n  "count": 5,\n  "sorces": []\n}'
    expect(told(text)).toEqual([
      'recipe.json:5:3: sorces is not a key that exists here; did you mean `sources`?',
    ])
  })

  test.each([
    [{ sources: [{}] }, /sources\[0\] must name a `template` or a `scene`/],
    [{ sources: [{ scene: 'a.json', seeds: [0, 4] }] }, /seeds is for templates/],
    [{ sources: [{ template: 'a.json', seeds: [4, 4] }] }, /seeds must be `\[from, to\)`/],
    [
      { sources: [{ template: 'a.json' }, { template: 'b/a.json' }] },
      /is called `a` like sources\[0\]/,
    ],
    [{ count: 3, sources: [{ template: 'a.json', count: 4 }] }, /count must be at least the 4/],
    [{ quotas: [{ count: 2 }] }, /quotas\[0\] must say of which clips: `where`/],
    [{ quotas: [{ where: { daytime: 'day' } }] }, /must say how many/],
    [{ quotas: [{ where: { daytime: 'day' }, count: 11 }] }, /count must be at most 10/],
    [
      { count: undefined, quotas: [{ where: { daytime: 'day' }, share: 0.5 }] },
      /is a part of the reel/,
    ],
    [{ count: undefined }, /count is missing/],
    [{ splits: { train: 0.5, test: 0.4 } }, /splits must add up to 1 \(got 0.9\)/],
    [{ gates: { brightness: { min: 3 } } }, /brightness is not a key/],
    [{ passes: ['deph'] }, /passes\[0\] must be .*did you mean `depth`/],
  ])('%j is refused', (recipe, words) => {
    expect(told(recipe).join('\n')).toMatch(words)
  })
})

test('parts add up to the whole', () => {
  expect(divide(10, [1, 1, 1])).toEqual([4, 3, 3])
  expect(divide(7, [3, 1])).toEqual([5, 2])
  expect(divide(0, [2, 2])).toEqual([0, 0])
})

test('splits have about their share of groups, and a group always the same', () => {
  const recipe = { seed: 0, splits: { train: 0.9, validation: 0.1 } }
  const groups = Array.from({ length: 2000 }, (_, i) => `group-${i}`)
  const own = groups.filter((group) => splitOf(group, recipe) === 'validation')
  expect(own.length / groups.length).toBeGreaterThan(0.08)
  expect(own.length / groups.length).toBeLessThan(0.12)
  expect(own.every((group) => splitOf(group, recipe) === 'validation')).toBe(true)
})

describe('a shard', () => {
  test.each([
    ['1/4', {}, { index: 1, count: 4 }],
    [
      'auto',
      { SLURM_ARRAY_TASK_ID: '7', SLURM_ARRAY_TASK_COUNT: '4', SLURM_ARRAY_TASK_MIN: '5' },
      { index: 2, count: 4 },
    ],
    [
      'auto',
      { AWS_BATCH_JOB_ARRAY_INDEX: '0', AWS_BATCH_JOB_ARRAY_SIZE: '2' },
      { index: 0, count: 2 },
    ],
    ['auto', { JOB_COMPLETION_INDEX: '1', JOB_COMPLETIONS: '3' }, { index: 1, count: 3 }],
  ])('%s with %j', (text, env, shard) => {
    expect(shardOf(text, env)).toEqual(shard)
  })

  test.each([
    ['4/4', {}, /is no shard/],
    ['auto', {}, /finds no array of jobs/],
    ['auto', { JOB_COMPLETION_INDEX: '1' }, /JOB_COMPLETIONS: of how many/],
    [
      'auto',
      { SLURM_ARRAY_TASK_ID: '9', SLURM_ARRAY_TASK_COUNT: '4' },
      /Slurm says .* is no shard/,
    ],
  ])('%s with %j is refused', (text, env, words) => {
    expect(() => shardOf(text, env)).toThrow(words)
  })
})
