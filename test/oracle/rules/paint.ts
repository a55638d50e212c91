import { hexOf, Material } from '#scenes'
import { colorsOf, insideOf, lumaAt, meanLuma } from '../pixels.ts'
import { isCalled, lchOf, type Lch } from '../colors.ts'
import { spread } from '../clip.ts'
import { all, plain, weigh, type Rule } from '../ruling.ts'
import { meanOf, medianOf } from '../space.ts'

/**
 * A good part of what is seen of it is of a colour that people accept the word for: a third of its pixels, false
 * below a sixth. Lightness and hue ranges are wide, so shade and highlights of one paint stay within a word.
 */
export const color: Rule<'color'> = ({ args }, clip) => {
  const pixels = colorsOf(clip, args.actor)
  return weigh(
    shareCalled(args.color, pixels),
    { yes: 0.33, no: 0.17 },
    { ...args, pixels: pixels.length, median: medianLch(pixels) },
  )
}

/**
 * The scene dresses the person so, and pixels of the upper body show it: a quarter of those between 20 % and
 * 48 % of the height, where arms, hair and what is carried are seen as well.
 */
export const wears: Rule<'wears'> = ({ args }, clip) => {
  const person = clip.actors(args.actor).find((actor) => actor.kind === 'person')
  if (person?.kind !== 'person') return plain(false, { person: false })
  const hex = hexOf(person.shirt)
  const [r, g, b] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as [
    number,
    number,
    number,
  ]
  const chest = (pixel: number, frame: number) => {
    const mask = clip.mask(args.actor, frame)
    if (!mask) return false
    const down = (pixel / clip.width / clip.height - mask.top) / (mask.bottom - mask.top)
    return down > 0.2 && down < 0.48
  }
  const pixels = colorsOf(clip, args.actor, chest)
  return all(
    plain(person.top === args.garment, { garment: person.top }),
    plain(isCalled(args.color, lchOf(r, g, b)), { shirt: hex, asked: args.color }),
    weigh(
      shareCalled(args.color, pixels),
      { yes: 0.25, no: 0.1 },
      { ...args, median: medianLch(pixels) },
    ),
  )
}

/** The scene makes it give off light, and its brightest tenth outshines the mean of the picture. */
export const glows: Rule<'glows'> = ({ args: { actor } }, clip) => {
  const lit = clip.body(actor).solids.some(({ part }) => Material.parse(part.material).glow > 0)
  const frames = spread([0, clip.frames], 4)
  const brightest = meanOf(
    frames.map((frame) => {
      const rgb = clip.rgb(frame)
      const lumas = insideOf(clip, actor, frame)
        .map((pixel) => lumaAt(rgb, pixel))
        .sort((a, b) => b - a)
      return lumas[Math.floor(lumas.length / 10)] ?? Number.NaN
    }),
  )
  return all(
    plain(lit, { actor, lit }),
    weigh(brightest / meanLuma(clip, frames), { yes: 1.3, no: 1.05 }, { actor, brightest }),
  )
}

/** Surfaces that an adjective fits. */
const MADE_OF: Record<string, string[]> = {
  wooden: ['wood', 'planks', 'bark'],
  wood: ['wood', 'planks', 'bark'],
  brick: ['brick'],
  concrete: ['concrete'],
  metal: ['metal'],
  glass: ['glass'],
  grassy: ['grass'],
  fabric: ['fabric', 'carpet'],
  asphalt: ['asphalt'],
  sandy: ['sand'],
  tiled: ['tiles'],
  paved: ['paving'],
  stone: ['rock'],
  snowy: ['snow'],
  paper: ['paper'],
  leather: ['leather'],
}

/** At least 40 % of its surface (that of its solids' boxes) is made of it in the scene; false below 20 %. */
export const material: Rule<'material'> = ({ args }, clip) => {
  const fitting = MADE_OF[args.material]
  if (!fitting) return plain(false, { unknown: args.material })
  let [of, whole] = [0, 0]
  for (const { part, box, actor } of clip.body(args.actor).solids) {
    const s = clip.body(args.actor).pose(actor, 0).scale
    const [x, y, z] = ([0, 1, 2] as const).map(
      (k) => (box.max[k] - box.min[k]) * (part.scale?.[k] ?? 1) * s,
    ) as [number, number, number]
    const area = x * y + y * z + z * x
    whole += area
    if (fitting.includes(Material.parse(part.material).surface)) of += area
  }
  return weigh(of / whole, { yes: 0.4, no: 0.2 }, { ...args })
}

function shareCalled(word: string, pixels: Lch[]): number {
  return pixels.filter((pixel) => isCalled(word, pixel)).length / pixels.length
}

function medianLch(pixels: Lch[]): string {
  return (['l', 'c', 'h'] as const)
    .map((name) => `${name} ${Math.round(medianOf(pixels.map((pixel) => pixel[name])))}`)
    .join(' ')
}
