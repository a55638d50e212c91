export type Point = [number, number]

/** A line without the points that lie within a distance of what remains (Douglas & Peucker 1973). */
export function simplified(line: readonly Point[], tolerance: number): Point[] {
  if (line.length < 3) return [...line]
  const [a, b] = [line[0] as Point, line.at(-1) as Point]
  let far = 0
  let index = 0
  line.forEach((point, i) => {
    const off = distanceTo(a, b, point)
    if (off > far) [far, index] = [off, i]
  })
  if (far <= tolerance) return [a, b]
  return [
    ...simplified(line.slice(0, index + 1), tolerance),
    ...simplified(line.slice(index), tolerance).slice(1),
  ]
}

/** Over 0 where the corner b turns to the left. */
export function turnAt(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - b[1]) - (b[1] - a[1]) * (c[0] - b[0])
}

function distanceTo(a: Point, b: Point, p: Point): number {
  const [x, y] = [b[0] - a[0], b[1] - a[1]]
  const square = x * x + y * y
  const share =
    square === 0 ? 0 : Math.min(Math.max(((p[0] - a[0]) * x + (p[1] - a[1]) * y) / square, 0), 1)
  return Math.hypot(p[0] - a[0] - x * share, p[1] - a[1] - y * share)
}
