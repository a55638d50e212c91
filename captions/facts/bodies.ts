import type { Actor, CastMember, Scene } from '#scenes'

/** How the physics holds a member: not at all, as a body that goes where it is pushed, or as one that a joint holds. */
export type Hold = 'none' | 'free' | 'jointed'

/** What each member of the cast is to the physics, by its id. */
export function holdsOf(scene: Scene, cast: CastMember[]): Map<string, Hold> {
  const [dynamic, jointed] = [new Set<string>(), new Set<string>()]
  const joined = new Set(
    (scene.physics?.joints ?? []).flatMap(({ body, base }) => [body, ...(base ? [base] : [])]),
  )
  const walk = (actor: Actor, moved: boolean, held: boolean): void => {
    const moves = actor.body ? actor.body.type === 'dynamic' : moved
    const holds = held || joined.has(actor.id)
    if (moves) dynamic.add(actor.id)
    if (holds) jointed.add(actor.id)
    if (actor.kind === 'group') for (const child of actor.children) walk(child, moves, holds)
  }
  for (const actor of scene.actors) walk(actor, false, false)
  return new Map(
    cast.map(({ id, solids }) => {
      const own = [id, ...solids]
      const hold: Hold = !own.some((one) => dynamic.has(one))
        ? 'none'
        : own.some((one) => jointed.has(one))
          ? 'jointed'
          : 'free'
      return [id, hold]
    }),
  )
}
