import type { Expression } from 'jsep'
import { didYouMean } from '../../problems/nearest.ts'
import { MAX_EXPRESSION } from '../limits.ts'
import { ExpressionFault } from './fault.ts'
import { FUNCTIONS } from './functions.ts'
import { parseExpression } from './parse.ts'

/** The value of a name, or undefined where there is none; whatever it throws goes through. */
export interface Names {
  valueOf(name: string): unknown
  /** All that there are, to tell what a misspelt one means. */
  list(): string[]
}

/**
 * The value of an expression: arithmetic, comparison, `? :`, `&& || !`, functions, `list[0]`, `object.key`,
 * and `+` on texts. Walks the tree and knows nothing but what is written here. Throws `ExpressionFault`;
 * a result is a finite number, a text of bounded length, true or false, or what a name stands for.
 */
export function evaluate(text: string, names: Names): unknown {
  return walk(parseExpression(text), names)
}

function walk(node: Expression, names: Names): unknown {
  switch (node.type) {
    case 'Literal':
      return literal(node)
    case 'Identifier':
      return named(word(node, 'name'), names)
    case 'UnaryExpression':
      return unary(word(node, 'operator'), walk(part(node, 'argument'), names))
    case 'BinaryExpression':
      return binary(node, names)
    case 'ConditionalExpression':
      return walk(
        part(node, truth(walk(part(node, 'test'), names)) ? 'consequent' : 'alternate'),
        names,
      )
    case 'CallExpression':
      return call(node, names)
    case 'MemberExpression':
      return member(node, names)
    default:
      throw new ExpressionFault(
        `holds ${node.type === 'ArrayExpression' ? 'a list' : 'something'} that expressions do not know`,
      )
  }
}

/** jsep's own types leave the parts of a node open; each kind has those that the walker asks for. */
function part(node: Expression, name: string): Expression {
  return node[name] as Expression
}

/** A name or sign among the parts of a node. */
function word(node: Expression, name: string): string {
  const value = node[name]
  return typeof value === 'string' ? value : ''
}

function literal(node: Expression): unknown {
  const { value } = node
  const raw = word(node, 'raw')
  if (typeof value === 'number') return finite(value, raw)
  if (typeof value === 'string' || typeof value === 'boolean') return value
  throw new ExpressionFault(`holds ${raw}, which is no value`)
}

function named(name: string, names: Names): unknown {
  const value = names.valueOf(name)
  if (value !== undefined) return value
  if (name in FUNCTIONS) throw new ExpressionFault(`calls ${name} without its brackets`)
  const known = names.list()
  const near = didYouMean(name, known)
  const all = known.length > 0 ? `the names here are ${known.slice(0, 12).join(', ')}` : undefined
  throw new ExpressionFault(`names \`${name}\`, which is nothing here`, near ?? all)
}

function unary(operator: string, value: unknown): unknown {
  if (operator === '!') return !truth(value)
  if (operator === '-') return -number(value, 'negates')
  if (operator === '+') return number(value, 'has + before')
  throw new ExpressionFault(`has an operator \`${operator}\` that expressions do not know`)
}

function binary(node: Expression, names: Names): unknown {
  const operator = word(node, 'operator')
  const left = walk(part(node, 'left'), names)
  if (operator === '&&' && !truth(left)) return false
  if (operator === '||' && truth(left)) return true
  const right = walk(part(node, 'right'), names)
  if (operator === '&&' || operator === '||') return truth(right)
  if (operator === '==' || operator === '===') return left === right
  if (operator === '!=' || operator === '!==') return left !== right
  if (operator === '+' && (typeof left === 'string' || typeof right === 'string'))
    return joined(left, right)
  const does = `reckons with \`${operator}\``
  return arithmetic(operator, number(left, does), number(right, does))
}

function arithmetic(operator: string, a: number, b: number): number | boolean {
  switch (operator) {
    case '+':
      return finite(a + b, `${a} + ${b}`)
    case '-':
      return finite(a - b, `${a} - ${b}`)
    case '*':
      return finite(a * b, `${a} * ${b}`)
    case '/':
      return finite(a / b, `${a} / ${b}`)
    case '%':
      return finite(a % b, `${a} % ${b}`)
    case '**':
      return finite(a ** b, `${a} ** ${b}`)
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
    default:
      throw new ExpressionFault(`has an operator \`${operator}\` that expressions do not know`)
  }
}

function call(node: Expression, names: Names): number {
  const callee = part(node, 'callee')
  const name = word(callee, 'name')
  const known = Object.keys(FUNCTIONS)
  const found =
    callee.type === 'Identifier' && Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined
  if (!found)
    throw new ExpressionFault(
      callee.type === 'Identifier'
        ? `calls \`${name}\`, which is no function`
        : 'calls what is no function',
      didYouMean(name, known) ?? `the functions are ${known.join(', ')}`,
    )
  // The parser's list of arguments.
  const args = (node['arguments'] as Expression[]).map((one) =>
    number(walk(one, names), `gives ${name}`),
  )
  const { fewest, most } = found
  if (args.length < fewest || args.length > most)
    throw new ExpressionFault(
      `gives ${name} ${args.length} values; it takes ${fewest === most ? fewest : `${fewest} to ${most}`}`,
    )
  return finite(found.of(args), `${name}(${args.join(', ')})`)
}

/** `point[0]` or `palette.wall`: own elements and keys of plain data only. */
function member(node: Expression, names: Names): unknown {
  const holder = walk(part(node, 'object'), names)
  const property = part(node, 'property')
  const key = node['computed'] ? walk(property, names) : property['name']
  const isKey = Array.isArray(holder)
    ? Number.isInteger(key) && Object.hasOwn(holder, Number(key))
    : typeof holder === 'object' && holder !== null && Object.hasOwn(holder, String(key))
  if (!isKey) throw new ExpressionFault(`asks for \`${String(key)}\` of what does not have it`)
  // It has that own key, as just seen.
  return (holder as Record<string, unknown>)[String(key)]
}

function joined(left: unknown, right: unknown): string {
  const isPlain = (value: unknown) => typeof value === 'string' || typeof value === 'number'
  if (!isPlain(left) || !isPlain(right))
    throw new ExpressionFault('joins a text with what is neither text nor number')
  const text = `${String(left)}${String(right)}`
  if (text.length > MAX_EXPRESSION)
    throw new ExpressionFault(`makes a text of more than ${MAX_EXPRESSION} characters`)
  return text
}

function number(value: unknown, does: string): number {
  if (typeof value === 'number') return value
  throw new ExpressionFault(`${does} ${shown(value)}, which is not a number`)
}

function truth(value: unknown): boolean {
  if (typeof value === 'boolean') return value
  throw new ExpressionFault(
    `asks whether ${shown(value)} is true`,
    'compare it: `count > 0`, `color == "red"`',
  )
}

function finite(value: number, from: string): number {
  if (Number.isFinite(value)) return value
  throw new ExpressionFault(`is not a finite number: ${from}`)
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > 40 ? `${text.slice(0, 36)}...` : text
}
