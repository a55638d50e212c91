import { valueAt, type Fault, type JsonPath } from '../problems/fault.ts'
import { didYouMean } from '../problems/nearest.ts'
import type { Casting } from './casting.ts'
import { isObject, isOperator } from './json.ts'
import { folderOf, fragmentPath } from './fragment-path.ts'
import { openScope } from './open-scope.ts'
import { copied, plain } from './plain.ts'
import { isLeft } from './named.ts'
import { namedValue } from './named-value.ts'
import { NOTHING, Spliced, type Call, type CopyOptions, type Operator } from './operator.ts'
import { paramValues } from './params.ts'
import { callings, findCount, findNamed, namesIn, type Scope } from './scope.ts'
import { boxOf } from './set.ts'
import { Misfit, templateError } from './template-error.ts'
import {
  domainAt,
  intoArguments,
  intoCopy,
  intoKey,
  intoPart,
  streamName,
  type Trail,
} from './trail.ts'

interface Place {
  /** The arguments as written, and with all but the parts for later cast. */
  raw: unknown
  args: unknown
  /** Of the operator. */
  trail: Trail
  scope: Scope
}

/** What an operator may ask at its place. */
export function callFor(casting: Casting, operator: Operator, place: Place): Call {
  const { raw, args, trail, scope } = place
  const { name, later = [] } = operator
  const inside = intoArguments(trail, name)
  const fault = (wanted: string, more: Omit<Fault, 'path' | 'wanted'> = {}) => ({ wanted, ...more })

  /** Whether a part is still as written, and so to be cast. */
  const isRaw = (path: JsonPath) => {
    if (isOperator(raw)) return false
    const [first] = path
    const holder = first === undefined ? undefined : valueAt(raw, [first])
    return (
      isLeft(later, path.slice(0, 1)) || (isLeft(later, path.slice(0, 2)) && Array.isArray(holder))
    )
  }
  const copy = (path: JsonPath, index: number, { index: word, placement }: CopyOptions = {}) => {
    const way = intoCopy(trail, name, path, { number: index, placement })
    const value = valueAt(raw, path)
    const lets = intoKey({ ...way, path: inside.path, placement: undefined }, 'let')
    const own = openScope(value, way, {
      lets: { value: valueAt(raw, ['let']), trail: lets },
      outer: scope,
      params: scope.params,
      counts: { $index: index, ...(word !== undefined && { [word]: index }) },
      rename: (id) => `${scope.rename(id)}_${index}`,
    })
    const made = casting.cast(value, way, own)
    if (placement && !isPlaced(made))
      throw templateError(way, fault('must be an actor: nothing else can be placed', { got: null }))
    return made
  }

  return {
    get random() {
      return casting.chance(domainAt(trail)).fork(streamName(trail))
    },
    later: (path) =>
      isRaw(path)
        ? casting.cast(valueAt(raw, path), intoPart(trail, name, path), scope)
        : valueAt(args, path),
    copy,
    measure: (path, index, how) => boxOf(plain(copy(path, index, how)), casting.seed),
    named(word) {
      const found = findNamed(scope, word)
      if (found) return copied(plain(namedValue(casting, word, found, undefined, inside)))
      const count = findCount(scope, word)
      return count ?? (Object.hasOwn(scope.params, word) ? scope.params[word] : undefined)
    },
    names: () => namesIn(scope),
    param: (word) => (Object.hasOwn(scope.params, word) ? copied(scope.params[word]) : undefined),
    params: () => Object.keys(scope.params),
    fragment: (file, given, id) =>
      castFragment(casting, { file, given, id }, { trail, inside, scope }),
    actor(id) {
      const found = casting.actors.find(callings(scope, id))
      const begun = casting.actors.begun()
      if (found === undefined && begun.includes(id))
        throw templateError(
          inside,
          fault(`rests on itself: ${[...begun.slice(begun.indexOf(id)), id].join(' -> ')}`, {
            got: null,
          }),
        )
      if (found === undefined) {
        const ids = casting.set.ids()
        const hint = didYouMean(id, ids) ?? `the actors are ${ids.slice(0, 8).join(', ')}`
        throw templateError(
          inside,
          fault(`names \`${id}\`, which is no actor`, { got: null, hint }),
        )
      }
      const standing = casting.set.standing(found, trail.frame)
      if (standing) return standing
      throw templateError(
        inside,
        fault(`stands on \`${found}\`, which is no valid actor`, { got: null }),
      )
    },
    record(value) {
      const path = streamName(trail)
      casting.choices.set(path, { path, operator: name, domain: domainAt(trail), value })
    },
    fail(wanted, { path = [], hint, got } = {}) {
      throw templateError(
        { source: inside.source, path: [...inside.path, ...path] },
        fault(wanted, { ...(hint !== undefined && { hint }), ...(got !== undefined && { got }) }),
      )
    },
    misfit(wanted, hint) {
      throw new Misfit(inside, fault(wanted, { got: null, ...(hint !== undefined && { hint }) }))
    },
  }
}

/** Copies in copies are spliced, and each of them was looked at. */
function isPlaced(made: unknown): boolean {
  return made === NOTHING || made instanceof Spliced || (isObject(made) && 'kind' in made)
}

/** The value of a fragment, cast in a scope that knows its own names and parameters only. */
function castFragment(
  casting: Casting,
  { file, given, id }: { file: string; given: Record<string, unknown>; id: string | undefined },
  { trail, inside, scope }: { trail: Trail; inside: Trail; scope: Scope },
): unknown {
  const { template } = casting
  const user = [...template.fragments.values()].find(({ source }) => source === trail.source)
  const path = fragmentPath(file, user ? folderOf(user.path) : '')
  const fragment = template.fragments.get(path)
  if (!fragment)
    throw templateError(inside, {
      wanted: 'must name its file in plain words',
      hint: 'use `$pick` around `$use`, not within',
    })
  const params = paramValues(
    fragment.params,
    given,
    { source: fragment.source, path: ['params'] },
    { source: inside.source, path: [...inside.path, 'with'] },
  )
  const way: Trail = { ...trail, source: fragment.source, path: ['value'], depth: trail.depth + 1 }
  const value = fragment.json['value']
  const keyed = { ...way, keys: [...way.keys, '$use'] }
  const own = openScope(value, keyed, {
    outer: undefined,
    params,
    lets: { value: fragment.json['let'], trail: { ...intoKey(keyed, 'let'), path: ['let'] } },
    counts: {},
    rename: (word) => scope.rename(id === undefined ? word : `${id}_${word}`),
  })
  const cast = casting.cast(value, keyed, own)
  if (!Array.isArray(cast)) return cast
  if (!trail.placement) return new Spliced(cast)
  throw templateError(inside, {
    wanted: 'makes a list, which cannot be placed',
    got: null,
    hint: 'put its actors into a group',
  })
}
