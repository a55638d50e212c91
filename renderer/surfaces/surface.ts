import type { Layer } from './layer.ts'

/** What a thing is made of at its skin, at real-world scale. One file per surface, all of this shape. */
export interface Surface<Name extends string = string> {
  name: Name
  /** Metres that one tile covers along u and v. */
  size: readonly [number, number]
  resolution: 256 | 512
  /** sRGB hex, for an author who names no colour. */
  color: string
  /** sRGB hex of what the author's colour does not reach: mortar between bricks stays grey. */
  bareColor?: string
  roughness: number
  metalness: number
  /**
   * It only scatters, and is lit so (on SwiftShader a frame of the demo, half of it plaster, then takes 8 % less CPU).
   * Not for ground: a low sun or the moon lies on it as a sheen that is missed.
   */
  isMatt?: boolean
  /** Below 1 the surface is see-through. */
  opacity?: number
  /** Share of the bare sky in its mirror image; banks and trees, which our sky does not hold, hide the rest. */
  mirror?: number
  /** Its coat has a layer of roughness: that decides about the shader, which is compiled before anything is painted. */
  variesGloss?: true
  /** Absent: a recipe without maps. */
  paint?: (n: number) => Coat
}

/** One tile as n x n layers; row 0 is v = 0, and every layer wraps around at its edges. */
export interface Coat {
  /** Linear factor on the colour. Its mean may be anything: baking makes it exactly 1. */
  tone: Layer
  /** Red x (1 + warmth), blue x (1 - warmth). */
  warmth?: Layer
  /** Metres. */
  height: Layer
  /** Factor on the roughness, 0..4. */
  roughness?: Layer
  /** Where `bareColor` shows (1) instead of the author's colour (0). */
  bare?: Layer
}
