import { z } from 'zod'
import { evaluate } from '../expression/evaluate.ts'
import { ExpressionFault } from '../expression/fault.ts'
import { defineOperator } from '../operator.ts'

export const expr = defineOperator({
  name: '$expr',
  doc: 'What an expression over parameters, named values and `$index` comes to; angles are degrees.',
  args: z.string().meta({ title: 'an expression', examples: ['2 * 0.3 + sin(30)'] }),
  example: { $expr: 'max(0.2, 0.1 * 3)' },
  cast(text, { named, names, fail }) {
    try {
      return evaluate(text, { valueOf: named, list: names })
    } catch (error) {
      if (!(error instanceof ExpressionFault)) throw error
      const got = text.length > 48 ? `"${text.slice(0, 40)}..."` : JSON.stringify(text)
      return fail(error.message, { got, ...(error.hint !== undefined && { hint: error.hint }) })
    }
  },
})
