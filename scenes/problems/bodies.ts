import { Body } from '../schema/body.ts'
import { Id } from '../schema/values.ts'
import type { Fault, JsonPath } from './fault.ts'
import { didYouMean } from './nearest.ts'

/** What only a whole body can have, not a part of one; a stored scene writes its defaults out, which say nothing. */
const OF_THE_WHOLE = [
  'velocity',
  'spin',
  'from',
  'asleep',
  'impulses',
  'vehicle',
  'linearDamping',
  'angularDamping',
]

type Json = Record<string, unknown>
const DEFAULTS: Json = Body.parse({})

/**
 * What cannot be of bodies and joints, on the raw scene. The schema tells what is not of the right form, so that is
 * skipped here.
 */
export function bodyFaults(json: unknown): Fault[] {
  const bodies = new Set<string>()
  const faults = list(json, 'actors').flatMap((actor, i) => visit(actor, ['actors', i], undefined))
  return [...faults, ...joints(json, bodies)]

  function visit(actor: unknown, path: JsonPath, whole: string | undefined): Fault[] {
    const own = isObject(actor) && isObject(actor.body) ? actor.body : undefined
    const type = own ? (own.type ?? 'dynamic') : undefined
    const id = isObject(actor) && typeof actor.id === 'string' ? actor.id : '?'
    const found = own
      ? whole === undefined
        ? wrongWhole(actor as Json, type, path)
        : wrongPart(own, whole, path)
      : []
    if (whole === undefined && type === 'dynamic') bodies.add(id)
    const inside = whole ?? (own && type !== 'none' ? id : undefined)
    return [
      ...found,
      ...list(actor, 'children').flatMap((child, i) =>
        visit(child, [...path, 'children', i], inside),
      ),
    ]
  }
}

function wrongWhole(actor: Json, type: unknown, path: JsonPath): Fault[] {
  if (type !== 'dynamic')
    return isObject(actor.body) && isObject(actor.body.vehicle)
      ? [
          {
            path: [...path, 'body', 'vehicle'],
            got: null,
            wanted: `must be left out: a body that is \`${String(type)}\` does not drive`,
            hint: 'leave `type` out, or give its actor a `motion` instead',
          },
        ]
      : []
  const moved: Fault[] =
    list(actor, 'motion').length === 0
      ? []
      : [
          {
            path: [...path, 'motion'],
            got: null,
            wanted: 'must be empty: a dynamic body is moved by the physics',
            hint: 'leave it out, or make `body.type` `kinematic`; `body.from` tells when a body is let go',
          },
        ]
  const rooted: Fault[] = !['ground', 'room', 'road', 'pond'].includes(String(actor.kind))
    ? []
    : [
        {
          path: [...path, 'body'],
          got: null,
          wanted: `must be \`fixed\`, \`kinematic\` or \`none\` for a ${String(actor.kind)}`,
          hint: 'it holds up everything else',
        },
      ]
  return [...moved, ...rooted]
}

function wrongPart(own: Json, whole: string, path: JsonPath): Fault[] {
  const keys = OF_THE_WHOLE.filter(
    (key) => Object.hasOwn(own, key) && JSON.stringify(own[key]) !== JSON.stringify(DEFAULTS[key]),
  )
  if (own.type === 'fixed' || own.type === 'kinematic') keys.unshift('type')
  return keys.map((key) => ({
    path: [...path, 'body', key],
    wanted: `must be left out: this is a part of the body \`${whole}\``,
    hint: 'a part can have `material`, `density`, `friction`, `restitution`, or `"type": "none"`',
  }))
}

function joints(json: unknown, bodies: Set<string>): Fault[] {
  const physics = isObject(json) ? json.physics : undefined
  const named = allIds(json)
  return list(physics, 'joints').flatMap((joint, i) => {
    const path = ['physics', 'joints', i]
    if (!isObject(joint)) return []
    const lost = (['body', 'base'] as const).flatMap((key): Fault[] => {
      const id = joint[key]
      if (typeof id !== 'string' || !Id.safeParse(id).success) return []
      if (!named.includes(id)) {
        const hint = didYouMean(id, named)
        return [{ path: [...path, key], wanted: 'names no actor', ...(hint && { hint }) }]
      }
      if (key === 'base' || bodies.has(id)) return []
      return [
        {
          path: [...path, key],
          wanted: 'must be a dynamic body',
          hint: `give \`${id}\` a \`body\`; what is fixed or in a group that is one body goes to \`base\``,
        },
      ]
    })
    const itself: Fault[] =
      joint.body !== undefined && joint.body === joint.base
        ? [{ path: [...path, 'base'], wanted: 'must be another body than `body`' }]
        : []
    return [...lost, ...itself]
  })
}

function allIds(json: unknown, key = 'actors'): string[] {
  return list(json, key).flatMap((actor) => [
    ...(isObject(actor) && typeof actor.id === 'string' ? [actor.id] : []),
    ...allIds(actor, 'children'),
  ])
}

function list(value: unknown, key: string): unknown[] {
  const found = isObject(value) ? value[key] : undefined
  return Array.isArray(found) ? found : []
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
