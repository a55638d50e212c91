import {
  type Cast,
  isTemplateText,
  paramFromText,
  parseTemplate,
  type Scene,
  type Template,
} from '#scenes'
import { InputError } from '../errors.ts'
import type { TemplateOptions } from '../options.ts'
import { castTemplate } from '../template/cast-template.ts'
import { recordOf, type TemplateRecord } from '../template/record.ts'
import { templateFiles } from '../template/template-files.ts'
import { readText, sceneIn } from './read-scene.ts'

/** A scene, and how it came out of a template if its file is one. */
export interface CastFile {
  scene: Scene
  template?: TemplateRecord
}

/**
 * Reads the scene that a call means: a scene file itself, or a template cast with the call's seed and
 * parameters. Throws `InputError` for a seed on a scene that leaves nothing to chance.
 */
export async function readCast(file: string, options: TemplateOptions): Promise<CastFile> {
  const text = await readText(file)
  if (!isTemplateText(text)) {
    refuseOptions(file, options)
    return { scene: sceneIn(text, file) }
  }
  const template = parseTemplate(text, file, templateFiles(file))
  const made = await castFor(template, options)
  return { scene: made.scene, template: recordOf(template, made) }
}

/** The template of a file; undefined for a scene. */
export function templateIn(text: string, file: string): Template | undefined {
  return isTemplateText(text) ? parseTemplate(text, file, templateFiles(file)) : undefined
}

/** Casts a template as a call wants it. */
export async function castFor(template: Template, options: TemplateOptions): Promise<Cast> {
  const { seed = 0, base, vary, param } = options
  if (base !== undefined && !vary)
    throw new InputError('--base is for --vary: it has no meaning alone.')
  return castTemplate(template, {
    seed: vary ? (base ?? 0) : seed,
    vary: vary && { domains: vary, seed },
    params: paramsFor(template, param),
  })
}

/** What belongs to templates has no meaning for a scene. */
export function refuseOptions(file: string, given: object): void {
  const [name] = Object.entries(given)
    .filter(([key, value]) => value !== undefined && templateFlags.includes(key))
    .map(([key]) => key)
  if (name === undefined) return
  throw new InputError(
    `${file} is a scene, not a template: --${name} has no meaning, for it leaves nothing to chance.`,
    { remedy: `Leave --${name} out, or name a template.` },
  )
}

const templateFlags = ['seed', 'seeds', 'param', 'vary', 'base']

/** `count=7` and the like. A comma splits a list of them, but not the value `[0,1,2]`. */
export function paramsFor(
  { params }: Template,
  given: readonly string[] = [],
): Record<string, unknown> {
  const whole: string[] = []
  for (const piece of given) {
    if (piece.includes('=') || whole.length === 0) whole.push(piece)
    else whole.push(`${whole.pop()},${piece}`)
  }
  return Object.fromEntries(
    whole.map((text) => {
      const at = text.indexOf('=')
      if (at < 1) throw new InputError(`--param takes name=value (got "${text}").`)
      const name = text.slice(0, at)
      const param = Object.hasOwn(params, name) ? params[name] : undefined
      return [name, paramFromText(param, text.slice(at + 1))]
    }),
  )
}
