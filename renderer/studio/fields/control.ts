import type { JsonSchema } from '#scenes'

/** How a value is set by hand. */
export type Control =
  | { type: 'number'; isWhole: boolean; min?: number; max?: number }
  | { type: 'toggle' }
  | { type: 'choice'; choices: readonly string[] }
  | { type: 'color'; names: readonly string[] }
  | { type: 'text' }
  | { type: 'vector'; length: number }
  | { type: 'json' }

/** By what the format says of a place; `fields` for an object, whose fields have controls of their own. */
export function controlOf(forms: readonly JsonSchema[]): Control | { type: 'fields' } {
  const plain = forms.filter((form) => !isOperator(form))
  const names = plain.flatMap((form) => form.enum ?? []).filter((one) => typeof one === 'string')
  if (plain.some(({ pattern }) => pattern?.includes('[0-9a-f]{6}'))) return { type: 'color', names }
  if (names.length > 0) return { type: 'choice', choices: names }
  for (const { type, items, properties, minItems, maxItems } of plain) {
    if (type === 'boolean') return { type: 'toggle' }
    if (type === 'object' && properties) return { type: 'fields' }
    const isFixed = Array.isArray(items) && minItems === maxItems && items.length === maxItems
    if (isFixed && items.every((one) => one.type === 'number' || one.anyOf))
      return { type: 'vector', length: items.length }
  }
  const number = plain.find(({ type }) => type === 'number' || type === 'integer')
  if (number) {
    const min = number.minimum ?? number.exclusiveMinimum
    const max = number.maximum ?? number.exclusiveMaximum
    return {
      type: 'number',
      isWhole: number.type === 'integer',
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    }
  }
  if (
    plain.length > 0 &&
    plain.every(({ type, const: only }) => type === 'string' && only === undefined)
  )
    return { type: 'text' }
  return { type: 'json' }
}

/** Of a template: `{ "$uniform": ... }` may stand for any value. */
export function isOperator({ properties }: JsonSchema): boolean {
  return Object.keys(properties ?? {}).some((key) => key.startsWith('$') && key !== '$schema')
}
