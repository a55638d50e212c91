import type { Layer } from './layer.ts'
import { byteOfLinear, linearOfByte, linearOfHex } from './srgb.ts'
import type { Coat, Surface } from './surface.ts'

/** The maps of one surface as RGBA bytes, row 0 at v = 0. Plain data: bakes in Node and in the page alike. */
export interface Baked {
  resolution: number
  /** sRGB factor on the author's colour; alpha is how far that colour reaches the texel. */
  albedo: Uint8Array
  /** Multiply the colour by this: bytes end at 1, but a factor with mean 1 has texels above it. */
  gain: [number, number, number]
  /** Tangent space, +Y up (OpenGL), slopes of the real relief. */
  normal: Uint8Array
  /** Green is a quarter of the factor on roughness. */
  roughness?: Uint8Array
}

/** Turns a surface's coat of paint into maps; nothing for surfaces without maps. */
export function bake(surface: Surface): Baked | undefined {
  const coat = surface.paint?.(surface.resolution)
  if (!coat) return undefined
  return {
    resolution: surface.resolution,
    ...bakeAlbedo(coat),
    normal: bakeNormal(surface, coat.height),
    ...(coat.roughness && { roughness: bakeRoughness(coat.roughness) }),
  }
}

/** Albedo bytes for one colour, where a surface has bare spots; to be multiplied by `composeGain`. */
export function compose(baked: Baked, color: string, bareColor: string): Uint8Array {
  const bare = linearOfHex(bareColor)
  const paint = linearOfHex(color)
  const out = new Uint8Array(baked.albedo.length)
  for (let i = 0; i < out.length; i += 4) {
    const reach = baked.albedo[i + 3] / 255
    for (let c = 0; c < 3; c++) {
      const under = paint[c] * reach + bare[c] * (1 - reach)
      const light = linearOfByte[baked.albedo[i + c]] * baked.gain[c] * under
      out[i + c] = byteOfLinear(light / composeGain)
    }
    out[i + 3] = 255
  }
  return out
}

/** Room above the author's colour for the texels that are brighter than it. */
export const composeGain = 1.25

function bakeAlbedo({ tone, warmth, bare }: Coat): Pick<Baked, 'albedo' | 'gain'> {
  let peak = 0
  for (let i = 0; i < tone.length; i++) {
    const bright = warmth ? tone[i] * (1 + Math.abs(warmth[i])) : tone[i]
    if (bright > peak) peak = bright
  }
  const scale = 1 / peak
  const albedo = new Uint8Array(tone.length * 4)
  const sums = [0, 0, 0]
  let weight = 0
  for (let i = 0, k = 0; i < tone.length; i++, k += 4) {
    const level = tone[i] * scale
    const warm = warmth ? warmth[i] : 0
    const reach = bare ? (255.5 - 255 * bare[i]) | 0 : 255
    const red = byteOfLinear(level * (1 + warm))
    const green = byteOfLinear(level)
    const blue = byteOfLinear(level * (1 - warm))
    albedo[k] = red
    albedo[k + 1] = green
    albedo[k + 2] = blue
    albedo[k + 3] = reach
    sums[0] += linearOfByte[red] * reach
    sums[1] += linearOfByte[green] * reach
    sums[2] += linearOfByte[blue] * reach
    weight += reach
  }
  return { albedo, gain: [weight / sums[0], weight / sums[1], weight / sums[2]] }
}

function bakeNormal(surface: Surface, height: Layer): Uint8Array {
  const n = surface.resolution
  const mask = n - 1
  const perU = n / (2 * surface.size[0])
  const perV = n / (2 * surface.size[1])
  const out = new Uint8Array(n * n * 4)
  for (let y = 0, k = 0; y < n; y++) {
    const here = y * n
    const below = ((y - 1) & mask) * n
    const above = ((y + 1) & mask) * n
    for (let x = 0; x < n; x++, k += 4) {
      const du = (height[here + ((x - 1) & mask)] - height[here + ((x + 1) & mask)]) * perU
      const dv = (height[below + x] - height[above + x]) * perV
      const length = 127.5 / Math.sqrt(du * du + dv * dv + 1)
      out[k] = (128 + du * length) | 0
      out[k + 1] = (128 + dv * length) | 0
      out[k + 2] = (128 + length) | 0
      out[k + 3] = 255
    }
  }
  return out
}

function bakeRoughness(roughness: Layer): Uint8Array {
  const out = new Uint8Array(roughness.length * 4)
  for (let i = 0, k = 0; i < roughness.length; i++, k += 4) {
    out[k + 1] = Math.min(255, Math.max(0, roughness[i] * 63.75 + 0.5))
    out[k + 3] = 255
  }
  return out
}
