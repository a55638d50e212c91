import type { Box } from '../stage/treaty.ts'

/** Where the name of a box stands: over it, under it, or in its upper edge; and from which side it begins. */
export interface NamePlace {
  at: 'over' | 'under' | 'in'
  side: 'left' | 'right'
}

export interface Named {
  /** CSS pixels of the picture. */
  box: Box
  letters: number
}

/**
 * Places names so that they hide each other as little as can be; the smallest boxes choose first, for a large one can be
 * named in more places.
 * @param size of the picture, CSS pixels
 */
export function namePlaces(
  named: readonly Named[],
  size: { width: number; height: number },
): NamePlace[] {
  const order = named.map((_, i) => i).sort((a, b) => areaOf(named, a) - areaOf(named, b))
  const taken: Box[] = []
  const places: NamePlace[] = named.map(() => ({ at: 'over', side: 'left' }))
  for (const i of order) {
    const one = named[i] as Named
    const side = one.box[0] + widthOf(one) > size.width ? 'right' : 'left'
    const free = (['over', 'under', 'in'] as const).filter((at) => {
      const [, top, , bottom] = roomOf(one, { at, side })
      return top >= 0 && bottom <= size.height
    })
    const at =
      free.find((where) => !taken.some((other) => meet(other, roomOf(one, { at: where, side })))) ??
      free[0] ??
      'in'
    places[i] = { at, side }
    taken.push(roomOf(one, { at, side }))
  }
  return places
}

/** CSS pixels, as player.css sets them. */
const HEIGHT = 16
const LETTER = 6.2
const PADDING = 12

function widthOf({ letters }: Named): number {
  return PADDING + LETTER * letters
}

function roomOf(one: Named, { at, side }: NamePlace): Box {
  const [left, top, right, bottom] = one.box
  const x = side === 'left' ? left : right - widthOf(one)
  const y = at === 'over' ? top - HEIGHT : at === 'under' ? bottom : top
  return [x, y, x + widthOf(one), y + HEIGHT]
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

function areaOf(named: readonly Named[], i: number): number {
  const [left, top, right, bottom] = (named[i] as Named).box
  return (right - left) * (bottom - top)
}
