/**
 * The published scale of shots: how high the picture is where the subject is, in heights of the subject. The height of a
 * subject is that of its box, or what it takes in the picture upwards or, over the aspect, sideways where that is more.
 */
export const SIZES = {
  'extreme wide': 9,
  wide: 3,
  full: 1.25,
  'medium full': 0.82,
  medium: 0.56,
  'medium close-up': 0.36,
  'close-up': 0.22,
  'extreme close-up': 0.12,
} as const
export type SizeWord = keyof typeof SIZES
export const SIZE_WORDS = Object.keys(SIZES) as [SizeWord, ...SizeWord[]]

/** Share on either side of the border between two sizes that is neither. */
export const SIZE_GREY = 0.06

/** From where to where a size is present; the borders are the geometric means of neighbours. */
export function sizeRange(word: SizeWord): { from: number; to: number } {
  const i = SIZE_WORDS.indexOf(word)
  const border = (a: SizeWord | undefined, b: SizeWord | undefined) =>
    a && b ? Math.sqrt(SIZES[a] * SIZES[b]) : undefined
  const [below, above] = [
    border(SIZE_WORDS[i], SIZE_WORDS[i + 1]),
    border(SIZE_WORDS[i - 1], SIZE_WORDS[i]),
  ]
  return {
    from: below === undefined ? 0 : below * (1 + SIZE_GREY),
    to: above === undefined ? Infinity : above * (1 - SIZE_GREY),
  }
}

/** Whether the whole subject belongs in the picture. */
export function isWhole(word: SizeWord): boolean {
  return SIZES[word] >= 1
}

/** Pitch of the camera, degrees up: from where to where an angle is present, and what is aimed at. */
export const ANGLES = {
  "bird's eye": { from: -90, to: -75, aim: -85 },
  high: { from: -75, to: -20, aim: -35 },
  level: { from: -8, to: 8, aim: 0 },
  low: { from: 15, to: 75, aim: 25 },
  "worm's eye": { from: 75, to: 90, aim: 80 },
} as const
export type AngleWord = keyof typeof ANGLES
export const ANGLE_WORDS = Object.keys(ANGLES) as [AngleWord, ...AngleWord[]]

/** The side of the subject that is seen: degrees from its front to its left, seen from above. */
export const SIDES = {
  front: 0,
  'front left': 45,
  left: 90,
  'back left': 135,
  back: 180,
  'back right': -135,
  right: -90,
  'front right': -45,
} as const
export type SideWord = keyof typeof SIDES
export const SIDE_WORDS = Object.keys(SIDES) as [SideWord, ...SideWord[]]

/** Where the subject is in the picture, in its widths and heights from the middle: right, up. */
export const PLACES = {
  centre: [0, 0],
  'left third': [-1 / 6, 0],
  'right third': [1 / 6, 0],
  'upper third': [0, 1 / 6],
  'lower third': [0, -1 / 6],
} as const
export type PlaceWord = keyof typeof PLACES
export const PLACE_WORDS = Object.keys(PLACES) as [PlaceWord, ...PlaceWord[]]

/** Share of the picture over the head of a person. */
export const HEADROOM = 0.08

/** How high the hair of a person reaches, as a share of the body's height. */
export const CROWN = 1.025

/** The height of a person's eyes, as a share of the whole. */
export const EYES = 0.93

/** Focal lengths on full frame (36 x 24 mm), millimetres. */
export const LENS = { shortest: 14, longest: 200 } as const

/** Vertical field of view, degrees. */
export function fovOfLens(lens: number): number {
  return (Math.atan(12 / lens) * 360) / Math.PI
}
