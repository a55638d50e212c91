/** Pixels by which the way there and back may miss where it began: the nearest pixel's flow is not the point's own. */
const MISS = 1

/**
 * 255 where what a pixel shows is seen in the next frame as well, 0 where something covers it then, it is out of the
 * picture, or the shot has no next frame. Seen is what flow leads to a pixel that shows the same actor and whose flow
 * leads back.
 * @param next of the frame after: its ids and backward flow; undefined when there is none
 */
export function occlusionOf(
  ids: ArrayLike<number>,
  forward: Float32Array,
  next: { ids: ArrayLike<number>; backward: Float32Array } | undefined,
  width: number,
  height: number,
): Uint8Array {
  const seen = new Uint8Array(width * height)
  if (!next) return seen
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (forward[3 * at + 2] === 0) continue
      const [dx, dy] = [forward[3 * at] as number, forward[3 * at + 1] as number]
      const [u, v] = [Math.round(x + dx), Math.round(y + dy)]
      if (u < 0 || v < 0 || u >= width || v >= height) continue
      const there = v * width + u
      if (next.ids[there] !== ids[at] || next.backward[3 * there + 2] === 0) continue
      const [bx, by] = [next.backward[3 * there] as number, next.backward[3 * there + 1] as number]
      if (Math.hypot(dx + bx, dy + by) < MISS) seen[at] = 255
    }
  return seen
}
