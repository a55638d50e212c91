/** One spindle-shaped mark on a tile, in texels: a blade, a leaf, a fibre. */
export interface Mark {
  x: number
  y: number
  angle: number
  length: number
  width: number
}

/** Visits each texel under a mark with its place along the mark (-1 to 1) and across it (-1 to 1). */
export function stamp(
  n: number,
  mark: Mark,
  visit: (index: number, along: number, across: number) => void,
): void {
  const cos = Math.cos(mark.angle)
  const sin = Math.sin(mark.angle)
  const a = mark.length / 2
  const b = mark.width / 2
  const reachX = Math.abs(cos) * a + Math.abs(sin) * b
  const reachY = Math.abs(sin) * a + Math.abs(cos) * b
  const texels = n - 1
  const lastY = Math.ceil(mark.y + reachY)
  const lastX = Math.ceil(mark.x + reachX)
  for (let y = Math.floor(mark.y - reachY); y <= lastY; y++) {
    const line = (y & texels) * n
    for (let x = Math.floor(mark.x - reachX); x <= lastX; x++) {
      const dx = x - mark.x
      const dy = y - mark.y
      const along = (dx * cos + dy * sin) / a
      if (along < -1 || along > 1) continue
      const across = (dy * cos - dx * sin) / (b * (1 - along * along) + 0.01)
      if (across >= -1 && across <= 1) visit(line + (x & texels), along, across)
    }
  }
}
