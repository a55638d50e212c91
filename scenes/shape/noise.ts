/** Smooth value noise in three dimensions from integer hashes: the same numbers on every machine. -1..1. */
export function noise3(x: number, y: number, z: number, seed: number): number {
  const [xi, yi, zi] = [Math.floor(x), Math.floor(y), Math.floor(z)]
  const [u, v, w] = [fade(x - xi), fade(y - yi), fade(z - zi)]
  const at = (dx: number, dy: number, dz: number) => hash(xi + dx, yi + dy, zi + dz, seed)
  const mix = (a: number, b: number, t: number) => a + (b - a) * t
  const near = mix(mix(at(0, 0, 0), at(1, 0, 0), u), mix(at(0, 1, 0), at(1, 1, 0), u), v)
  // On whole z, as in flat pictures, the far side has no part in it.
  if (w === 0) return near
  const far = mix(mix(at(0, 0, 1), at(1, 0, 1), u), mix(at(0, 1, 1), at(1, 1, 1), u), v)
  return mix(near, far, w)
}

/**
 * `noise3` on a whole z, by a table of its lattice, for pictures that ask for a cell a hundred times.
 * @param first least x and y that will be asked for @param cells to a side; a cell more is never asked for
 */
export function tabledNoise(z: number, seed: number, first: number, cells: number) {
  const side = cells + 1
  const lattice = Float64Array.from({ length: side * side }, (_, i) =>
    hash(first + (i % side), first + Math.floor(i / side), z, seed),
  )
  return (x: number, y: number): number => {
    const [column, row] = [Math.floor(x), Math.floor(y)]
    const [u, v] = [fade(x - column), fade(y - row)]
    const i = (row - first) * side + column - first
    const mix = (k: number) => {
      const [left, right] = [lattice[k] as number, lattice[k + 1] as number]
      return left + (right - left) * u
    }
    const [near, far] = [mix(i), mix(i + side)]
    return near + (far - near) * v
  }
}

/** Octaves of noise, each twice as fine and half as strong; about -1..1. */
export function fbm3(x: number, y: number, z: number, seed: number, octaves: number): number {
  let sum = 0
  let weight = 0.5
  for (let i = 0; i < octaves; i++) {
    sum += weight * noise3(x * 2 ** i, y * 2 ** i, z * 2 ** i, seed + i)
    weight /= 2
  }
  return sum
}

/** An evenly spread number in 0..1 for a whole-number index. */
export function scatter(index: number, seed: number): number {
  return (hash(index, seed, 7, 0) + 1) / 2
}

function fade(t: number): number {
  return t * t * t * (t * (t * 6 - 15) + 10)
}

/** -1..1 from four integers (murmur3 finaliser). */
function hash(x: number, y: number, z: number, seed: number): number {
  let h =
    Math.imul(x, 0x9e3779b1) ^
    Math.imul(y, 0x85ebca77) ^
    Math.imul(z, 0xc2b2ae3d) ^
    Math.imul(seed + 1, 0x27d4eb2f)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return ((h ^ (h >>> 16)) >>> 0) / 2147483648 - 1
}
