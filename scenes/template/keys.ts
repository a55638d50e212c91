import { isObject, isOperator, operatorKey } from './json.ts'

/**
 * What the elements of a list are called in the names of random streams: by id, `$as` or file where they have
 * one, else by index; so that inserting an actor moves no other's chance. Doubles count on: `tree`, `tree#1`.
 */
export function elementKeys(list: readonly unknown[]): string[] {
  const seen = new Map<string, number>()
  return list.map((element, index) => {
    const key = idIn(element, 0) ?? String(index)
    const before = seen.get(key) ?? 0
    seen.set(key, before + 1)
    return before === 0 ? key : `${key}#${before}`
  })
}

/** The id of an element, or the first in what an operator makes: its copies, its options, its fragment. */
function idIn(element: unknown, depth: number): string | undefined {
  if (!isObject(element) || depth > 8) return undefined
  if (typeof element['id'] === 'string') return element['id']
  if (!isOperator(element)) return undefined
  if (typeof element['$as'] === 'string') return element['$as']
  const name = operatorKey(element)
  const args = name === undefined ? undefined : element[name]
  if (!isObject(args)) return Array.isArray(args) ? firstId(args, depth) : undefined
  if (typeof args['id'] === 'string') return args['id']
  if (name === '$use' && typeof args['file'] === 'string') return args['file']
  return firstId([args['of'], args['then'], args['value'], args['from']], depth)
}

function firstId(options: readonly unknown[], depth: number): string | undefined {
  for (const option of options) {
    const id = Array.isArray(option) ? firstId(option, depth + 1) : idIn(option, depth + 1)
    if (id !== undefined) return id
  }
  return undefined
}
