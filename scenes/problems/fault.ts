/** Faults beyond these are not worked out: nobody mends a file from more, and each costs a search. */
export const MOST_FAULTS = 200

/** Keys and indices from the root of a JSON value. */
export type JsonPath = readonly (string | number)[]

/** What is wrong with a scene, before anyone has looked up where that stands in the text. */
export interface Fault {
  path: JsonPath
  /** A phrase that follows the path, see `Problem.wanted`. */
  wanted: string
  hint?: string
  /** What to point at: the value itself, its key, or the object that lacks it. Default: the value. */
  point?: 'value' | 'key' | 'parent'
  /** Said instead of the source text of the value; `null` says nothing. */
  got?: string | null
}

/** `actors[3].size[1]` */
export function pathText(path: JsonPath): string {
  return path.map(stepText).join('').replace(/^\./, '')
}

function stepText(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`
  if (/^[\w$-]{1,40}$/.test(step)) return `.${step}`
  return `[${JSON.stringify(step.length > 40 ? `${step.slice(0, 36)}...` : step)}]`
}

/** The value that a path leads to, or undefined. */
export function valueAt(json: unknown, path: JsonPath): unknown {
  let value = json
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined
    // An object or array with that own key; which of the two does not matter for reading it.
    value = (value as Record<string | number, unknown>)[step]
  }
  return value
}
