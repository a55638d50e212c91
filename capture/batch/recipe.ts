import { z } from 'zod'
import { DOMAINS, type Fault, type Format, PROFILE_NAMES, readAs } from '#scenes'
import { TRUTH_PASSES } from '../passes/formats.ts'
import { Name } from '../reel/name.ts'
import { Gates } from './gates.ts'
import { Quota } from './quota.ts'

const Seed = z
  .int()
  .min(0)
  .max(2 ** 32)

const Count = z.int().min(1).max(10_000_000)

/** Where clips come from: seeds of a template, or one scene. */
const Source = z
  .strictObject({
    template: z.string().min(1).optional().describe('File of a template, from the recipe.'),
    scene: z.string().min(1).optional().describe('File of a scene instead: one clip a camera.'),
    name: Name.optional().describe("What it is called; default is the file's name."),
    count: Count.optional().describe('Clips of it.'),
    weight: z.number().min(0).optional().describe('Its part of the clips not counted; default 1.'),
    seeds: z
      .tuple([Seed, Seed])
      .optional()
      .describe("Seeds `[from, to)` to take; default is from the recipe's seed on."),
    params: z.record(z.string(), z.unknown()).default({}).describe('Parameters of the template.'),
    camera: z
      .string()
      .min(1)
      .optional()
      .describe('Id of the camera; default is the first. `all` gives a clip of each, in a group.'),
  })
  .superRefine(({ template, scene, seeds, count, weight }, context) => {
    const refuse = (message: string, ...path: string[]) =>
      context.addIssue({ code: 'custom', message, path })
    if ((template === undefined) === (scene === undefined))
      refuse('must name a `template` or a `scene`, one of them')
    if (scene !== undefined && seeds) refuse('is for templates: a scene has no seeds', 'seeds')
    if (seeds && seeds[0] >= seeds[1]) refuse('must be `[from, to)` with to beyond from', 'seeds')
    if (count !== undefined && weight !== undefined)
      refuse('has no meaning beside `count`', 'weight')
  })
  .meta({ examples: [{ template: 'templates/dominoes.json', count: 100 }] })

/** Siblings: the same scene again with one thing drawn anew. */
const Pair = z.strictObject({
  vary: z.array(z.enum(DOMAINS)).min(1).describe('What alone is drawn anew.'),
  count: z.int().min(1).max(32).default(1).describe('Siblings of each clip.'),
})

/** recipe.json: which clips a reel is to hold. */
export const Recipe = z.strictObject({
  $schema: z.string().optional().describe('For editors.'),
  version: z.literal(1).describe('Of this format.'),
  name: Name.describe('What the reel is called.'),
  licence: z.string().min(1).optional().describe('Under which its clips may be used.'),
  seed: Seed.default(0).describe(
    'Where the seeds of sources begin that name none; another one also gives other siblings and splits.',
  ),
  sources: z.array(Source).min(1).max(1000).describe('Templates and scenes.'),
  count: Count.optional().describe(
    'Clips in all, those of the sources counted; without any count, as few as fill the quotas.',
  ),
  quotas: z
    .array(Quota)
    .max(1000)
    .default([])
    .describe('How many clips show what, of those that are accepted.'),
  profile: z.enum(PROFILE_NAMES).optional().describe("Size, rate and length; default the scene's."),
  size: z
    .string()
    .regex(/^\d+x\d+$/, 'must be width x height, such as 832x480')
    .meta({ examples: ['832x480'] })
    .optional()
    .describe('Width x height in pixels instead.'),
  fps: z.int().min(1).max(120).optional().describe('Frames per second instead.'),
  frames: z.int().min(1).max(7200).optional().describe('Frames of a clip instead.'),
  passes: z.array(z.enum(TRUTH_PASSES)).default([]).describe('Ground truth to keep.'),
  previews: z.boolean().default(false).describe('Also a video of each pass for control models.'),
  negatives: z.boolean().default(false).describe('Also captions proven false by one claim.'),
  crf: z.int().min(0).max(51).default(14).describe('x264 quality: lower is better and bigger.'),
  splits: z
    .record(z.string().regex(/^[a-z]{1,20}$/, 'must be a word'), z.number().min(0).max(1))
    .default({ train: 1 })
    .meta({ examples: [{ train: 0.9, val: 0.1 }] })
    .describe('Share of each split; a group is never divided between two.'),
  gates: Gates.prefault({}).describe('What a clip must be to be accepted.'),
  pairs: z.array(Pair).max(16).default([]).describe('Siblings to give each clip, in its group.'),
})
export type Recipe = z.infer<typeof Recipe>
export type RecipeSource = Recipe['sources'][number]

/** What `explain --of recipe` explains. */
export const RECIPE_FORMAT: Format = { name: 'recipe', schema: Recipe }

/** The format of recipes for editors: Draft 7, as that of scenes. */
export function recipeJsonSchema(): object {
  return {
    ...z.toJSONSchema(Recipe, { io: 'input', target: 'draft-7' }),
    title: 'groundreel recipe',
  }
}

/** Reads a recipe (JSONC). Throws `SceneError` with every problem and its place. */
export function parseRecipe(text: string, file: string): Recipe {
  return readAs(text, file, Recipe, faultsIn)
}

function faultsIn({ sources, count, quotas, splits, pairs }: Recipe): Fault[] {
  const faults: Fault[] = []
  const names = new Map<string, number>()
  for (const [i, source] of sources.entries()) {
    const name = nameOf(source)
    const twin = names.get(name)
    if (twin !== undefined)
      faults.push({
        path: ['sources', i],
        wanted: `is called \`${name}\` like sources[${twin}]`,
        hint: 'give one a `name`',
        got: null,
      })
    names.set(name, i)
    if (source.scene !== undefined && pairs.some(({ vary }) => vary.length > 0))
      faults.push({ path: ['sources', i, 'scene'], wanted: 'has no siblings: it leaves no chance' })
  }
  const counted = sources.reduce((sum, one) => sum + (one.count ?? 0), 0)
  const isTotal = count !== undefined || sources.every((one) => one.count !== undefined)
  const total = count ?? counted
  if (count !== undefined && counted > count)
    faults.push({ path: ['count'], wanted: `must be at least the ${counted} of the sources` })
  for (const [i, { share, ratio }] of quotas.entries())
    if (!isTotal && (share !== undefined || ratio))
      faults.push({
        path: ['quotas', i],
        wanted: 'is a part of the reel: say with `count` how many clips it has',
        got: null,
      })
  for (const [i, quota] of quotas.entries())
    if (isTotal && (quota.count ?? 0) > total)
      faults.push({
        path: ['quotas', i, 'count'],
        wanted: `must be at most ${total}, for so many clips has the reel`,
      })
  if (!isTotal && !quotas.some((one) => one.count !== undefined))
    faults.push({
      path: ['count'],
      point: 'parent',
      wanted: 'is missing: how many clips the reel has, or a `count` in each source',
      got: null,
    })
  const sum = Object.values(splits).reduce((all, part) => all + part, 0)
  if (Math.abs(sum - 1) > 1e-6)
    faults.push({ path: ['splits'], wanted: 'must add up to 1', got: String(sum) })
  return faults
}

/** What a source is called in plans and reports. */
export function nameOf({ name, template, scene = '' }: RecipeSource): string {
  return name ?? baseName(template ?? scene)
}

function baseName(file: string): string {
  return file.replace(/^.*[/\\]/, '').replace(/\.[^.]*$/, '')
}
