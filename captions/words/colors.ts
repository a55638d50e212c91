import { converter, differenceCiede2000, parse, type Color } from 'culori'

/**
 * What rendered pixels are called. Each word has exemplars in light and in shade, since a red ball is
 * called red on both sides. `of` names the broader word that is true as well: light blue is blue.
 * (Basic words after Berlin & Kay; exemplars sit inside the regions of the xkcd colour survey.)
 */
export const COLOR_WORDS = {
  red: { exemplars: ['#c8201f', '#e23b33', '#96201c', '#6f1715', '#b54a42'] },
  orange: { exemplars: ['#ef7d1a', '#d96c1f', '#b4571c', '#f49a4a'] },
  yellow: { exemplars: ['#f2c81e', '#d8b327', '#f7dd5e', '#b8961f'] },
  green: { exemplars: ['#2f8f3a', '#4aa34c', '#6c9a3c', '#7fb360', '#3f6f33'] },
  'dark green': { exemplars: ['#1f4d2b', '#2c4a26', '#173a20'], of: 'green' },
  teal: { exemplars: ['#1b8c8c', '#2a7478', '#125f62'] },
  turquoise: { exemplars: ['#3fc4bd', '#6ad3cc'] },
  blue: { exemplars: ['#2257c4', '#3f76d0', '#1d4593', '#4a6fa8', '#2f5f9e'] },
  'light blue': { exemplars: ['#8fbfe8', '#a9cde9', '#7aa9d6'], of: 'blue' },
  'dark blue': { exemplars: ['#1c2c5b', '#162348', '#26386b'], of: 'blue' },
  purple: { exemplars: ['#7336a8', '#8a57b5', '#54297a', '#9a74bd'] },
  pink: { exemplars: ['#ef8fb4', '#e06b98', '#f3b3c9', '#c9688d'] },
  brown: { exemplars: ['#6f4526', '#8a5a34', '#54341e', '#7d5a41', '#9b6a42'] },
  maroon: { exemplars: ['#6d1420', '#58121b'], of: 'red' },
  olive: { exemplars: ['#6f7029', '#5a5c2b', '#87863f'], of: 'green' },
  tan: { exemplars: ['#c49a6c', '#b08b62', '#d1ab80'] },
  beige: { exemplars: ['#d9c7a3', '#cbb893', '#e6d8ba'] },
  cream: { exemplars: ['#f2e6c9', '#f5ecd6'] },
  gold: { exemplars: ['#c99a2e', '#a9812a'] },
  white: { exemplars: ['#f1f0ec', '#e4e3df', '#fdfdfd'] },
  'light gray': { exemplars: ['#c4c6c9', '#b2b4b6', '#cfcdc9'], of: 'gray' },
  gray: { exemplars: ['#84868a', '#97989a', '#6f7072', '#8a8680'] },
  'dark gray': { exemplars: ['#3e4146', '#4e4f52', '#444240'], of: 'gray' },
  black: { exemplars: ['#17171a', '#050505', '#232326'] },
} as const satisfies Record<string, { exemplars: readonly string[]; of?: string }>

export type ColorWord = keyof typeof COLOR_WORDS

export type Rgb = [number, number, number]

interface Nearness {
  word: ColorWord
  /** dE2000 to its nearest exemplar. */
  distance: number
}

const NEARNESS = new WeakMap<Rgb, readonly Nearness[]>()

/** The words by distance, nearest first; kept, for every word asks it of every sample. */
export function nearestColors(rgb: Rgb): readonly Nearness[] {
  const known = NEARNESS.get(rgb) ?? measure(rgb)
  NEARNESS.set(rgb, known)
  return known
}

function measure(rgb: Rgb): readonly Nearness[] {
  const [r, g, b] = rgb.map((v) => v / 255) as Rgb
  const color = lab({ mode: 'rgb', r, g, b })
  return EXEMPLARS.map(({ word, colors }) => ({
    word,
    distance: Math.min(...colors.map((exemplar) => difference(color, exemplar))),
  })).sort((x, y) => x.distance - y.distance)
}

/** Smallest dE2000 between a colour and what another one looks like in less or more light (linear gain 0.15..2). */
export function shadedDistance(base: Rgb, seen: Rgb): number {
  const linear = base.map((v) => (v / 255) ** 2.2) as Rgb
  const target = lab({ mode: 'rgb', r: seen[0] / 255, g: seen[1] / 255, b: seen[2] / 255 })
  let best = Number.POSITIVE_INFINITY
  for (let gain = 0.15; gain <= 2; gain *= 1.12) {
    const [r, g, b] = linear.map((v) => Math.min(1, v * gain) ** (1 / 2.2)) as Rgb
    best = Math.min(best, difference({ mode: 'rgb', r, g, b }, target))
  }
  return best
}

/** Of one hue within 30 degrees (OKLCh), or both gray: what light may not change. */
export function isOneHue(a: Rgb, b: Rgb): boolean {
  const [one, other] = [a, b].map(([r, g, b]) =>
    oklch({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 }),
  )
  const gray = [one, other].map((color) => (color?.c ?? 0) < 0.03)
  if (gray[0] || gray[1]) return gray[0] === gray[1]
  const off = Math.abs((one?.h ?? 0) - (other?.h ?? 0))
  return Math.min(off, 360 - off) <= 30
}

/** Lightness of the CIELAB space, 0 black .. 100 white. */
export function lightnessOf([r, g, b]: Rgb): number {
  return lab({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 }).l
}

/** Chroma of the CIELAB space: 0 gray .. about 100 garish. */
export function chromaOf([r, g, b]: Rgb): number {
  const { a, b: yellow } = lab({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 })
  return Math.hypot(a, yellow)
}

/** True of the words that name a hue; false of white, gray and black. */
export function isHue(word: ColorWord): boolean {
  return !/white|gray|black/.test(word)
}

/** The broader word for a narrow one: light blue -> blue; itself otherwise. */
export function broader(word: ColorWord): ColorWord {
  const entry = COLOR_WORDS[word]
  return 'of' in entry ? entry.of : word
}

/** `#rrggbb` as 0..255. */
export function rgbOfHex(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb
}

const lab = converter('lab65')
const oklch = converter('oklch')
const difference = differenceCiede2000()

const EXEMPLARS = Object.entries(COLOR_WORDS).map(([word, { exemplars }]) => ({
  word: word as ColorWord, // Object.entries widens the keys
  colors: exemplars.map((hex) => lab(parse(hex) as Color)),
}))
