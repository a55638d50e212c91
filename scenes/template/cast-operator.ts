import { faultsOf } from '../problems/from-zod.ts'
import { pathText, valueAt, type Fault, type JsonPath } from '../problems/fault.ts'
import { problemOf } from '../problems/locate.ts'
import { didYouMean } from '../problems/nearest.ts'
import { callFor } from './call.ts'
import type { Casting } from './casting.ts'
import { plain } from './plain.ts'
import { DOMAINS, type Domain } from './domain.ts'
import { BESIDE, isObject, isOperator, operatorKey, type JsonObject } from './json.ts'
import { isLeft } from './named.ts'
import { namedValue } from './named-value.ts'
import type { Operator } from './operator.ts'
import { OPERATOR_NAMES, operatorOf } from './operators/index.ts'
import type { Scope } from './scope.ts'
import { TemplateError, templateError } from './template-error.ts'
import { intoArguments, intoItem, intoKey, type Trail } from './trail.ts'
import { elementKeys } from './keys.ts'

/** The value of an operator; one with a name is drawn once, by whoever asks first. */
export function castOperator(
  casting: Casting,
  value: JsonObject,
  trail: Trail,
  scope: Scope,
): unknown {
  const as = value['$as']
  const named = typeof as === 'string' ? scope.names.get(as) : undefined
  if (named?.raw !== value || named.state === 'open') return evaluate(casting, value, trail, scope)
  return namedValue(casting, as as string, { named, scope }, trail)
}

/** What an operator comes to, whether it has a name or not. */
export function evaluate(casting: Casting, value: JsonObject, trail: Trail, scope: Scope): unknown {
  const operator = operatorIn(value, trail)
  const here = { ...trail, domain: domainIn(value, trail) }
  const raw = value[operator.name]
  const inside = intoArguments(here, operator.name)
  const args = castArguments(casting, operator, raw, { inside, scope })
  const parsed = operator.args.safeParse(args, { error: () => '' })
  if (!parsed.success)
    throw argumentError(faultsOf(parsed.error.issues, operator.args, args), args, inside)
  return operator.cast(parsed.data, callFor(casting, operator, { raw, args, trail: here, scope }))
}

/** Parts that the operator leaves for later stay as they are. */
function castArguments(
  casting: Casting,
  { later = [] }: Operator,
  raw: unknown,
  { inside, scope }: { inside: Trail; scope: Scope },
): unknown {
  const cast = (value: unknown, trail: Trail) => plain(casting.cast(value, trail, scope))
  if (isOperator(raw)) return cast(raw, inside)
  const left = (path: JsonPath) => isLeft(later, path)
  if (Array.isArray(raw)) {
    const keys = elementKeys(raw)
    return raw.map((one, i) =>
      left([i]) ? one : cast(one, intoItem(inside, i, keys[i] as string)),
    )
  }
  if (!isObject(raw)) return raw
  const parts = Object.entries(raw).map(([key, one]) => {
    const isKept = left([key]) || (left([key, 0]) && Array.isArray(one))
    return [key, isKept ? one : cast(one, intoKey(inside, key))] as const
  })
  return Object.fromEntries(parts.filter(([, one]) => one !== undefined))
}

function operatorIn(value: JsonObject, trail: Trail): Operator {
  const key = operatorKey(value)
  if (key === undefined) {
    const [lonely = '$as'] = Object.keys(value).filter((name) => name.startsWith('$'))
    throw keyError(trail, lonely, {
      wanted: 'stands beside no operator',
      hint: 'it belongs to one: `{ "$pick": [...], "$as": "color" }`; plain values are named in `let`',
    })
  }
  const operator = operatorOf(key)
  if (!operator) {
    const hint = didYouMean(key, OPERATOR_NAMES) ?? `the operators are ${OPERATOR_NAMES.join(', ')}`
    throw keyError(trail, key, { wanted: 'is not an operator', hint })
  }
  const other = Object.keys(value).find(
    (name) => name !== key && !BESIDE.some((one) => one === name),
  )
  if (other === undefined) return operator
  throw keyError(trail, other, {
    wanted: `cannot stand beside \`${key}\``,
    hint: other.startsWith('$')
      ? 'an operator is an object of its own'
      : `an operator takes the place of the whole value; put \`${other}\` into \`${key}\` or outside`,
  })
}

function domainIn(value: JsonObject, trail: Trail): Domain | undefined {
  const domain = value['$domain']
  if (domain === undefined) return trail.domain
  const found = DOMAINS.find((one) => one === domain)
  if (found) return found
  throw templateError(
    { source: trail.source, path: [...trail.path, '$domain'] },
    {
      wanted: `must be one of ${DOMAINS.join(', ')}`,
      ...(typeof domain === 'string' && { hint: didYouMean(domain, DOMAINS) ?? '' }),
    },
  )
}

function keyError(trail: Trail, key: string, fault: Pick<Fault, 'wanted' | 'hint'>): TemplateError {
  return templateError(
    { source: trail.source, path: [...trail.path, key] },
    { ...fault, point: 'key' },
  )
}

/** What is wrong with the arguments. A part that was computed is said as what it came to. */
function argumentError(faults: Fault[], args: unknown, inside: Trail): TemplateError {
  const problems = faults.map((fault) => {
    const got =
      fault.point === undefined && fault.got === undefined ? wordsFor(args, fault.path) : fault.got
    return problemOf(inside.source, {
      ...fault,
      ...(got !== undefined && { got }),
      path: [...inside.path, ...fault.path],
    })
  })
  return new TemplateError(
    problems.length > 0
      ? problems
      : [
          problemOf(inside.source, {
            path: inside.path,
            wanted: `is not what ${pathText(inside.path.slice(-1))} takes`,
          }),
        ],
  )
}

function wordsFor(args: unknown, path: JsonPath): string | undefined {
  const value = path.length === 0 ? args : valueAt(args, path)
  const text = JSON.stringify(value)
  return text !== undefined && text.length <= 48 ? text : undefined
}
