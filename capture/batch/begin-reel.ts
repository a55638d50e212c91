import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LOOK_VERSION } from '../clip/clip-id.ts'
import { InputError } from '../errors.ts'
import { REEL_FILE } from '../reel/layout.ts'
import { newReel, readReelFile, reelText } from '../reel/reel-file.ts'
import type { PlannedClip } from './planned.ts'
import { Recipe } from './recipe.ts'
import type { Source } from './source.ts'
import { writeWhole } from './write-whole.ts'

export interface ReelCall {
  reel: string
  recipe: Recipe
  sources: readonly Source[]
  /** Whether the reel may get another recipe. */
  extend: boolean
}

/**
 * Begins a reel, or finds that it is of this recipe. Throws an InputError that says what differs, unless it is to be
 * extended; tells whether it is.
 */
export async function beginReel(
  { reel, recipe, sources, extend }: ReelCall,
  planned: readonly PlannedClip[],
): Promise<{ isExtended: boolean }> {
  const isThere = existsSync(join(reel, REEL_FILE))
  const before = isThere ? await readReelFile(reel) : undefined
  const differences = before ? differencesOf(before.recipe, { recipe, sources, planned }) : []
  if (differences.length > 0 && !extend)
    throw new InputError(
      `${reel} holds a reel of another recipe:\n${differences.map((one) => `  ${one}`).join('\n')}`,
      { remedy: 'Name another folder with --out, or add what is missing with --extend.' },
    )
  if (!before || differences.length > 0) {
    const { $schema: _, ...own } = recipe
    const { name, licence } = recipe
    const file = { ...newReel({ name, ...(licence && { licence }), recipe: own }, LOOK_VERSION) }
    await writeWhole(
      join(reel, REEL_FILE),
      reelText(before ? { ...file, versions: before.versions } : file),
    )
  }
  return { isExtended: differences.length > 0 }
}

function differencesOf(
  stored: unknown,
  {
    recipe,
    sources,
    planned,
  }: { recipe: Recipe; sources: readonly Source[]; planned: readonly PlannedClip[] },
): string[] {
  const before = Recipe.safeParse(stored)
  if (!before.success) return ['it was not made by a recipe of this version']
  const hashes = new Map(planned.map(({ source, hash }) => [source, hash]))
  const changed = sources.flatMap(({ name, hash }) => {
    const known = hashes.get(name)
    return known === undefined || known === hash ? [] : [`the file of source ${name} has changed`]
  })
  return [...differing(placeless(before.data), placeless(recipe), ''), ...changed]
}

/** Where the files lie does not matter, what they hold does. */
function placeless({ $schema: _schema, sources, ...recipe }: Recipe): unknown {
  return { ...recipe, sources: sources.map(({ template: __, scene: ___, ...source }) => source) }
}

/** `count: 10 -> 20`, for every place that differs. */
function differing(before: unknown, now: unknown, path: string): string[] {
  if (JSON.stringify(before) === JSON.stringify(now)) return []
  if (!isHolder(before) || !isHolder(now) || Array.isArray(before) !== Array.isArray(now))
    return [`${path}: ${said(before)} -> ${said(now)}`]
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])]
  return keys.flatMap((key) => {
    const step = Array.isArray(before) ? `[${key}]` : path === '' ? key : `.${key}`
    return differing(before[key], now[key], path + step)
  })
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function said(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length <= 60 ? text : `${text.slice(0, 56)}...`
}
