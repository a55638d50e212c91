import type { z } from 'zod'
import { choicesOf, rangeWords, typeWords } from '../docs/type-words.ts'
import { fieldsOf, kindOf, schemaAt } from '../docs/walk.ts'
import { MOST_FAULTS, valueAt, type Fault, type JsonPath } from './fault.ts'
import { didYouMean, nearest } from './nearest.ts'

type Issue = z.core.$ZodIssue

/** Choices that still read well in one line. */
const CHOICES_SAID = 16

/**
 * What zod found, in our words. Parse with `error: () => ''`, so that only messages that the schema's
 * author wrote are left in the issues: those are kept, zod's own are replaced.
 */
export function faultsOf(
  issues: readonly Issue[],
  schema: z.core.$ZodType,
  json: unknown,
): Fault[] {
  return issues.slice(0, MOST_FAULTS).flatMap((issue) => faultsOfIssue(issue, schema, json))
}

function faultsOfIssue(issue: Issue, root: z.core.$ZodType, json: unknown): Fault[] {
  // Symbols never occur in paths of what was JSON.
  const path = issue.path as JsonPath
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MOST_FAULTS).map((key) => unknownKey([...path, key], root, json))
  if (issue.code === 'invalid_key') return [wrongKey(issue, path)]
  const parent = valueAt(json, path.slice(0, -1))
  if (
    path.length > 0 &&
    valueAt(json, path) === undefined &&
    typeof parent === 'object' &&
    parent !== null
  )
    return missing(path, root, json, issue.code === 'custom' ? issue.message : '')
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const fitting = issue.errors.find((own) => own.every((inner) => inner.path.length > 0))
    if (fitting)
      return fitting.flatMap((inner) =>
        faultsOfIssue({ ...inner, path: [...path, ...inner.path] }, root, json),
      )
  }
  return [invalid(issue, path, schemaAt(root, json, path), valueAt(json, path))]
}

function unknownKey(path: JsonPath, root: z.core.$ZodType, json: unknown): Fault {
  const key = String(path.at(-1))
  const holder = schemaAt(root, json, path.slice(0, -1))
  const keys = holder ? fieldsOf(holder).map(([name]) => name) : []
  const kind = holder && kindOf(holder)
  const free = keys.filter((name) => valueAt(json, [...path.slice(0, -1), name]) === undefined)
  return {
    path,
    point: 'key',
    wanted: `is not a key ${kind ? `of kind \`${kind}\`` : 'that exists here'}`,
    hint:
      didYouMean(key, free) ?? `the keys here are ${keys.map((name) => `\`${name}\``).join(', ')}`,
  }
}

/** A key that may not be called so: of the names that an author gives. */
function wrongKey({ issues }: Extract<Issue, { code: 'invalid_key' }>, path: JsonPath): Fault {
  const [inner] = issues
  const key = String(path.at(-1))
  const hint = inner && asId(inner, key)
  return {
    path,
    point: 'key',
    wanted: inner?.message || 'is no valid name',
    got: JSON.stringify(key),
    ...(hint && { hint }),
  }
}

function missing(path: JsonPath, root: z.core.$ZodType, json: unknown, message: string): Fault[] {
  const schema = schemaAt(root, json, path)
  const holder = schemaAt(root, json, path.slice(0, -1))
  const keys = holder ? fieldsOf(holder).map(([name]) => name) : []
  const written = Object.keys(valueAt(json, path.slice(0, -1)) as object)
  const misspelt = written.find((key) => !keys.includes(key) && nearest(key, [String(path.at(-1))]))
  // Told already: an unknown key whose nearest valid one is this.
  if (misspelt !== undefined && keys.length > 0) return []
  if (misspelt !== undefined)
    return [
      {
        path,
        point: 'parent',
        wanted: 'is missing',
        hint: `\`${misspelt}\` should be called \`${path.at(-1)}\``,
      },
    ]
  if (message !== '') return [{ path, point: 'parent', wanted: message }]
  return [
    { path, point: 'parent', wanted: schema ? `is missing: ${expected(schema)}` : 'is missing' },
  ]
}

function invalid(
  issue: Issue,
  path: JsonPath,
  schema: z.core.$ZodType | undefined,
  value: unknown,
): Fault {
  const choices = schema ? choicesOf(schema) : []
  const wanted = wantedOf(issue, schema, value)
  if (typeof value === 'string' && choices.length > 0) {
    const near = didYouMean(value, choices)
    if (near && issue.message === '' && choices.length > CHOICES_SAID)
      return { path, wanted: `must be ${typeWords(schema as z.core.$ZodType)}`, hint: near }
    const words = value.startsWith('#')
      ? 'write six hex digits, as in #c8201f'
      : `the names are ${choices.join(', ')}`
    const hint = near ?? (issue.message === '' ? undefined : words)
    return { path, wanted, ...(hint && { hint }) }
  }
  const hint = typeof value === 'string' ? asId(issue, value) : undefined
  return {
    path,
    wanted,
    ...(hint && { hint }),
    ...(issue.code === 'custom' && typeof value === 'object' && { got: null }),
  }
}

function wantedOf(issue: Issue, schema: z.core.$ZodType | undefined, value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return 'must be a finite number'
  if (issue.message !== '' && issue.code !== 'invalid_union') return issue.message
  switch (issue.code) {
    case 'too_small':
    case 'too_big':
      return sizeWords(issue, schema)
    case 'not_multiple_of':
      return `must be a multiple of ${issue.divisor}`
    default:
      return schema ? `must be ${expected(schema)}` : 'is not valid'
  }
}

/** `one of ...` with every choice, so that nobody has to look them up. */
function expected(schema: z.core.$ZodType): string {
  const choices = choicesOf(schema)
  const words = typeWords(schema)
  return words.startsWith('one of')
    ? `one of ${choices.map((choice) => `\`${choice}\``).join(', ')}`
    : words
}

function sizeWords(
  issue: Extract<Issue, { code: 'too_small' | 'too_big' }>,
  schema: z.core.$ZodType | undefined,
): string {
  const small = issue.code === 'too_small'
  const limit = small ? issue.minimum : issue.maximum
  if (issue.origin === 'array') {
    return schema
      ? `must be ${typeWords(schema)}`
      : `must hold ${small ? 'at least' : 'at most'} ${limit}`
  }
  if (issue.origin === 'string')
    return limit === 1 && small
      ? 'must not be empty'
      : `must have ${small ? 'at least' : 'at most'} ${limit} characters`
  const range = schema && rangeWords(schema)
  const words = small
    ? issue.inclusive
      ? 'at least'
      : 'above'
    : issue.inclusive
      ? 'at most'
      : 'below'
  return range?.includes(' to ') ? `must be from ${range}` : `must be ${words} ${limit}`
}

/** An id or name of the allowed letters, as near to the given one as they can say it. */
function asId(issue: Issue, value: string): string | undefined {
  if (issue.code !== 'invalid_format' || issue.format !== 'regex' || issue.pattern === undefined)
    return undefined
  const joint = issue.pattern.includes('_') ? '_' : '-'
  const plain = value
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, joint)
    .replace(/^[^a-z]+|[_-]+$/g, '')
    .slice(0, 64)
  const pattern = /^\/(.*)\/[a-z]*$/.exec(issue.pattern)?.[1] ?? ''
  return plain !== '' && new RegExp(pattern).test(plain) ? `try \`${plain}\`` : undefined
}
