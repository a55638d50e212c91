import { within } from '../take/pose.ts'
import { castOperator } from './cast-operator.ts'
import type { Casting } from './casting.ts'
import { isJoint } from './joint-names.ts'
import { isObject, isOperator, type JsonObject } from './json.ts'
import { elementKeys } from './keys.ts'
import { MAX_DEPTH, MAX_VALUES } from './limits.ts'
import { NOTHING, Spliced } from './operator.ts'
import { placedAt } from './placed.ts'
import { flat, plain } from './plain.ts'
import type { Scope } from './scope.ts'
import { poseOf } from './set.ts'
import { templateError } from './template-error.ts'
import { intoItem, intoKey, type Trail } from './trail.ts'

/** The value of anything in a template; `NOTHING` and `Spliced` are for whoever holds it. */
export function castValue(casting: Casting, value: unknown, trail: Trail, scope: Scope): unknown {
  casting.values++
  if (casting.values > MAX_VALUES)
    throw templateError(trail, {
      wanted: `makes the scene larger than ${MAX_VALUES} values`,
      got: null,
      hint: 'repeat less',
    })
  if (trail.depth > MAX_DEPTH)
    throw templateError(trail, { wanted: `nests deeper than ${MAX_DEPTH}`, got: null })
  if (Array.isArray(value)) return castList(casting, value, trail, scope)
  if (!isObject(value)) return value
  return isOperator(value)
    ? castOperator(casting, value, trail, scope)
    : castObject(casting, value, trail, scope)
}

function castList(
  casting: Casting,
  list: readonly unknown[],
  trail: Trail,
  scope: Scope,
): unknown[] {
  const keys = elementKeys(list)
  const trails = list.map((_, i) => intoItem(trail, i, keys[i] as string))
  const cast = (i: number) => castValue(casting, list[i], trails[i] as Trail, scope)
  const isActors = trail.path.length === 1 && trail.path[0] === 'actors' && !trail.isArgument
  const values = isActors
    ? casting.actors.castAll(keys, cast, casting.set)
    : list.map((_, i) => cast(i))
  const out: unknown[] = []
  const spots: Trail[] = []
  values.forEach((value, i) => {
    const items = value instanceof Spliced ? flat(value) : value === NOTHING ? [] : [value]
    for (const item of items) {
      out.push(item)
      spots.push(trails[i] as Trail)
    }
  })
  casting.origins.elements(out, spots)
  casting.origins.made(out, trail)
  return out
}

/** An object key by key; `children` come last, for they stand in the frame that the other keys make. */
export function castObject(
  casting: Casting,
  object: JsonObject,
  trail: Trail,
  scope: Scope,
): JsonObject {
  const own: JsonObject = {}
  const cast = (key: string, frame = trail.frame) => {
    const value = plain(castValue(casting, object[key], { ...intoKey(trail, key), frame }, scope))
    if (value !== undefined) own[key] = value
  }
  for (const key of Object.keys(object)) if (key !== 'children') cast(key)
  const isActor = typeof own['kind'] === 'string' && typeof own['id'] === 'string'
  const isCamera = trail.path.at(-2) === 'cameras'
  if (!trail.isArgument && typeof own['id'] === 'string' && (isActor || isCamera))
    own['id'] = scope.rename(own['id'])
  const stood = isActor && trail.placement ? placedAt(own, trail.placement) : own
  if (Object.hasOwn(object, 'children')) {
    const value = plain(
      castValue(
        casting,
        object['children'],
        { ...intoKey(trail, 'children'), frame: within(trail.frame, poseOf(stood)) },
        scope,
      ),
    )
    if (value !== undefined) stood['children'] = value
  }
  // Keys in the order in which they were written, then what a placement adds.
  const ordered: JsonObject = {}
  for (const key of [...Object.keys(object), ...Object.keys(stood)])
    if (Object.hasOwn(stood, key)) ordered[key] = stood[key]
  casting.origins.made(ordered, trail)
  if (isJoint(ordered) && !trail.isArgument) casting.joints.add(ordered, scope)
  if (isActor && !trail.isArgument) casting.set.add(String(ordered['id']), ordered, trail.frame)
  return ordered
}
