import type { Pass, TruthPassName } from '../protocol.ts'
import type { TruthPixels } from './truth-pass.ts'

/** Two bytes a pixel, little-endian, top row first: the id (low half of a pixel of `surface`) or the code of its depth. */
export function halfOf(
  which: 'id' | 'depth',
  surface: Uint8Array,
  width: number,
  height: number,
): Uint8Array {
  // Every machine that runs WebGL is little-endian.
  const pairs = new Uint16Array(surface.buffer, surface.byteOffset, 2 * width * height)
  const half = new Uint16Array(width * height)
  const first = which === 'id' ? 0 : 1
  for (let row = 0, to = 0; row < height; row++) {
    let from = (height - 1 - row) * width * 2 + first
    for (let column = 0; column < width; column++, from += 2) half[to++] = pairs[from] as number
  }
  return new Uint8Array(half.buffer)
}

/** Top row first; 0, 0, 0 where there is none. Of 8 bits: red, green, blue by turns. Of 16: planes of green, blue, red. */
export function normalBytes(
  { facing }: TruthPixels,
  bits: 8 | 16,
  width: number,
  height: number,
): Uint8Array {
  const count = width * height
  const pairs = new Uint16Array(facing.buffer, facing.byteOffset, 2 * count)
  const codes = bits === 8 ? new Uint8Array(3 * count) : new Uint16Array(3 * count)
  const half = (2 ** bits - 1) / 2
  const [red, green, blue, step] = bits === 8 ? [0, 1, 2, 3] : [2 * count, 0, count, 1]
  for (let row = 0, to = 0; row < height; row++) {
    let from = (height - 1 - row) * width * 2
    for (let column = 0; column < width; column++, from += 2, to += step) {
      const across = pairs[from] as number
      if (across === 0) continue
      // The octahedron of truth-material.ts, folded up again.
      let x = (across - 32_768) / 32_767
      let y = ((pairs[from + 1] as number) - 32_768) / 32_767
      const z = 1 - Math.abs(x) - Math.abs(y)
      const under = Math.max(-z, 0)
      x += x < 0 ? under : -under
      y += y < 0 ? under : -under
      const scale = half / Math.sqrt(x * x + y * y + z * z)
      codes[to + red] = Math.round(x * scale + half)
      codes[to + green] = Math.round(y * scale + half)
      codes[to + blue] = Math.round(z * scale + half)
    }
  }
  return new Uint8Array(codes.buffer)
}

/**
 * KITTI's red (dx), green (dy) and blue (valid) as three planes of 16 bits in ffmpeg's order: green, blue, red; top row
 * first.
 */
export function flowBytes(
  { forward, backward }: TruthPixels,
  way: 'forward' | 'backward',
  width: number,
  height: number,
): Uint8Array {
  const count = width * height
  const { buffer, byteOffset } = way === 'forward' ? forward : backward
  const pairs = new Uint16Array(buffer, byteOffset, 2 * count)
  const planes = new Uint16Array(3 * count)
  for (let row = 0, to = 0; row < height; row++) {
    let from = (height - 1 - row) * width
    for (let column = 0; column < width; column++, from++, to++) {
      const across = pairs[2 * from] as number
      planes[to] = pairs[2 * from + 1] as number
      planes[count + to] = across === 0 ? 0 : 1
      planes[2 * count + to] = across
    }
  }
  return new Uint8Array(planes.buffer)
}

const TRUTH: Record<TruthPassName, true> = {
  instance: true,
  depth: true,
  normal: true,
  normal16: true,
  flow_forward: true,
  flow_backward: true,
}

export function isTruthPass(pass: Pass): pass is TruthPassName {
  return typeof pass === 'string' && pass in TRUTH
}
