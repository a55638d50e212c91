/**
 * The colour words of scenes and captions: one list feeds both the material and the sentence.
 * Values are sRGB and are the *centres* of what a viewer would call by that word (after the names of
 * Berlin & Kay, plus the paler and darker words people do use); captions never read them back but
 * measure the rendered pixels.
 */
export const COLORS = {
  red: '#c8201f',
  orange: '#ef7d1a',
  yellow: '#f2c81e',
  green: '#2f8f3a',
  teal: '#1b8c8c',
  blue: '#2257c4',
  purple: '#7336a8',
  pink: '#ef8fb4',
  brown: '#6f4526',
  black: '#17171a',
  gray: '#84868a',
  white: '#f1f0ec',
  beige: '#d9c7a3',
  navy: '#1c2c5b',
  maroon: '#6d1420',
  olive: '#6f7029',
  turquoise: '#3fc4bd',
  gold: '#c99a2e',
  silver: '#bfc3c8',
  cream: '#f2e6c9',
  tan: '#c49a6c',
  'light-blue': '#8fbfe8',
  'dark-green': '#1f4d2b',
  'light-gray': '#c4c6c9',
  'dark-gray': '#3e4146',
} as const

export type ColorName = keyof typeof COLORS
export const COLOR_NAMES = Object.keys(COLORS) as [ColorName, ...ColorName[]]

/** `#rrggbb` of a colour as it may stand in a scene. */
export function hexOf(color: string): string {
  return COLORS[color as ColorName] ?? color.toLowerCase()
}
