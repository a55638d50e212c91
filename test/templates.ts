import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { templateFiles } from '#capture'
import { cast, parseTemplate, shoot, type Cast, type Template } from '#scenes'
import { loadPhysics } from '#scenes/physics'
import { root } from './examples.ts'

const folder = join(root, 'scenes/templates')

/** Every template by name. */
export const TEMPLATES = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((name) => name.replace(/\.json$/, ''))

/** Those of them whose stories are told by physics. */
export const MACHINES = TEMPLATES.filter((name) => !['starter', 'toys'].includes(name))

export function template(name: string): Template {
  const file = join(folder, `${name}.json`)
  return parseTemplate(readFileSync(file, 'utf8'), file, templateFiles(file))
}

/** Throws `CastError` when no try of the seed comes together. */
export async function castOf(of: Template, seed: number): Promise<Cast> {
  const physics = await loadPhysics()
  return cast(of, seed, {}, { shoot: (scene) => shoot(scene, physics) })
}
