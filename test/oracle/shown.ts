import type { Lens } from './lens.ts'
import type { Body } from './solids.ts'
import { inner, medianOf, minus, type Vec3 } from './space.ts'

/** Heights of the picture over the subject's: the borders between one shot size and the next. */
export const BORDERS = {
  'extreme wide': [5.2, 100],
  wide: [1.94, 5.2],
  full: [1.01, 1.94],
  'medium full': [0.678, 1.01],
  medium: [0.449, 0.678],
  'medium close-up': [0.281, 0.449],
  'close-up': [0.162, 0.281],
  'extreme close-up': [0, 0.162],
} as const

/** The size by those borders, where something is in the picture at all. */
export function sizeShown(
  bodies: Body[],
  lens: Lens,
  aspect: number,
  frame: number,
): keyof typeof BORDERS {
  const over = pictureOver(bodies, lens, aspect, frame)
  const words = Object.keys(BORDERS) as (keyof typeof BORDERS)[]
  return words.find((word) => over >= BORDERS[word][0]) as keyof typeof BORDERS
}

/**
 * How many times as high as bodies the picture is, by points on them, seen or not. What fits into the picture is as large
 * as it is there, or as it would stand upright where its middle is; of what does not, it counts how far what one looks at
 * is. What is cut off a little is between the two.
 */
export function pictureOver(bodies: Body[], lens: Lens, aspect: number, frame: number): number {
  const points = bodies.flatMap((body) => body.points(frame))
  const depths = points.map((point) => inner(minus(point, lens.position), lens.forward))
  const high = lookedAt(bodies, points, lens, frame) * heightAtOne(lens)
  const extent = (axis: Vec3) => range(points.map((point) => inner(point, axis)))
  const upright = extent([0, 1, 0])
  const near = high / Math.max(upright, extent(lens.up), extent(lens.right) / aspect)
  if (depths.some((depth) => depth <= 0)) return near
  const { x, y } = rectangleOf(points, lens)
  const highAtMiddle = medianOf(depths) * heightAtOne(lens)
  const whole = 1 / Math.max(x[1] - x[0], y[1] - y[0], upright / highAtMiddle)
  if (whole >= 1) return whole
  return whole <= 0.6 ? near : near * (whole / near) ** ((whole - 0.6) / 0.4)
}

/** Share of the rectangle around a body that is in the picture, as if nothing hid it. */
export function shareShown(points: Vec3[], lens: Lens): number {
  const { x, y } = rectangleOf(points, lens)
  const inside = ([from, to]: [number, number]) =>
    Math.max(0, Math.min(to, 1) - Math.max(from, 0)) / (to - from)
  return inside(x) * inside(y)
}

/** In shares of the picture; what is level with the camera or behind it reaches far out. */
function rectangleOf(points: Vec3[], lens: Lens): { x: [number, number]; y: [number, number] } {
  const places = points.map((point) => {
    const { x, y, depth } = lens.see(point)
    return depth > 0.01 ? { x, y } : { x: x > 0.5 ? -99 : 99, y: y > 0.5 ? -99 : 99 }
  })
  const [xs, ys] = [places.map(({ x }) => x), places.map(({ y }) => y)]
  return {
    x: [Math.min(...xs), Math.max(...xs)],
    y: [Math.min(...ys), Math.max(...ys)],
  }
}

/**
 * Metres along the line of sight to what one looks at: where the sight through the middle of the picture meets a body, or
 * the one through the middle of what is seen of it; else its nearest point ahead.
 */
function lookedAt(bodies: Body[], points: Vec3[], lens: Lens, frame: number): number {
  const { x, y } = rectangleOf(points, lens)
  const seen = ([from, to]: [number, number]) => (Math.max(from, 0) + Math.min(to, 1)) / 2
  for (const [across, down] of [
    [0.5, 0.5],
    [seen(x), seen(y)],
  ] as const) {
    const way = lens.through(across, down)
    const meets = bodies.flatMap((body) => body.pierced(lens.position, way, frame))
    const ahead = meets.flatMap(([enters, leaves]) => (leaves > 0 ? [Math.max(enters, 0)] : []))
    if (ahead.length > 0) return Math.min(...ahead)
  }
  const depths = points.map((point) => lens.see(point).depth).filter((depth) => depth > 0)
  return depths.length > 0 ? Math.min(...depths) : 1
}

/** Metres from the lower to the upper edge of the picture, one metre ahead. */
function heightAtOne({ vertical }: Lens): number {
  return 2 * Math.tan(vertical / 2)
}

function range(values: number[]): number {
  return Math.max(...values) - Math.min(...values)
}
