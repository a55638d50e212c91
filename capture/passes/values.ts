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
  const values = new Float32Array(codes.length)
  for (let i = 0; i < values.length; i += 3) {
    const [x, y, z] = [codes[i], codes[i + 1], codes[i + 2]] as [number, number, number]
    setUnit(values, i, x / 127.5 - 1, y / 127.5 - 1, z / 127.5 - 1, x + y + z > 0)
  }
  return values
}

/** The same of the 16-bit pass. */
export function vectors16(planes: ArrayLike<number>): Float32Array {
  const count = planes.length / 3
  const values = new Float32Array(planes.length)
  for (let i = 0; i < count; i++) {
    const [y, z, x] = [planes[i], planes[count + i], planes[2 * count + i]] as [
      number,
      number,
      number,
    ]
    setUnit(values, 3 * i, x / 32_767.5 - 1, y / 32_767.5 - 1, z / 32_767.5 - 1, x + y + z > 0)
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

function setUnit(
  values: Float32Array,
  at: number,
  x: number,
  y: number,
  z: number,
  is: boolean,
): void {
  if (!is) return
  const length = Math.hypot(x, y, z)
  values[at] = x / length
  values[at + 1] = y / length
  values[at + 2] = z / length
}
