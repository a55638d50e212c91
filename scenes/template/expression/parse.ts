import jsep, { type Expression } from 'jsep'
import { MAX_EXPRESSION, MAX_EXPRESSION_DEPTH } from '../limits.ts'
import { ExpressionFault } from './fault.ts'

/** The tree of an expression. Throws `ExpressionFault` for what is too long, too deep or not one expression. */
export function parseExpression(text: string): Expression {
  const known = parsed.get(text)
  if (known) return known
  if (text.length > MAX_EXPRESSION)
    throw new ExpressionFault(
      `must have at most ${MAX_EXPRESSION} characters, not ${text.length}`,
      'name its parts in `let`',
    )
  // Brackets alone can nest: refused before the parser recurses into them.
  if (nesting(text) > MAX_EXPRESSION_DEPTH)
    throw new ExpressionFault(`must not nest deeper than ${MAX_EXPRESSION_DEPTH}`)
  const tree = read(text)
  if (depthOf(tree) > MAX_EXPRESSION_DEPTH)
    throw new ExpressionFault(
      `must not nest deeper than ${MAX_EXPRESSION_DEPTH} operations`,
      'name its parts in `let`',
    )
  if (parsed.size < CACHED) parsed.set(text, tree)
  return tree
}

/** Trees by text: a pure function's answers, kept because `$repeat` asks for the same one thousands of times. */
const parsed = new Map<string, Expression>()
const CACHED = 2000

function read(text: string): Expression {
  let tree: Expression
  try {
    tree = jsep(text)
  } catch (cause) {
    // jsep says `Unclosed ( at character 2`.
    const { message } = cause as Error
    throw new ExpressionFault(`cannot be read: ${message.replace(/^./, (c) => c.toLowerCase())}`)
  }
  if (tree.type === 'Compound')
    throw new ExpressionFault(
      text.trim() === '' ? 'is empty' : 'must be one expression',
      'such as `2 * radius + 0.1`',
    )
  return tree
}

function nesting(text: string): number {
  let [open, deepest] = [0, 0]
  for (const letter of text) {
    if ('([{'.includes(letter)) deepest = Math.max(deepest, ++open)
    if (')]}'.includes(letter)) open--
  }
  return deepest
}

function depthOf(tree: Expression): number {
  const children = Object.values(tree).flatMap((value) => (Array.isArray(value) ? value : [value]))
  const inner = children.filter(
    (value): value is Expression => typeof value === 'object' && value !== null && 'type' in value,
  )
  return 1 + Math.max(0, ...inner.map(depthOf))
}
