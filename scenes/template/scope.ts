import type { Trail } from './trail.ts'

/** A value with a name, drawn when it is first asked for. */
export interface Named {
  raw: unknown
  trail: Trail
  state: 'new' | 'open' | 'done'
  value?: unknown
}

/** Where names hold: a template, a fragment, or one copy of what is repeated. */
export interface Scope {
  /** The scope around; a fragment sees none. */
  outer: Scope | undefined
  names: Map<string, Named>
  /** Of the template or fragment. */
  params: Readonly<Record<string, unknown>>
  /** `$index`, and the name that a repeat gives it. */
  counts: Readonly<Record<string, number>>
  /** What an id that is written here is called in the scene. */
  rename(id: string): string
}

/** A named value and the scope that it belongs to, looked for outwards. */
export function findNamed(
  scope: Scope | undefined,
  name: string,
): { named: Named; scope: Scope } | undefined {
  for (let at = scope; at; at = at.outer) {
    const named = at.names.get(name)
    if (named) return { named, scope: at }
  }
  return undefined
}

export function findCount(scope: Scope | undefined, name: string): number | undefined {
  for (let at = scope; at; at = at.outer) if (Object.hasOwn(at.counts, name)) return at.counts[name]
  return undefined
}

/** All that can be said in an expression here. */
export function namesIn(scope: Scope): string[] {
  const names = new Set<string>()
  for (let at: Scope | undefined = scope; at; at = at.outer)
    for (const name of [...at.names.keys(), ...Object.keys(at.counts)]) names.add(name)
  return [...names, ...Object.keys(scope.params)]
}

/** What an id may be called in the scene, from the innermost copy outwards. */
export function callings(scope: Scope, id: string): string[] {
  const names: string[] = []
  for (let at: Scope | undefined = scope; at; at = at.outer) names.push(at.rename(id))
  return [...new Set([...names, id])]
}
