/** An object of a JSON value. */
export type JsonObject = Record<string, unknown>

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Keys that say something about the operator that they stand beside. */
export const BESIDE = ['$as', '$domain'] as const

/** Keys of an object that begin with $. */
export function dollarKeys(value: JsonObject): string[] {
  return Object.keys(value).filter((key) => key.startsWith('$'))
}

/** Whether an object is, or is meant to be, an operator. */
export function isOperator(value: unknown): value is JsonObject {
  return isObject(value) && dollarKeys(value).length > 0
}

/** The operator's own key: the first that is not about it. */
export function operatorKey(value: JsonObject): string | undefined {
  return dollarKeys(value).find((key) => !BESIDE.some((beside) => beside === key))
}
