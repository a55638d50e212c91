/** Cosine of the angle from which on a fold is an edge: 30 degrees. */
const FOLD = Math.cos(Math.PI / 6)

/** Share of the nearness by which a surface may bend between three pixels. */
const STEP = 0.02

/**
 * 255 on the outlines of actors, where depth jumps and where surfaces fold by more than 30 degrees; a pixel is compared
 * to those on its right and below it. On a plane nearness (one over the depth) grows evenly over the picture, however
 * flat the plane is seen: what does not is a jump.
 * @param depth metres, infinite for the sky
 * @param normals camera space, by turns
 */
export function edgesOf(
  ids: ArrayLike<number>,
  depth: Float32Array,
  normals: Float32Array,
  width: number,
  height: number,
): Uint8Array {
  const edges = new Uint8Array(width * height)
  const nearness = depth.map((metres) => 1 / metres)
  const isEdge = (at: number, other: number, before: number | undefined) => {
    if (ids[at] !== ids[other]) return true
    if (ids[at] === 0) return false
    const folds =
      (normals[3 * at] as number) * (normals[3 * other] as number) +
      (normals[3 * at + 1] as number) * (normals[3 * other + 1] as number) +
      (normals[3 * at + 2] as number) * (normals[3 * other + 2] as number)
    if (folds < FOLD) return true
    if (before === undefined || ids[before] !== ids[at]) return false
    const [here, there, back] = [nearness[at], nearness[other], nearness[before]] as [
      number,
      number,
      number,
    ]
    return Math.abs(back - 2 * here + there) > STEP * here
  }
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++)
      if (
        (x + 1 < width && isEdge(at, at + 1, x > 0 ? at - 1 : undefined)) ||
        (y + 1 < height && isEdge(at, at + width, y > 0 ? at - width : undefined))
      )
        edges[at] = 255
  return edges
}
