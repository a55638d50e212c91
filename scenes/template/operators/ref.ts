import { didYouMean } from '../../problems/nearest.ts'
import { Name } from '../name.ts'
import { defineOperator } from '../operator.ts'

export const ref = defineOperator({
  name: '$ref',
  doc: 'The value that `let` or `"$as"` has given a name, wherever it stands.',
  args: Name,
  example: { $ref: 'ball_color' },
  cast(name, { named, names, fail }) {
    const value = named(name)
    if (value !== undefined) return value
    const known = names()
    const all =
      known.length > 0
        ? `the names here are ${known.slice(0, 12).join(', ')}`
        : 'name a value with `let` or `"$as"`'
    return fail('names no value', { hint: didYouMean(name, known) ?? all })
  },
})
