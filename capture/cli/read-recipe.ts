import { dirname, isAbsolute, join, parse } from 'node:path'
import type { Scene, Template } from '#scenes'
import { parseRecipe, type Recipe, type RecipeSource } from '../batch/recipe.ts'
import { readSources } from '../batch/read-sources.ts'
import type { Source } from '../batch/source.ts'
import { InputError } from '../errors.ts'
import type { ClipOptions } from '../options.ts'
import { nameFrom } from '../reel/name.ts'
import { readText, sceneIn } from './read-scene.ts'
import { paramsFor, templateIn } from './read-template.ts'

/** What a call may say of a recipe, or instead of one. */
export interface RecipeCall extends Pick<ClipOptions, 'profile' | 'size' | 'fps' | 'frames'> {
  count?: number | undefined
  param?: string[] | undefined
}

export interface RecipeFile {
  recipe: Recipe
  sources: Source[]
}

/** Reads a recipe with the files that it names; of a template or a scene, makes the recipe of it alone. */
export async function readRecipe(file: string, call: RecipeCall): Promise<RecipeFile> {
  const text = await readText(file)
  const { count, profile, size, fps, frames, param } = call
  const given = Object.fromEntries(
    Object.entries({ count, profile, size, fps, frames }).filter(([, one]) => one !== undefined),
  )
  if (/"sources"\s*:/.test(text)) {
    if (param)
      throw new InputError(`--param is for templates; ${file} is a recipe.`, {
        remedy: 'Write `params` into its sources.',
      })
    const recipe = { ...parseRecipe(text, file), ...given }
    const read = ({ template, scene = '' }: RecipeSource) =>
      whatIn(besides(file, template ?? scene), template === undefined ? 'scene' : 'template')
    return { recipe, sources: await readSources(recipe, read) }
  }
  const template = templateIn(text, file)
  const what = template ?? sceneIn(text, file)
  if (template && count === undefined)
    throw new InputError(`How many clips of ${file}?`, {
      remedy: 'Say it with --count, or name a recipe.',
    })
  const own = {
    version: 1,
    name: nameFrom(parse(file).name),
    count: 1,
    ...given,
    sources: [
      { [template ? 'template' : 'scene']: file, params: template && paramsFor(template, param) },
    ],
  }
  const recipe = parseRecipe(JSON.stringify(own), file)
  return { recipe, sources: await readSources(recipe, async () => what) }
}

/** A source's file is named from the recipe. */
function besides(recipe: string, file: string): string {
  return isAbsolute(file) ? file : join(dirname(recipe), file)
}

async function whatIn(file: string, wanted: 'scene' | 'template'): Promise<Template | Scene> {
  const text = await readText(file)
  const template = templateIn(text, file)
  if ((template ? 'template' : 'scene') === wanted) return template ?? sceneIn(text, file)
  throw new InputError(`${file} is a ${template ? 'template' : 'scene'}, not a ${wanted}.`, {
    remedy: `Name it as \`${template ? 'template' : 'scene'}\` in the recipe.`,
  })
}
