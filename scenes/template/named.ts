import type { JsonPath } from '../problems/fault.ts'
import { isObject, isOperator, operatorKey } from './json.ts'
import { elementKeys } from './keys.ts'
import { Name } from './name.ts'
import { operatorOf } from './operators/index.ts'
import type { Named } from './scope.ts'
import { templateError } from './template-error.ts'
import { intoArguments, intoItem, intoKey, intoPart, type Trail } from './trail.ts'

/** Adds the values of a `let`: of a template, a fragment, or the copies of an operator. @param trail of the `let` */
export function letNames(
  lets: unknown,
  trail: Trail,
  params: Readonly<Record<string, unknown>>,
  names: Map<string, Named>,
): void {
  if (lets === undefined) return
  if (!isObject(lets))
    throw templateError(trail, { wanted: 'must be an object of names and values' })
  for (const [name, raw] of Object.entries(lets)) {
    const own = intoKey(trail, name)
    checkName(name, own)
    if (Object.hasOwn(params, name))
      throw templateError(own, { wanted: 'is the name of a parameter already', got: null })
    names.set(name, { raw, trail: own, state: 'new' })
  }
}

/**
 * Adds every `"$as"` in a value, with the trail on which the walker will come by. Copies are left out: names in
 * them are their own.
 */
export function findNamesIn(value: unknown, trail: Trail, names: Map<string, Named>): void {
  if (Array.isArray(value)) {
    const keys = elementKeys(value)
    value.forEach((one, i) => findNamesIn(one, intoItem(trail, i, keys[i] as string), names))
  } else if (isOperator(value)) findInOperator(value, trail, names)
  else if (isObject(value))
    for (const [key, one] of Object.entries(value)) findNamesIn(one, intoKey(trail, key), names)
}

function findInOperator(
  value: Record<string, unknown>,
  trail: Trail,
  names: Map<string, Named>,
): void {
  const as = value['$as']
  if (as !== undefined) {
    const spot = at(trail, '$as')
    if (typeof as !== 'string') throw templateError(spot, { wanted: 'must be a name' })
    checkName(as, spot)
    if (names.has(as)) throw templateError(spot, { wanted: 'is the name of another value already' })
    names.set(as, { raw: value, trail, state: 'new' })
  }
  const key = operatorKey(value)
  const operator = key === undefined ? undefined : operatorOf(key)
  if (key === undefined || !operator) return
  const args = value[key]
  const inside = intoArguments(trail, key)
  const isLater = (path: JsonPath) => isLeft(operator.later ?? [], path)
  const visit = (one: unknown, step: string | number) => {
    if (isLater([step])) {
      if (!operator.copies) findNamesIn(one, intoPart(trail, key, [step]), names)
    } else if (isLater([step, 0]) && Array.isArray(one))
      one.forEach((part, i) => findNamesIn(part, intoPart(trail, key, [step, i]), names))
    else findNamesIn(one, child(inside, args, step), names)
  }
  if (isOperator(args)) findNamesIn(args, inside, names)
  else if (Array.isArray(args)) args.forEach((one, i) => visit(one, i))
  else if (isObject(args)) for (const [name, one] of Object.entries(args)) visit(one, name)
}

/** Whether a part of the arguments stays as written: `*`, a key, or `from.*`. */
export function isLeft(later: readonly string[], path: JsonPath): boolean {
  const [first, second] = path
  return later.some((pattern) => {
    if (pattern === '*') return typeof first === 'number' && path.length === 1
    const [key, star] = pattern.split('.')
    return (
      key === first &&
      (star === undefined ? path.length === 1 : typeof second === 'number' && path.length === 2)
    )
  })
}

function child(trail: Trail, holder: unknown, step: string | number): Trail {
  return typeof step === 'number' && Array.isArray(holder)
    ? intoItem(trail, step, elementKeys(holder)[step] as string)
    : intoKey(trail, String(step))
}

function checkName(name: string, trail: Trail): void {
  const parsed = Name.safeParse(name)
  if (parsed.success) return
  throw templateError(trail, {
    wanted: parsed.error.issues[0]?.message ?? 'is no name',
    got: JSON.stringify(name),
  })
}

function at(trail: Trail, key: string): Trail {
  return { ...trail, path: [...trail.path, key] }
}
