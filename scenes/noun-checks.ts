import type { Actor } from './actors/index.ts'
import type { JsonPath } from './problems/fault.ts'
import type { Scene } from './schema/scene.ts'
import type { Noun } from './schema/values.ts'
import type { Finding } from './stage-checks.ts'

/** An actor with an English noun and no Chinese one: a clip that shows it has no Chinese captions. */
interface Unspoken {
  id: string
  noun: Noun
  path: JsonPath
}

export function withoutChinese(scene: Scene): Unspoken[] {
  return scene.actors.flatMap((actor, i) => unspokenIn(actor, ['actors', i]))
}

function unspokenIn(actor: Actor, path: JsonPath): Unspoken[] {
  const { id, noun } = actor
  if (noun) return noun.zh === undefined ? [{ id, noun, path }] : []
  // A group with a noun is one actor; what it is made of is not told of.
  return actor.kind === 'group'
    ? actor.children.flatMap((child, i) => unspokenIn(child, [...path, 'children', i]))
    : []
}

/** The same as warnings. */
export function checkNouns(scene: Scene): Finding[] {
  return withoutChinese(scene).map(({ id, path }) => ({
    severity: 'warning',
    path: [...path, 'noun'],
    wanted: `has no Chinese: a clip that shows \`${id}\` has no Chinese captions`,
    hint: 'add `zh`, and `measure` for what counts it',
  }))
}
