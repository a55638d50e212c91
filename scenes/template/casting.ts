import type { Random } from '../random.ts'
import type { Actors } from './actors.ts'
import type { Choice } from './choice.ts'
import type { Domain } from './domain.ts'
import type { JointNames } from './joint-names.ts'
import type { JsonObject } from './json.ts'
import type { Origins } from './origins.ts'
import type { Scope } from './scope.ts'
import type { StageSet } from './set.ts'
import type { Template } from './template.ts'
import type { Trail } from './trail.ts'

/** What one walk through a template knows. */
export interface Casting {
  template: Template
  /** The stream of a domain. */
  chance: (domain: Domain) => Random
  /** Of the scene: shapes grow from it. */
  seed: number
  choices: Map<string, Choice>
  origins: Origins
  set: StageSet
  actors: Actors
  joints: JointNames
  /** Names being worked out, to tell a circle. */
  asking: string[]
  /** Made so far. */
  values: number
  /** The value of anything in a template; `NOTHING` and `Spliced` are for whoever holds it. */
  cast(value: unknown, trail: Trail, scope: Scope): unknown
  /** What an operator comes to, drawn anew even where it has a name. */
  evaluate(operator: JsonObject, trail: Trail, scope: Scope): unknown
}
