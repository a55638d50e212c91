/** CIELAB by lightness 0..100, chroma and hue in degrees; D65, from 8-bit sRGB (IEC 61966-2-1). */
export interface Lch {
  l: number
  c: number
  h: number
}

const LINEAR = Float64Array.from({ length: 256 }, (_, v) => {
  const x = v / 255
  return x <= 0.04045 ? x / 12.92 : ((x + 0.055) / 1.055) ** 2.4
})

export function labOf(r: number, g: number, b: number): [number, number, number] {
  const [R, G, B] = [LINEAR[r] as number, LINEAR[g] as number, LINEAR[b] as number]
  const f = (t: number) => (t > 216 / 24389 ? Math.cbrt(t) : (t * 24389) / 27 / 116 + 16 / 116)
  const x = f((0.4124 * R + 0.3576 * G + 0.1805 * B) / 0.9505)
  const y = f(0.2126 * R + 0.7152 * G + 0.0722 * B)
  const z = f((0.0193 * R + 0.1192 * G + 0.9505 * B) / 1.089)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

export function lchOf(r: number, g: number, b: number): Lch {
  const [l, a, bb] = labOf(r, g, b)
  return { l, c: Math.hypot(a, bb), h: ((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360 }
}

/**
 * What people accept a word for: ranges of hue (degrees, through 0 where the first is larger), chroma and
 * lightness. They overlap on purpose, as words do: what one calls brown another calls tan, dark green is
 * green, and shade is seen through, so lightness reaches far down. Hues are those of the sRGB colours that
 * carry the names (red 27..45, orange 55..72, yellow 85..103, green 125..165, cyan 196, blue 250..306,
 * purple 310..330, pink 340..20), widened to half-way to the next name.
 */
const REGIONS: Record<string, { h: [number, number]; c: [number, number]; l: [number, number] }> = {
  red: { h: [10, 50], c: [22, 140], l: [8, 68] },
  maroon: { h: [0, 52], c: [9, 60], l: [4, 40] },
  orange: { h: [42, 80], c: [30, 140], l: [25, 88] },
  yellow: { h: [74, 114], c: [26, 140], l: [30, 100] },
  gold: { h: [65, 100], c: [24, 110], l: [28, 86] },
  brown: { h: [30, 88], c: [7, 55], l: [5, 56] },
  tan: { h: [50, 98], c: [10, 48], l: [34, 84] },
  beige: { h: [55, 108], c: [5, 34], l: [52, 94] },
  cream: { h: [60, 118], c: [4, 34], l: [62, 100] },
  green: { h: [98, 178], c: [8, 140], l: [6, 92] },
  'dark green': { h: [98, 184], c: [4, 50], l: [3, 48] },
  olive: { h: [86, 130], c: [10, 70], l: [12, 66] },
  teal: { h: [170, 238], c: [7, 60], l: [8, 66] },
  turquoise: { h: [168, 228], c: [14, 80], l: [26, 95] },
  blue: { h: [225, 312], c: [10, 140], l: [6, 84] },
  'light blue': { h: [215, 292], c: [6, 60], l: [48, 96] },
  'dark blue': { h: [235, 322], c: [4, 90], l: [2, 42] },
  purple: { h: [298, 346], c: [10, 140], l: [8, 80] },
  pink: { h: [332, 30], c: [10, 100], l: [42, 94] },
  white: { h: [0, 360], c: [0, 13], l: [66, 100] },
  'light gray': { h: [0, 360], c: [0, 11], l: [56, 90] },
  gray: { h: [0, 360], c: [0, 12], l: [24, 82] },
  'dark gray': { h: [0, 360], c: [0, 12], l: [8, 50] },
  black: { h: [0, 360], c: [0, 14], l: [0, 30] },
}

export function isCalled(word: string, { l, c, h }: Lch): boolean {
  const region = REGIONS[word]
  if (!region) throw new RangeError(`no one has said what ${word} looks like`)
  const [from, to] = region.h
  const hue = from <= to ? h >= from && h <= to : h >= from || h <= to
  return hue && c >= region.c[0] && c <= region.c[1] && l >= region.l[0] && l <= region.l[1]
}
