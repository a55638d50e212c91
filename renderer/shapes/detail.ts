/** How a shape is to be made for one clip. */
export interface Detail {
  /** The surface has a grain, which runs along the longest side. */
  fibrous: boolean
  /** Its glow changes on the way up: every ring of it carries a shade of its own. */
  keepsRings: boolean
  /** Pixels that one metre covers where the actor is nearest to the lens, over the whole clip. */
  pixelsPerMetre: number
}

/** A round outline may lie this far from the true circle, pixels. */
const TOLERANCE = 0.35
/** A stalk two pixels thick is round enough with these. */
const FEWEST = 5
/** A point of a turned line nearer than this to the line without it is not seen, pixels. */
const LEFT_OUT = 0.2

/**
 * Sides of a round thing, chosen once per clip: as few as keep its outline within the tolerance
 * (sagitta of a chord: r (1 - cos(pi / n))). Software GL runs every vertex of every pass on one core;
 * the demo scene has 147,000 triangles without this and 45,000 with it, and looks the same.
 */
export function sidesOf(radius: number, { pixelsPerMetre }: Detail): number {
  const pixels = radius * pixelsPerMetre
  const share = Math.min(TOLERANCE / Math.max(pixels, 1e-6), 1)
  return Math.min(Math.max(Math.ceil(Math.PI / Math.acos(1 - share)), FEWEST), 64)
}

/** Metres that a turned line may be straightened by. */
export function straightening({ pixelsPerMetre }: Detail): number {
  return LEFT_OUT / Math.max(pixelsPerMetre, 1e-6)
}

/** Steps of a rounded edge: none where the rounding is too small to see. */
export function roundingSteps(radius: number, { pixelsPerMetre }: Detail): 0 | 1 | 2 | 4 {
  const pixels = radius * pixelsPerMetre
  return pixels < 0.8 ? 0 : pixels < 2 ? 1 : pixels < 8 ? 2 : 4
}
