/** Linear light of each sRGB byte. */
export const linearOfByte = Float32Array.from({ length: 256 }, (_, byte) => linear(byte / 255))

/** The sRGB byte of a linear value; a table, because a power per texel costs more than all the noise. */
export function byteOfLinear(value: number): number {
  return bytes[(Math.min(1, Math.max(0, value)) * steps + 0.5) | 0]
}

/** Linear red, green and blue of `#rrggbb`. */
export function linearOfHex(hex: string): [number, number, number] {
  const bits = Number.parseInt(hex.slice(1), 16)
  return [linearOfByte[bits >> 16], linearOfByte[(bits >> 8) & 255], linearOfByte[bits & 255]]
}

function linear(s: number): number {
  return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4
}

function encoded(l: number): number {
  return l <= 0.0031308 ? l * 12.92 : 1.055 * l ** (1 / 2.4) - 0.055
}

const steps = 16384
const bytes = Uint8Array.from({ length: steps + 1 }, (_, i) => Math.round(encoded(i / steps) * 255))
