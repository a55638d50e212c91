import type { Vec3 } from '../schema/values.ts'
import type { JsonObject } from './json.ts'
import type { Placement } from './operator.ts'
import { tidy } from './tidy.ts'

/**
 * An actor at a place: its own position is added (turned by the heading), its own heading too. What is not
 * three numbers stays as it is, for the scene's own check to tell.
 */
export function placedAt(actor: JsonObject, placement: Placement): JsonObject {
  const { heading } = placement
  const [own, turned] = [vector(actor['position']), vector(actor['rotation'])]
  if (!own || !turned) return actor
  return {
    ...actor,
    position: moved(own, placement).map(tidy),
    ...(heading !== 0 && { rotation: [turned[0], tidy(turned[1] + heading), turned[2]] }),
  }
}

/** A placed list of placed actors: the outer place moves and turns the inner one. */
export function placedIn(outer: Placement | undefined, inner: Placement): Placement {
  if (!outer) return inner
  return { position: moved(inner.position, outer), heading: outer.heading + inner.heading }
}

function moved([x, y, z]: Vec3, { position, heading }: Placement): Vec3 {
  const angle = (heading * Math.PI) / 180
  return [
    position[0] + x * Math.cos(angle) + z * Math.sin(angle),
    position[1] + y,
    position[2] + z * Math.cos(angle) - x * Math.sin(angle),
  ]
}

function vector(value: unknown): Vec3 | undefined {
  if (value === undefined) return [0, 0, 0]
  const isVector =
    Array.isArray(value) && value.length === 3 && value.every((one) => typeof one === 'number')
  return isVector ? (value as Vec3) : undefined
}
