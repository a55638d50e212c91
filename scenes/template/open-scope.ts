import { findNamesIn, letNames } from './named.ts'
import type { Named, Scope } from './scope.ts'
import type { Trail } from './trail.ts'

/** A scope with the names of a `let` and every `"$as"` in a value that is cast in it. */
export function openScope(
  value: unknown,
  trail: Trail,
  given: Omit<Scope, 'names'> & { lets: { value: unknown; trail: Trail } },
): Scope {
  const { lets, ...scope } = given
  const names = new Map<string, Named>()
  letNames(lets.value, lets.trail, scope.params, names)
  findNamesIn(value, trail, names)
  return { ...scope, names }
}
