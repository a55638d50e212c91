import type { Random } from '../random.ts'
import { WORLD } from '../take/poses.ts'
import { openActors } from './actors.ts'
import { evaluate } from './cast-operator.ts'
import type { Casting } from './casting.ts'
import type { Choice } from './choice.ts'
import type { Domain } from './domain.ts'
import { openJointNames } from './joint-names.ts'
import type { JsonObject } from './json.ts'
import { openScope } from './open-scope.ts'
import { openOrigins, type Origins } from './origins.ts'
import { plain } from './plain.ts'
import { openSet } from './set.ts'
import type { Template } from './template.ts'
import { intoKey, type Trail } from './trail.ts'
import { castObject, castValue } from './walk.ts'

/** A template with its draws made, before anyone has looked whether that is a scene. */
export interface Drawn {
  scene: JsonObject
  /** As written in the template, its operators cast. */
  expect: unknown
  choices: Choice[]
  origins: Origins
}

/**
 * Walks through a template once and gives every operator its value. Throws `TemplateError` where the template
 * is wrong, `Misfit` where these draws do not come together.
 */
export function draw(
  template: Template,
  params: Readonly<Record<string, unknown>>,
  { chance, seed }: { chance: (domain: Domain) => Random; seed: number },
): Drawn {
  const root: Trail = {
    source: template.source,
    path: [],
    keys: [],
    words: [],
    frame: WORLD,
    depth: 0,
  }
  const { params: _, let: lets, expect = [], $schema: __, ...scene } = template.json
  const own = scene['seed']
  const grown = typeof own === 'number' ? own : seed
  const casting: Casting = {
    template,
    chance,
    seed: grown,
    choices: new Map(),
    origins: openOrigins(root),
    set: openSet(grown),
    actors: openActors(),
    joints: openJointNames(),
    asking: [],
    values: 0,
    cast: (value, trail, within) => castValue(casting, value, trail, within),
    evaluate: (operator, trail, within) => evaluate(casting, operator, trail, within),
  }
  const scope = openScope({ ...scene, expect }, root, {
    outer: undefined,
    params,
    lets: { value: lets, trail: intoKey(root, 'let') },
    counts: {},
    rename: (id) => id,
  })
  const cast = plain(castObject(casting, scene, root, scope)) as JsonObject
  casting.joints.settle(casting.set)
  return {
    scene: { ...cast, seed: cast['seed'] ?? grown },
    expect: plain(castValue(casting, expect, intoKey(root, 'expect'), scope)),
    choices: [...casting.choices.values()],
    origins: casting.origins,
  }
}
