import { z } from 'zod'
import { defineOperator, Later, type Call } from '../operator.ts'

export const pick = defineOperator({
  name: '$pick',
  doc: 'One of a list, each as likely, or by weight where every entry is `{ weight, value }`.',
  args: z
    .array(Later)
    .min(1, 'must hold something to pick from')
    .max(10_000)
    .meta({ title: 'a list of values, or of `{ "weight": ..., "value": ... }`' }),
  later: ['*'],
  example: { $pick: ['red', 'blue', 'yellow'] },
  cast(options, call) {
    const weights = weightsOf(options, call)
    const index = weights
      ? heaviest(weights, call.random.unit())
      : call.random.int(0, options.length - 1)
    const value = call.later(weights ? [index, 'value'] : [index])
    call.record(wordFor(value, index))
    return value
  },
})

/** Weight of each option; undefined where no option has one. */
function weightsOf(options: readonly unknown[], { later, fail }: Call): number[] | undefined {
  if (!options.some((option) => isWeighted(option))) return undefined
  const weights = options.map((option, i) => {
    if (!isWeighted(option))
      return fail('must be `{ weight, value }` as the others are', { path: [i], got: null })
    const odd = Object.keys(option).find((key) => key !== 'weight' && key !== 'value')
    if (odd !== undefined)
      return fail('stands beside weight and value', { path: [i, odd], hint: 'put it into `value`' })
    if (!('value' in option)) return fail('has a weight but no value', { path: [i], got: null })
    const weight = later([i, 'weight'])
    if (typeof weight === 'number' && weight >= 0 && Number.isFinite(weight)) return weight
    return fail('must be a number of at least 0', {
      path: [i, 'weight'],
      got: JSON.stringify(weight),
    })
  })
  if (weights.every((weight) => weight === 0)) fail('must not have all its weights 0')
  return weights
}

function isWeighted(option: unknown): option is { weight: unknown } {
  return typeof option === 'object' && option !== null && Object.hasOwn(option, 'weight')
}

/** The option in whose part of the whole a share from 0 to 1 falls. */
function heaviest(weights: readonly number[], share: number): number {
  let left = share * weights.reduce((sum, weight) => sum + weight, 0)
  const found = weights.findIndex((weight) => weight > 0 && (left -= weight) < 0)
  return found === -1 ? weights.findLastIndex((weight) => weight > 0) : found
}

/** What the record says: a plain value itself, of lists and objects which one it was. */
export function wordFor(value: unknown, index: number): unknown {
  return typeof value === 'object' || typeof value === 'symbol' ? `option ${index}` : value
}
