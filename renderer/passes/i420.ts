/**
 * 8-bit sRGB RGBA, bottom row first as WebGL reads it, to planar I420, top row first:
 * BT.709 matrix, limited range (ITU-R BT.709-6, 3.4 and 3.5), 16-bit fixed point, rounded.
 * Chroma is the mean of each 2x2 block (centre-sited; x264 tags it as the MPEG default, a quarter pixel
 * off, as every RGB source does).
 * @param rgba width * height * 4 bytes; both sides even.
 * @returns width * height * 3 / 2 bytes: Y, then U, then V.
 */
export function toI420(
  rgba: Uint8Array,
  width: number,
  height: number,
  out: Uint8Array,
): Uint8Array {
  const chroma = width * height
  const half = width >> 1
  let u = chroma
  let v = chroma + (chroma >> 2)
  for (let row = 0; row < height; row += 2) {
    let upper = (height - 1 - row) * width * 4
    let lower = upper - width * 4
    let y0 = row * width
    let y1 = y0 + width
    for (let column = 0; column < half; column++) {
      let r = rgba[upper] as number
      let g = rgba[upper + 1] as number
      let b = rgba[upper + 2] as number
      out[y0] = (RY * r + GY * g + BY * b + Y_OFFSET) >> 16
      let sr = r
      let sg = g
      let sb = b
      r = rgba[upper + 4] as number
      g = rgba[upper + 5] as number
      b = rgba[upper + 6] as number
      out[y0 + 1] = (RY * r + GY * g + BY * b + Y_OFFSET) >> 16
      sr += r
      sg += g
      sb += b
      r = rgba[lower] as number
      g = rgba[lower + 1] as number
      b = rgba[lower + 2] as number
      out[y1] = (RY * r + GY * g + BY * b + Y_OFFSET) >> 16
      sr += r
      sg += g
      sb += b
      r = rgba[lower + 4] as number
      g = rgba[lower + 5] as number
      b = rgba[lower + 6] as number
      out[y1 + 1] = (RY * r + GY * g + BY * b + Y_OFFSET) >> 16
      sr += r
      sg += g
      sb += b
      out[u++] = (RU * sr + GU * sg + BU * sb + C_OFFSET) >> 18
      out[v++] = (RV * sr + GV * sg + BV * sb + C_OFFSET) >> 18
      upper += 8
      lower += 8
      y0 += 2
      y1 += 2
    }
  }
  return out
}

const fixed = (x: number) => Math.round(x * 65536)
const [KR, KB] = [0.2126, 0.0722]
const KG = 1 - KR - KB
const [LUMA, CHROMA] = [219 / 255, 224 / 255]
const RY = fixed(KR * LUMA)
const GY = fixed(KG * LUMA)
const BY = fixed(KB * LUMA)
const RU = fixed((-KR / (2 * (1 - KB))) * CHROMA)
const GU = fixed((-KG / (2 * (1 - KB))) * CHROMA)
const BU = fixed(0.5 * CHROMA)
const RV = fixed(0.5 * CHROMA)
const GV = fixed((-KG / (2 * (1 - KR))) * CHROMA)
const BV = fixed((-KB / (2 * (1 - KR))) * CHROMA)
const Y_OFFSET = (16 << 16) + 32768
const C_OFFSET = (128 << 18) + 131072
