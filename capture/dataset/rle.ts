/**
 * COCO's run lengths of every id in a picture: pixels go down the columns, and the first run is of those that are not of the
 * mask, 0 where the mask begins at once. Without 0, which is the sky.
 */
export function runsOf(
  ids: ArrayLike<number>,
  { width, height }: { width: number; height: number },
): Map<number, number[]> {
  const masks = new Map<number, { counts: number[]; end: number }>()
  const total = width * height
  let [begin, current] = [0, -1]
  const close = (at: number) => {
    if (current <= 0) return
    const mask = masks.get(current) ?? { counts: [], end: 0 }
    masks.set(current, mask)
    mask.counts.push(begin - mask.end, at - begin)
    mask.end = at
  }
  for (let at = 0; at < total; at++) {
    const id = ids[(at % height) * width + Math.floor(at / height)] as number
    if (id === current) continue
    close(at)
    ;[begin, current] = [at, id]
  }
  close(total)
  return new Map(
    [...masks]
      .sort(([a], [b]) => a - b)
      .map(([id, { counts, end }]) => [id, end < total ? [...counts, total - end] : counts]),
  )
}

/** The box of a mask, `[left, top, width, height]`. */
export function boxOf(counts: readonly number[], height: number): [number, number, number, number] {
  let at = 0
  let [left, top, right, bottom] = [Infinity, Infinity, -1, -1]
  for (const [i, run] of counts.entries()) {
    const [from, to] = [at, at + run - 1]
    at += run
    if (i % 2 === 0 || run === 0) continue
    const [first, last] = [Math.floor(from / height), Math.floor(to / height)]
    left = Math.min(left, first)
    right = Math.max(right, last)
    // A run that goes on in the next column has been at the bottom and at the top.
    top = last > first ? 0 : Math.min(top, from % height)
    bottom = last > first ? height - 1 : Math.max(bottom, to % height)
  }
  return [left, top, right - left + 1, bottom - top + 1]
}
