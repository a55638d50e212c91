import { getNodeValue } from 'jsonc-parser'
import { faultsOf } from '../problems/from-zod.ts'
import { duplicateKeys } from '../problems/keys.ts'
import { located } from '../problems/locate.ts'
import type { JsonPath } from '../problems/fault.ts'
import { didYouMean } from '../problems/nearest.ts'
import { SceneError } from '../problems/scene-error.ts'
import { sourceOf } from '../problems/syntax.ts'
import { folderOf, fragmentPath, PathFault } from './fragment-path.ts'
import { isObject, isOperator, type JsonObject } from './json.ts'
import { MAX_FRAGMENTS } from './limits.ts'
import { Params } from './params.ts'
import type { Template, TemplateFile, TemplateFiles } from './template.ts'
import { TemplateError, templateError, type Spot } from './template-error.ts'

const HEAD = ['params', 'let', 'expect'] as const
const FRAGMENT_KEYS = ['$schema', 'params', 'let', 'value']

/** Whether the JSON of a scene file leaves something to chance or to parameters. */
export function isTemplate(json: unknown): boolean {
  if (!isObject(json)) return false
  const { $schema: _, ...rest } = json
  return HEAD.some((key) => Object.hasOwn(json, key)) || holdsOperator(rest)
}

/** The same of a text; what is no JSON is none, for the reader of scenes to tell. */
export function isTemplateText(text: string): boolean {
  // Most scenes are told at a glance: nothing in them is called like that.
  if (!/"(\$(?!schema")|params"|let"|expect")/.test(text)) return false
  try {
    return isTemplate(getNodeValue(sourceOf(text.replace(/^\uFEFF/, ''), '').tree))
  } catch (error) {
    if (error instanceof SceneError) return false
    throw error
  }
}

/**
 * Reads a template and the fragments that it uses. Throws `TemplateError` (or `SceneError` where a text is no
 * JSON) for what is wrong before anything is drawn: parameters, and fragments that are missing, lie outside
 * the template's folder tree or use each other in a circle.
 * @param file what to call it in messages
 */
export function parseTemplate(text: string, file: string, files: TemplateFiles): Template {
  const own = read(text.replace(/^\uFEFF/, ''), file)
  const fragments = new Map<string, TemplateFile>()
  const folder = folderOf(file)
  const nameOf = (path: string) => (folder === '' ? path : `${folder}/${path}`)
  collect(own, '', { files, fragments, nameOf, chain: [file] })
  const parts = [...fragments.values()].map(({ path, source }) => [path, source.text] as const)
  // The template goes by its place, not by what it was called: its hash is of what it says.
  const texts = Object.fromEntries(
    [['', own.source.text] as const, ...parts].sort(([a], [b]) => (a < b ? -1 : 1)),
  )
  return { ...own, fragments, texts }
}

function read(text: string, file: string, path = file): TemplateFile {
  const source = sourceOf(text, file)
  const twice = duplicateKeys(source)
  if (twice.length > 0) throw new TemplateError(twice)
  // `sourceOf` lets objects pass only.
  const json = getNodeValue(source.tree) as JsonObject
  const given = json['params'] ?? {}
  const parsed = Params.safeParse(given, { error: () => '' })
  if (!parsed.success) {
    const faults = faultsOf(parsed.error.issues, Params, given)
    throw new TemplateError(
      located(
        source,
        faults.map((fault) => ({ ...fault, path: ['params', ...fault.path] })),
      ),
    )
  }
  return { path, source, json, params: parsed.data }
}

interface Collecting {
  files: TemplateFiles
  fragments: Map<string, TemplateFile>
  /** What a fragment is called in messages. */
  nameOf: (path: string) => string
  /** Files that use each other, down to this one. */
  chain: readonly string[]
}

/** Reads every fragment that a file uses, and those that they use. */
function collect(user: TemplateFile, folder: string, collecting: Collecting): void {
  const { files, fragments, chain, nameOf } = collecting
  for (const { path, file } of usesIn(user.json, [])) {
    const spot: Spot = { source: user.source, path }
    const target = pathOf(file, folder, spot)
    const start = chain.indexOf(target)
    if (start !== -1)
      throw templateError(spot, {
        wanted: `uses itself in a circle: ${[...chain.slice(start), target].join(' -> ')}`,
        got: null,
      })
    if (fragments.has(target)) continue
    if (fragments.size >= MAX_FRAGMENTS)
      throw templateError(spot, {
        wanted: `is one fragment too many: there may be ${MAX_FRAGMENTS}`,
      })
    const fragment = readFragment(target, nameOf(target), files, spot)
    collect(fragment, folderOf(target), { ...collecting, chain: [...chain, target] })
    fragments.set(target, fragment)
  }
}

function pathOf(file: string, folder: string, spot: Spot): string {
  try {
    return fragmentPath(file, folder)
  } catch (error) {
    if (!(error instanceof PathFault)) throw error
    throw templateError(spot, { wanted: error.message })
  }
}

function readFragment(path: string, name: string, files: TemplateFiles, spot: Spot): TemplateFile {
  const text = files.read(path)
  if (text === undefined) throw templateError(spot, { wanted: 'names no file that is there' })
  if (typeof text !== 'string') throw templateError(spot, { wanted: text.fault })
  const fragment = read(text.replace(/^\uFEFF/, ''), name, path)
  for (const key of Object.keys(fragment.json))
    if (!FRAGMENT_KEYS.includes(key)) {
      const hint = didYouMean(key, FRAGMENT_KEYS)
      throw new TemplateError(
        located(fragment.source, [
          {
            path: [key],
            point: 'key',
            wanted: 'is not a key of a fragment',
            hint: hint ?? 'a fragment holds `params`, `let` and `value`',
          },
        ]),
      )
    }
  if (Object.hasOwn(fragment.json, 'value')) return fragment
  throw templateError(
    { source: fragment.source, path: ['value'] },
    { point: 'parent', wanted: 'is missing: what stands where the fragment is used' },
  )
}

/** The files named by `$use`, and where. One that is no text is told when it is cast. */
function usesIn(value: unknown, path: JsonPath): { path: JsonPath; file: string }[] {
  if (Array.isArray(value)) return value.flatMap((one, i) => usesIn(one, [...path, i]))
  if (!isObject(value)) return []
  const args = value['$use']
  const file = isObject(args) ? args['file'] : args
  const at = isObject(args) ? [...path, '$use', 'file'] : [...path, '$use']
  const own = typeof file === 'string' ? [{ path: at, file }] : []
  return [...own, ...Object.entries(value).flatMap(([key, one]) => usesIn(one, [...path, key]))]
}

function holdsOperator(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(holdsOperator)
  return isOperator(value) || (isObject(value) && Object.values(value).some(holdsOperator))
}
