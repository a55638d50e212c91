/**
 * What the passes prove at sampled times (observations.json). Columnar: for S samples and M members of
 * the cast seen at least once, every column of a member has S entries. Sampled at <= 8 Hz plus the first,
 * the last and event frames; the long side of the survey is 256 px whatever the clip's size.
 */
export interface Observations {
  /** Survey pixels. */
  width: number
  height: number
  fps: number
  /** Frame numbers of the samples, ascending. */
  frames: number[]
  /** Mean Rec. 709 luma of the picture, 0..255, per sample. */
  luminance: number[]
  /** Mean sRGB 0..255 of pixels with no actor (id 0), per sample; null where none. */
  sky: ([number, number, number] | null)[]
  members: MemberObservation[]
}

export interface MemberObservation {
  id: string
  /** Index into `take.cast`. */
  member: number
  /** Pixels of its own id. */
  pixels: number[]
  /** Tight box of those pixels `[left, top, right, bottom]`, right and bottom exclusive; null when hidden. */
  box: ([number, number, number, number] | null)[]
  /** Visible pixels over pixels it would cover with nothing in front of it, inside the picture; 0..1. */
  visibility: number[]
  /** Share of its amodal box outside the picture; 0..1. */
  truncation: number[]
  /** Planar depth in metres at quantiles 0.1, 0.5, 0.9 of its pixels; null when hidden. */
  depth: ([number, number, number] | null)[]
  /** Median sRGB 0..255 under its mask, shrunk by one pixel where that leaves enough; null when hidden. */
  color: ([number, number, number] | null)[]
  /** dE2000 between the median under the eroded mask and the median of a 4 px ring around it; null when hidden. */
  contrast: (number | null)[]
  /** Mean absolute difference 0..255 under the mask to the same frame without it; null where not drawn. */
  difference: (number | null)[]
  /** Contract 7: id-visible and rgb-visible. */
  seen: boolean[]
}
