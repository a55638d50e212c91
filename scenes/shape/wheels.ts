import type { Vec3 } from '../schema/values.ts'
import type { Part } from './shape.ts'

/** A wheel that turns by the way it goes; its parts all turn about its pivot. */
export interface Wheel {
  /** Its middle, in the actor's own metres. */
  pivot: Vec3
  radius: number
}

/** The wheels among an actor's parts, each once. */
export function wheelsOf(parts: readonly Part[]): Wheel[] {
  const found: Wheel[] = []
  for (const { turns } of parts)
    if (turns?.by === 'travel' && !found.some(({ pivot }) => isSame(pivot, turns.pivot)))
      found.push({ pivot: turns.pivot, radius: turns.radius })
  return found
}

function isSame(a: Vec3, b: Vec3): boolean {
  return a.every((x, k) => x === b[k])
}
