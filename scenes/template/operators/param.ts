import { didYouMean } from '../../problems/nearest.ts'
import { Name } from '../name.ts'
import { defineOperator } from '../operator.ts'

export const param = defineOperator({
  name: '$param',
  doc: 'The value of a parameter, as `params` declares it and the call gives it.',
  args: Name,
  example: { $param: 'count' },
  cast(name, { param, params, fail }) {
    const value = param(name)
    if (value !== undefined) return value
    const known = params()
    const all =
      known.length > 0 ? `the parameters are ${known.join(', ')}` : 'declare it in `params`'
    return fail('names no parameter', { hint: didYouMean(name, known) ?? all })
  },
})
