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

/** Three bytes a pixel, top row first; 0, 0, 0 where there is none. */
export function normalBytes({ facing }: TruthPixels, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(3 * width * height)
  for (let row = 0, to = 0; row < height; row++) {
    let from = (height - 1 - row) * width * 4
    for (let column = 0; column < width; column++, from += 4) {
      bytes[to++] = facing[from] as number
      bytes[to++] = facing[from + 1] as number
      bytes[to++] = facing[from + 2] as number
    }
  }
  return bytes
}

/**
 * KITTI's red (dx), green (dy) and blue (valid) as three planes of 16 bits in ffmpeg's order: green, blue, red; top row
 * first.
 */
export function flowBytes(
  { forward, backward, facing }: TruthPixels,
  way: 'forward' | 'backward',
  width: number,
  height: number,
): Uint8Array {
  const count = width * height
  const { buffer, byteOffset } = way === 'forward' ? forward : backward
  const pairs = new Uint16Array(buffer, byteOffset, 2 * count)
  const bit = way === 'forward' ? 1 : 2
  const planes = new Uint16Array(3 * count)
  for (let row = 0, to = 0; row < height; row++) {
    let from = (height - 1 - row) * width
    for (let column = 0; column < width; column++, from++, to++) {
      planes[to] = pairs[2 * from + 1] as number
      planes[count + to] = ((facing[4 * from + 3] as number) & bit) === 0 ? 0 : 1
      planes[2 * count + to] = pairs[2 * from] as number
    }
  }
  return new Uint8Array(planes.buffer)
}

const TRUTH: Record<TruthPassName, true> = {
  instance: true,
  depth: true,
  normal: true,
  flow_forward: true,
  flow_backward: true,
}

export function isTruthPass(pass: Pass): pass is TruthPassName {
  return typeof pass === 'string' && pass in TRUTH
}
