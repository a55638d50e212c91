/** 8-bit sRGB, 0..255. */
export type Rgb = [number, number, number]
type Lab = [number, number, number]

/** CIEDE2000 between two sRGB colours; about 1 is just noticeable side by side. */
export function colorDifference(a: Rgb, b: Rgb): number {
  return ciede2000(labOf(a), labOf(b))
}

/** CIE L*a*b* (D65, 2 degrees) of an sRGB colour; IEC 61966-2-1 and CIE 15. */
export function labOf(rgb: Rgb): Lab {
  const [r, g, b] = rgb.map(linear) as Rgb
  const x = curve((0.4123907993 * r + 0.3575843394 * g + 0.1804807884 * b) / 0.9504559271)
  const y = curve(0.2126390059 * r + 0.7151686788 * g + 0.0721923154 * b)
  const z = curve((0.0193308187 * r + 0.1191947798 * g + 0.9505321522 * b) / 1.0890577508)
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)]
}

/** Sharma, Wu, Dalal: The CIEDE2000 color-difference formula, 2005, equations 2 to 22. */
function ciede2000([l1, a1, b1]: Lab, [l2, a2, b2]: Lab): number {
  const meanC7 = ((Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2) ** 7
  const g = 1.5 - 0.5 * Math.sqrt(meanC7 / (meanC7 + 25 ** 7))
  const [c1, c2] = [Math.hypot(g * a1, b1), Math.hypot(g * a2, b2)]
  const [h1, h2] = [hue(g * a1, b1), hue(g * a2, b2)]
  const isGrey = c1 * c2 === 0

  const turn = isGrey ? 0 : h2 - h1 - 360 * Math.round((h2 - h1) / 360)
  const deltaL = l2 - l1
  const deltaC = c2 - c1
  const deltaH = 2 * Math.sqrt(c1 * c2) * sin(turn / 2)

  const l = (l1 + l2) / 2 - 50
  const c = (c1 + c2) / 2
  const h = isGrey ? h1 + h2 : meanHue(h1, h2)
  const t =
    1 - 0.17 * cos(h - 30) + 0.24 * cos(2 * h) + 0.32 * cos(3 * h + 6) - 0.2 * cos(4 * h - 63)
  const rotation =
    -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * sin(60 * Math.exp(-(((h - 275) / 25) ** 2)))

  const dl = deltaL / (1 + (0.015 * l * l) / Math.sqrt(20 + l * l))
  const dc = deltaC / (1 + 0.045 * c)
  const dh = deltaH / (1 + 0.015 * c * t)
  return Math.sqrt(dl * dl + dc * dc + dh * dh + rotation * dc * dh)
}

function linear(byte: number): number {
  const v = byte / 255
  return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
}

function curve(t: number): number {
  return t > 216 / 24389 ? Math.cbrt(t) : ((t * 24389) / 27 + 16) / 116
}

function hue(a: number, b: number): number {
  if (a === 0 && b === 0) return 0
  return ((Math.atan2(b, a) * 180) / Math.PI + 360) % 360
}

function meanHue(a: number, b: number): number {
  const mean = (a + b) / 2
  if (Math.abs(a - b) <= 180) return mean
  return a + b < 360 ? mean + 180 : mean - 180
}

function sin(degrees: number): number {
  return Math.sin((degrees * Math.PI) / 180)
}

function cos(degrees: number): number {
  return Math.cos((degrees * Math.PI) / 180)
}
