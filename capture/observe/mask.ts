import type { Survey } from './survey.ts'

/** `[left, top, right, bottom]`, right and bottom exclusive. */
export type Box = [number, number, number, number]

/** Which pixels are whose. */
export interface Masks {
  /** Indices of a member's pixels: the inside first, then the edge. */
  of(member: number): Int32Array
  /** Those with neighbours of their own above, below, left and right. */
  inside(member: number): Int32Array
  edge(member: number): Int32Array
  /** Tight box of a member's pixels; only for one that has some. */
  box(member: number): Box
}

/** Sorts the pixels by their owner, in two passes whatever the number of members. */
export function masksOf({ width, height, ids, alone }: Survey): Masks {
  const starts = new Int32Array(alone.length + 2)
  for (let at = 0; at < ids.length; at++) (starts[(ids[at] as number) + 1] as number)++
  for (let id = 1; id < starts.length; id++) (starts[id] as number) += starts[id - 1] as number

  // A member's stretch fills from both ends.
  const insideEnd = starts.slice()
  const edgeStart = starts.slice(1)
  const order = new Int32Array(ids.length)
  const boxes = new Int32Array(4 * (alone.length + 1))
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at++) {
      const id = ids[at] as number
      if (id === 0) continue
      const b = 4 * id
      // Its first pixel opens the box.
      if (insideEnd[id] === starts[id] && edgeStart[id] === starts[id + 1])
        boxes.set([x, y, x, y], b)
      if (x < (boxes[b] as number)) boxes[b] = x
      else if (x > (boxes[b + 2] as number)) boxes[b + 2] = x
      boxes[b + 3] = y
      // Beyond the picture's edge a thing goes on, for all we know.
      const isInside =
        (x === 0 || ids[at - 1] === id) &&
        (x === width - 1 || ids[at + 1] === id) &&
        (y === 0 || ids[at - width] === id) &&
        (y === height - 1 || ids[at + width] === id)
      if (isInside) order[(insideEnd[id] as number)++] = at
      else order[--(edgeStart[id] as number)] = at
    }
  }
  return {
    of: (member) => order.subarray(starts[member + 1], starts[member + 2]),
    inside: (member) => order.subarray(starts[member + 1], insideEnd[member + 1]),
    edge: (member) => order.subarray(edgeStart[member + 1], starts[member + 2]),
    box(member) {
      const [left, top, right, bottom] = boxes.subarray(
        4 * (member + 1),
        4 * (member + 2),
      ) as unknown as Box
      return [left, top, right + 1, bottom + 1]
    },
  }
}
