import { metresOf } from '../observe/depth-code.ts'

/** A picture of numbers: by pixel, channels by turns, top row first. */
export interface Field {
  channels: 1 | 3
  values: Float32Array | Uint16Array | Uint8Array
}

const METRES = Float32Array.from({ length: 65_536 }, (_, code) =>
  code === 0 ? Infinity : metresOf(code),
)

/** Planar metres; infinite for the sky. */
export function metres(codes: ArrayLike<number>): Float32Array {
  return Float32Array.from(codes, (code) => METRES[code] as number)
}

/** Unit vectors in camera space of the 8-bit pass; 0, 0, 0 for the sky. */
export function vectors(codes: ArrayLike<number>): Float32Array {
  return unitVectors(codes, 127.5, { x: 0, y: 1, z: 2, step: 3 })
}

/** The same of the 16-bit pass: planes of y, z, x. */
export function vectors16(planes: ArrayLike<number>): Float32Array {
  const count = planes.length / 3
  return unitVectors(planes, 32_767.5, { x: 2 * count, y: 0, z: count, step: 1 })
}

/** @param half of the largest code */
function unitVectors(
  codes: ArrayLike<number>,
  half: number,
  { x, y, z, step }: { x: number; y: number; z: number; step: number },
): Float32Array {
  const values = new Float32Array(codes.length)
  for (let to = 0, from = 0; to < values.length; to += 3, from += step) {
    const [a, b, c] = [codes[from + x], codes[from + y], codes[from + z]] as [
      number,
      number,
      number,
    ]
    if (a + b + c === 0) continue
    const [u, v, w] = [a / half - 1, b / half - 1, c / half - 1]
    const length = Math.hypot(u, v, w)
    values[to] = u / length
    values[to + 1] = v / length
    values[to + 2] = w / length
  }
  return values
}

/** Pixels to the right, pixels down, 1 where that is valid. */
export function flows(planes: ArrayLike<number>): Float32Array {
  const count = planes.length / 3
  const values = new Float32Array(planes.length)
  for (let i = 0; i < count; i++) {
    if (planes[count + i] === 0) continue
    values[3 * i] = ((planes[2 * count + i] as number) - 32_768) / 64
    values[3 * i + 1] = ((planes[i] as number) - 32_768) / 64
    values[3 * i + 2] = 1
  }
  return values
}
