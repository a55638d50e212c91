import type { Who } from '../stage/treaty.ts'

/**
 * Whose light is turned on: of a ball on a table that fills the picture, the ball. What fills the picture is meant only
 * when it is meant alone.
 */
export function meantIn({ boxes, width, height }: Who, lit: readonly string[]): Who['boxes'] {
  const all = boxes.filter(({ id }) => lit.includes(id))
  const small = all.filter(
    ({ box: [left, top, right, bottom] }) =>
      (right - left) * (bottom - top) < FILLS * width * height,
  )
  return small.length > 0 ? small : all
}

const FILLS = 0.4
