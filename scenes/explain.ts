import type { z } from 'zod'
import { distance } from 'fastest-levenshtein'
import { exampleOf } from './docs/example.ts'
import { choicesOf, rangeWords, typeWords } from './docs/type-words.ts'
import { bare, fieldsOf, formsOf, itemOf, kindOf } from './docs/walk.ts'
import { jsonSchemaOf, resolved } from './json-schema.ts'
import { Scene } from './schema/scene.ts'
import { explainOperator, nearestOperator } from './template/explain-operator.ts'
import { TemplateHead } from './template/head.ts'

/** What there is to know about one place of the scene format. */
export interface Explanation {
  /** As it should be written: `actors.sphere.radius`. */
  path: string
  doc: string
  /** `a number from 0.001 to 10000` */
  type: string
  range?: string
  /** What it is when left out; undefined where it must be given or its absence means something. */
  default?: unknown
  /** The words that may stand there. */
  choices?: string[]
  /** Accepted as it is by `parseScene` at that place. */
  example: unknown
  children: { name: string; doc: string }[]
}

/** A format in JSON whose places can be explained. */
export interface Format {
  /** As it is called in errors. */
  name: string
  schema: z.core.$ZodType
}

const SCENE: Format = { name: 'scene', schema: Scene }

/** A path that leads nowhere in a format. */
export class UnknownPathError extends Error {
  readonly nearest: string

  constructor(path: string, near: string, { name }: Format = SCENE) {
    super(`the ${name} format has no \`${path}\`; did you mean \`${near}\`?`)
    this.name = 'UnknownPathError'
    this.nearest = near
  }
}

/**
 * Explains a place of the scene format: `world.sun.elevation`, `cameras`, `actors.sphere.radius`, or with
 * `*` what all kinds share: `actors.*.motion.path.speed`; `$pick` and the other operators of templates, and their
 * `params`, `let` and `expect`. Indices are welcome: `actors[3].radius`. The
 * empty path is the scene. Throws `UnknownPathError` with the nearest valid path.
 */
export function explain(path: string): Explanation {
  if (path.startsWith('$') && path !== '$schema') {
    const found = explainOperator(path)
    if (!found) throw new UnknownPathError(path, nearestOperator(path))
    return found
  }
  return explainIn(SCENE, path, [TemplateHead])
}

/** As `explain`, of another format; `beside` is what may stand at its top as well. */
export function explainIn(
  format: Format,
  path: string,
  beside: readonly z.core.$ZodType[] = [],
): Explanation {
  const steps = path
    .replace(/\[\d+\]/g, '')
    .split('.')
    .filter((step) => step !== '')
  let forms = steps.length > 0 ? [format.schema, ...beside] : [format.schema]
  for (const step of steps) {
    forms = forms.flatMap((form) => stepInto(form, step))
    if (forms.length === 0)
      throw new UnknownPathError(path, nearestPath(format, steps.join('.')), format)
  }
  const [schema] = forms as [z.core.$ZodType]
  const own = documented(schema)
  const range = rangeWords(schema)
  const choices = [...choicesOf(schema), ...kindsIn(schema).map(({ name }) => name)]
  return {
    path: steps.join('.'),
    doc: own.description ?? '',
    type: typeWords(schema),
    ...(range !== undefined && { range }),
    ...(own.default !== undefined && { default: own.default }),
    ...(choices.length > 0 && { choices }),
    example: exampleOf(schema),
    children: childrenOf(schema),
  }
}

/** Every path that a format knows; groups in groups and the like are not opened twice. */
export function knownPaths({ schema }: Format = SCENE): string[] {
  const open = (schema: z.core.$ZodType, path: string, seen: z.core.$ZodType[]): string[] => {
    const inner = itemOf(schema) ?? bare(schema)
    if (seen.includes(bare(inner))) return [path]
    return [
      path,
      ...namesIn(schema).flatMap((name) =>
        stepInto(schema, name)
          .slice(0, 1)
          .flatMap((child) =>
            open(child, path === '' ? name : `${path}.${name}`, [...seen, bare(inner)]),
          ),
      ),
    ]
  }
  return open(schema, '', []).slice(1)
}

/** The forms that a step leads to: a kind of what stands here, `*` for all kinds, or a key. */
function stepInto(schema: z.core.$ZodType, step: string): z.core.$ZodType[] {
  const forms = formsOf(itemOf(schema) ?? schema)
  if (forms.length > 1) {
    if (step === '*') return forms
    const kind = forms.filter((form) => kindOf(form) === step)
    if (kind.length > 0) return kind
  }
  return forms.flatMap((form) =>
    fieldsOf(form)
      .filter(([key]) => key === step)
      .map(([, field]) => field),
  )
}

/** The steps that lead on from a schema. */
function namesIn(schema: z.core.$ZodType): string[] {
  const item = itemOf(schema) ?? schema
  const forms = formsOf(item)
  return forms.length > 1
    ? forms.map((form) => kindOf(form) ?? '')
    : fieldsOf(item).map(([name]) => name)
}

function childrenOf(schema: z.core.$ZodType): { name: string; doc: string }[] {
  const kinds = kindsIn(schema)
  if (kinds.length > 0) return kinds
  return fieldsOf(itemOf(schema) ?? schema).map(([name, field]) => ({
    name,
    doc: documented(field).description ?? '',
  }))
}

function kindsIn(schema: z.core.$ZodType): { name: string; doc: string }[] {
  const forms = formsOf(itemOf(schema) ?? schema)
  if (forms.length < 2) return []
  return forms.map((form) => ({
    name: kindOf(form) ?? '',
    doc: documented(form).description ?? '',
  }))
}

function documented(schema: z.core.$ZodType) {
  const root = jsonSchemaOf(schema)
  return resolved(root, root)
}

/** A path that ends like the wrong one comes first (`sphere.radius`), then the one of fewest changed letters. */
function nearestPath(format: Format, wrong: string): string {
  const [best] = knownPaths(format)
    .map((path) => ({ path, off: path.endsWith(`.${wrong}`) ? 0 : distance(path, wrong) }))
    .sort((a, b) => a.off - b.off || a.path.length - b.path.length)
  return best?.path ?? ''
}
