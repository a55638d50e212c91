import type { Vec3 } from '../../schema/values.ts'
import { MOST_CORNERS, piece, type Piece } from './form.ts'
import { simplified, turnAt, type Point } from './line.ts'

/** A plate as convex pieces: cut into triangles (ear clipping), and these joined while they stay convex. */
export function prismPieces(outline: readonly Point[], depth: number): Piece[] {
  const size = Math.max(
    ...[0, 1].map((k) => {
      const values = outline.map((point) => point[k] as number)
      return Math.max(...values) - Math.min(...values)
    }),
  )
  const line = simplified([...outline, outline[0] as Point], 0.004 * size).slice(0, -1)
  return joined(triangles(line))
    .flatMap(halved)
    .map((face) =>
      piece({
        kind: 'hull',
        points: face.flatMap(([x, y]): Vec3[] => [
          [x, y, -depth / 2],
          [x, y, depth / 2],
        ]),
      }),
    )
}

/** A face of many corners cut across, until none has too many. */
function halved(face: Point[]): Point[][] {
  if (face.length <= MOST_CORNERS) return [face]
  const half = face.length >> 1
  return [face.slice(0, half + 1), [...face.slice(half), face[0] as Point]].flatMap(halved)
}

function triangles(outline: Point[]): Point[][] {
  const rest = area(outline) < 0 ? outline.toReversed() : [...outline]
  const found: Point[][] = []
  while (rest.length > 3) {
    const ear = rest.findIndex((b, i) => {
      const [a, c] = [rest.at(i - 1) as Point, rest[(i + 1) % rest.length] as Point]
      return (
        turnAt(a, b, c) > 0 && !rest.some((p) => p !== a && p !== b && p !== c && isIn(p, a, b, c))
      )
    })
    // What crosses itself has no ears; its hull has to do.
    if (ear === -1) return [...found, rest]
    found.push([
      rest.at(ear - 1) as Point,
      rest[ear] as Point,
      rest[(ear + 1) % rest.length] as Point,
    ])
    rest.splice(ear, 1)
  }
  return [...found, rest]
}

/** Neighbours made one while the result bulges everywhere (Hertel & Mehlhorn 1983). */
function joined(faces: Point[][]): Point[][] {
  for (let i = 0; i < faces.length; i++)
    for (let j = i + 1; j < faces.length; j++) {
      const both = union(faces[i] as Point[], faces[j] as Point[])
      if (!both) continue
      const rest = faces.filter((_, k) => k !== i && k !== j)
      return joined([...rest, both])
    }
  return faces
}

/** Two faces along a common side, when that is convex. */
function union(a: Point[], b: Point[]): Point[] | undefined {
  for (let i = 0; i < a.length; i++) {
    const [p, q] = [a[i] as Point, a[(i + 1) % a.length] as Point]
    const j = b.findIndex((r, n) => r === q && b[(n + 1) % b.length] === p)
    if (j === -1) continue
    const others = Array.from(
      { length: b.length - 2 },
      (_, n) => b[(j + 2 + n) % b.length] as Point,
    )
    const both = [...a.slice(0, i + 1), ...others, ...a.slice(i + 1)]
    const convex = both.every(
      (corner, n) =>
        turnAt(both.at(n - 1) as Point, corner, both[(n + 1) % both.length] as Point) >= 0,
    )
    return convex ? both : undefined
  }
  return undefined
}

function area(outline: Point[]): number {
  return outline.reduce((sum, [x, y], i) => {
    const [px, py] = outline.at(i - 1) as Point
    return sum + (px * y - x * py) / 2
  }, 0)
}

function isIn(p: Point, a: Point, b: Point, c: Point): boolean {
  return turnAt(a, b, p) >= 0 && turnAt(b, c, p) >= 0 && turnAt(c, a, p) >= 0
}
