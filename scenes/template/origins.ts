import { valueAt, type JsonPath } from '../problems/fault.ts'
import type { Spot } from './template-error.ts'

/** Where in the template the values of a cast come from. */
export interface Origins {
  /** Tells where an object or list was made. */
  made(value: object, spot: Spot): void
  /** Tells where the elements of a list stand, spliced ones by their operator. */
  elements(list: readonly unknown[], spots: readonly Spot[]): void
  /** The place of a value of the cast scene; of what is not in the template the place of what holds it. */
  spotOf(root: object, path: JsonPath): Spot
}

/** @param root where the template itself stands */
export function openOrigins(root: Spot): Origins {
  const objects = new WeakMap<object, Spot>()
  const lists = new WeakMap<object, readonly Spot[]>()
  return {
    made: (value, spot) => void objects.set(value, spot),
    elements: (list, spots) => void lists.set(list, spots),
    spotOf(scene, path) {
      let spot = root
      for (let length = 1; length <= path.length; length++) {
        const holder = valueAt(scene, path.slice(0, length - 1))
        const step = path[length - 1] as string | number
        const value = valueAt(scene, path.slice(0, length))
        const own = typeof value === 'object' && value !== null ? objects.get(value) : undefined
        spot = own ?? elementSpot(lists, holder, step) ?? within(spot, holder, step, objects)
      }
      return spot
    },
  }
}

function elementSpot(
  lists: WeakMap<object, readonly Spot[]>,
  holder: unknown,
  step: string | number,
): Spot | undefined {
  return Array.isArray(holder) ? lists.get(holder)?.[Number(step)] : undefined
}

/** A key stands in the object that was written; in what an operator made, the operator is the place. */
function within(
  spot: Spot,
  holder: unknown,
  step: string | number,
  objects: WeakMap<object, Spot>,
): Spot {
  const isWritten = typeof holder === 'object' && holder !== null && objects.has(holder)
  return isWritten ? { source: spot.source, path: [...spot.path, step] } : spot
}
