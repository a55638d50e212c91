import { didYouMean } from '../problems/nearest.ts'
import { choicesOf, typeWords } from '../docs/type-words.ts'
import { fieldsOf } from '../docs/walk.ts'
import { jsonSchemaOf, resolved } from '../json-schema.ts'
import type { z } from 'zod'
import { DOMAINS } from './domain.ts'
import { OPERATOR_NAMES, operatorOf } from './operators/index.ts'

/** What there is to know about an operator, or one of its arguments: `$pick`, `$grid.spacing`. */
export interface OperatorExplanation {
  path: string
  doc: string
  type: string
  choices?: string[]
  /** A whole value as it is written. */
  example: unknown
  children: { name: string; doc: string }[]
}

/** Undefined where there is no such operator or argument. */
export function explainOperator(path: string): OperatorExplanation | undefined {
  const [name = '', key, ...rest] = path.split('.')
  const operator = operatorOf(name)
  if (!operator || rest.length > 0) return undefined
  const fields = fieldsOf(operator.args)
  if (key === undefined)
    return {
      path: name,
      doc: `${operator.doc} Beside it \`"$as": "name"\` names its value and \`"$domain"\` (${DOMAINS.join(', ')}) says what it is about.`,
      type: typeWords(operator.args),
      example: operator.example,
      children: fields.map(([child, schema]) => ({ name: child, doc: docOf(schema) })),
    }
  const field = fields.find(([child]) => child === key)?.[1]
  if (!field) return undefined
  const choices = choicesOf(field)
  return {
    path,
    doc: docOf(field),
    type: typeWords(field),
    ...(choices.length > 0 && { choices }),
    example: operator.example,
    children: [],
  }
}

/** The nearest operator, or argument of one, to a path that is none. */
export function nearestOperator(path: string): string {
  const known = OPERATOR_NAMES.flatMap((name) => {
    const operator = operatorOf(name)
    return [name, ...(operator ? fieldsOf(operator.args).map(([key]) => `${name}.${key}`) : [])]
  })
  return /`(.*)`/.exec(didYouMean(path, known) ?? '')?.[1] ?? '$pick'
}

function docOf(schema: z.core.$ZodType): string {
  const root = jsonSchemaOf(schema)
  return resolved(root, root).description ?? ''
}
