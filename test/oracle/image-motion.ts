/**
 * How the picture moves from one frame to the next, found by looking for its blocks: an optical measurement that knows
 * nothing of cameras. Pixels; x to the right, y downwards.
 */

/** Brightness, 0..255, row by row from the top. */
export interface Grey {
  width: number
  height: number
  values: Float32Array
}

/** A block of the first picture and how far it has gone in the second. */
export interface BlockMotion {
  /** The middle of the block, from the middle of the picture. */
  x: number
  y: number
  dx: number
  dy: number
}

export interface MatchOptions {
  /** Side of a block, odd. */
  block?: number
  /** From one block to the next. */
  step?: number
  /** The farthest that a block is looked for, to each side. */
  reach?: number
}

/** Of RGBA bytes: the mean of red, green and blue. */
export function greyOf(picture: { width: number; height: number; bytes: Uint8Array }): Grey {
  const { width, height, bytes } = picture
  const values = new Float32Array(width * height)
  for (let i = 0; i < values.length; i++)
    values[i] = (bytes[4 * i]! + bytes[4 * i + 1]! + bytes[4 * i + 2]!) / 3
  return { width, height, values }
}

/** Grey levels, root mean square, that a block must vary by along its dullest direction: else its way is anybody's guess. */
const PATTERN = 4
/** The best place must differ by this part of the block's own variation at most: else the block is gone. */
const LIKENESS = 0.15

/**
 * The blocks that are found again. Squared differences after both blocks' means are taken off (light may change), the
 * smallest wins, and a bowl through its neighbours gives the fraction of a pixel.
 */
export function motionBetween(
  a: Grey,
  b: Grey,
  { block = 15, step = 7, reach = 9 }: MatchOptions = {},
): BlockMotion[] {
  const half = (block - 1) / 2
  const found: BlockMotion[] = []
  const margin = half + 1
  for (let y = margin; y < a.height - margin; y += step)
    for (let x = margin; x < a.width - margin; x += step) {
      if (!isPatterned(a, x, y, half)) continue
      const motion = matched(a, b, x, y, half, reach)
      if (motion)
        found.push({
          x: x + 0.5 - a.width / 2,
          y: y + 0.5 - a.height / 2,
          dx: motion[0],
          dy: motion[1],
        })
    }
  return found
}

function matched(
  a: Grey,
  b: Grey,
  x: number,
  y: number,
  half: number,
  reach: number,
): [number, number] | undefined {
  const side = 2 * reach + 1
  const costs = new Float64Array(side * side).fill(Number.POSITIVE_INFINITY)
  let best = -1
  for (let v = -reach; v <= reach; v++)
    for (let u = -reach; u <= reach; u++) {
      const [bx, by] = [x + u, y + v]
      if (bx < half || by < half || bx >= b.width - half || by >= b.height - half) continue
      const i = (v + reach) * side + u + reach
      costs[i] = differenceOf(a, b, x, y, bx, by, half)
      if (best < 0 || costs[i]! < costs[best]!) best = i
    }
  const [u, v] = [(best % side) - reach, Math.floor(best / side) - reach]
  if (Math.abs(u) === reach || Math.abs(v) === reach) return undefined
  const own = differenceOf(a, undefined, x, y, x, y, half)
  if (costs[best]! > LIKENESS * own) return undefined
  const off = lowestBetween((du, dv) => costs[best + dv * side + du]!)
  return off && [u + off[0], v + off[1]]
}

/** Squared differences of two blocks without their means; without a second picture, of a block to its mean. */
function differenceOf(
  a: Grey,
  b: Grey | undefined,
  ax: number,
  ay: number,
  bx: number,
  by: number,
  half: number,
): number {
  let [sum, squares] = [0, 0]
  for (let v = -half; v <= half; v++) {
    const row = (ay + v) * a.width + ax
    const other = b ? (by + v) * b.width + bx : 0
    for (let u = -half; u <= half; u++) {
      const d = a.values[row + u]! - (b ? b.values[other + u]! : 0)
      sum += d
      squares += d * d
    }
  }
  return squares - (sum * sum) / (2 * half + 1) ** 2
}

/** Where the bowl through a cost and its eight neighbours is lowest, within a pixel of it. */
function lowestBetween(cost: (du: number, dv: number) => number): [number, number] | undefined {
  const middle = cost(0, 0)
  const [gx, gy] = [(cost(1, 0) - cost(-1, 0)) / 2, (cost(0, 1) - cost(0, -1)) / 2]
  const [xx, yy] = [cost(1, 0) - 2 * middle + cost(-1, 0), cost(0, 1) - 2 * middle + cost(0, -1)]
  const xy = (cost(1, 1) - cost(-1, 1) - cost(1, -1) + cost(-1, -1)) / 4
  const determinant = xx * yy - xy * xy
  if (!(xx > 0 && determinant > 0)) return undefined
  const [x, y] = [(xy * gy - yy * gx) / determinant, (xy * gx - xx * gy) / determinant]
  return Math.abs(x) <= 1 && Math.abs(y) <= 1 ? [x, y] : undefined
}

/** Whether the brightness changes along every direction, so that a block can be told from its neighbours. */
function isPatterned({ width, values }: Grey, x: number, y: number, half: number): boolean {
  let [xx, xy, yy] = [0, 0, 0]
  for (let v = -half; v <= half; v++)
    for (let u = -half; u <= half; u++) {
      const i = (y + v) * width + x + u
      const gx = (values[i + 1]! - values[i - 1]!) / 2
      const gy = (values[i + width]! - values[i - width]!) / 2
      xx += gx * gx
      xy += gx * gy
      yy += gy * gy
    }
  const n = (2 * half + 1) ** 2
  const least = (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy)
  return least / n > PATTERN ** 2
}

/** How a part of the picture moves as a whole: it shifts, grows and turns about the middle of the picture. */
export interface Flow {
  /** Of the middle, pixels a frame; right and down. */
  shift: [number, number]
  /** Growth a frame: 0.01 spreads by a hundredth. */
  growth: number
  /** Degrees a frame, clockwise as seen. */
  turn: number
  blocks: number
}

/** The shift, growth and turn that fit best, after the blocks that fit worst are left out once (fifth of them). */
export function flowOf(blocks: readonly BlockMotion[]): Flow {
  const first = fitted(blocks)
  const off = (block: BlockMotion) => {
    const [dx, dy] = movedBy(first, block)
    return Math.hypot(block.dx - dx, block.dy - dy)
  }
  const best = [...blocks].sort((p, q) => off(p) - off(q)).slice(0, Math.ceil(blocks.length * 0.8))
  const { shift, growth, turn } = fitted(best)
  return { shift, growth, turn: (turn * 180) / Math.PI, blocks: blocks.length }
}

/** Least squares of dx = shift + growth x - turn y, dy = shift + growth y + turn x; turn in radians. */
function fitted(blocks: readonly BlockMotion[]): Omit<Flow, 'blocks'> {
  const mean = (pick: (block: BlockMotion) => number) =>
    blocks.reduce((sum, block) => sum + pick(block), 0) / blocks.length
  const [mx, my, mdx, mdy] = [
    mean((p) => p.x),
    mean((p) => p.y),
    mean((p) => p.dx),
    mean((p) => p.dy),
  ]
  let [along, across, size] = [0, 0, 0]
  for (const { x, y, dx, dy } of blocks) {
    const [rx, ry, rdx, rdy] = [x - mx, y - my, dx - mdx, dy - mdy]
    along += rx * rdx + ry * rdy
    across += rx * rdy - ry * rdx
    size += rx * rx + ry * ry
  }
  const [growth, turn] = size > 0 ? [along / size, across / size] : [0, 0]
  return { shift: [mdx - growth * mx + turn * my, mdy - growth * my - turn * mx], growth, turn }
}

function movedBy({ shift, growth, turn }: Omit<Flow, 'blocks'>, { x, y }: BlockMotion) {
  return [shift[0] + growth * x - turn * y, shift[1] + growth * y + turn * x] as const
}
