import { every, grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { exposureOf, inFullLight, measuredColor } from '../facts/seen-color.ts'
import { salienceOf } from '../salience.ts'
import {
  broader,
  chromaOf,
  isHue,
  isOneHue,
  lightnessOf,
  nearestColors,
  shadedDistance,
  type ColorWord,
  type Rgb,
} from '../words/colors.ts'

/**
 * A word is true of the rendered pixels when it is nearer to their median than any word that excludes it, by dE2000:
 * true from 2.5, false from -4. Where the scene names colours, the pixels must also be one of its leading
 * colours in some light: for a gain of 0.15..2 on that colour (linear), dE2000 up to 9, and of one hue. A viewer sees through light
 * and shade, so the word for that colour is then true although the shaded pixels alone would be called another (a
 * yellow mug in the shade is not gold); any other word is not said. Of the light that all things in the picture share (`exposureOf`) a viewer
 * takes no notice: the pixels may be as near to the word in full light. Warm light that makes them more colourful than the paint by
 * half (chroma; false from twice) is not seen through: brown in it is orange. Nor does paint decide between two words from
 * both of which the pixels are far (dE2000 up to 12, false from 20): a bright green teal is either. Nobody sees a hue in the dark: for a word that
 * names one the median pixel has a CIELAB lightness of at least 14; false from 5 down.
 */
const LEAD = { no: -4, yes: 2.5 }
const LIT = { no: 5, yes: 14 }
const SHADED = 9
/** How much farther (dE2000) the shaded pixels may be from the word for the paint than from their own nearest word. */
const STRAYS = { no: 15, yes: 5 }
const GLARES = { no: 2, yes: 1.5 }
/** Less chroma than this is pale anyhow: white in warm light is white. */
const PALE = 25
const FAR = { no: 20, yes: 12 }
/** Share of an actor's surface, over that of its main colour, from which a colour may stand for it. */
const LEADING = 0.6
/** The same, from which it may be what is seen all the same (yellow blossoms over green stems), and by how much better, dE2000. */
const LESSER = 0.1
const CLEAR = 2
/** The same, from which what has a hue leaves the actor without a gray one: stones about logs. */
const MIXED = 0.45
/** Fewer pixels than this at survey size have no colour to speak of. */
const PIXELS = 40
/** The same of what has one paint all over (share of its surface), and shows it. */
const UNIFORM = 20
const ONE_PAINT = 0.9
/** So many samples of what rolls, and share of them that show one paint, from which the rest of it is but spots. */
const SIDES = 8
const ALWAYS = 0.9
/** What shows many colours has none: what people wear is told by `wears`; pictures, ground, blossoms over their leaves not at all. */
const COLORLESS = /picture|painting|poster|photo|mosaic|\bflowers\b/

export const color: Predicate<'color'> = {
  name: 'color',
  doc: 'The word for the median rendered colour of the actor.',
  propose: (facts) =>
    facts.members
      .filter(
        (member) =>
          !['person', 'ground', 'road', 'room'].includes(member.class) &&
          !COLORLESS.test(member.noun.en),
      )
      .flatMap((member): Draft<'color'>[] => {
        const word = wordsFor(member).find(
          (one) => verdict(member, one, facts).status === 'verified',
        )
        if (!word) return []
        return [
          {
            predicate: 'color',
            args: { actor: member.id, color: word },
            frames: [0, facts.frames],
            salience: salienceOf(member, facts) * 0.8,
          },
        ]
      }),
  verify: ({ args }, facts: Facts) =>
    verdict(facts.member(args.actor), args.color as ColorWord, facts),
}

/** The nearest word, and the broader one when it is narrow: tried in this order. */
function wordsFor(member: Member): ColorWord[] {
  const rgb = measuredColor(member)
  const nearest = rgb && nearestColors(paint(member, rgb) ?? rgb)[0]?.word
  return nearest ? [...new Set([nearest, broader(nearest)])] : []
}

/** The leading colour of the scene that these pixels are in some light; none where a lesser one tells them better and is called otherwise. */
function paint({ substance: { colors } }: Member, rgb: Rgb): Rgb | undefined {
  const most = colors[0]?.share ?? 0
  const explained = colors
    .filter(({ share, rgb: base }) => share >= LESSER * most && isOneHue(base, rgb))
    .map(({ share, rgb: base }) => ({ share, base, off: shadedDistance(base, rgb) }))
    .sort((a, b) => a.off - b.off)
  const [nearest] = explained
  const best = explained.find(({ share }) => share >= LEADING * most)
  if (!nearest || !best || best.off > SHADED) return undefined
  const isClear = best.off - nearest.off <= CLEAR || hueOf(best.base) === hueOf(nearest.base)
  return isClear ? best.base : undefined
}

function hueOf(rgb: Rgb): ColorWord | undefined {
  const word = nearestColors(rgb)[0]?.word
  return word && broader(word)
}

function isMixed({ substance: { colors } }: Member, word: ColorWord): boolean {
  const most = colors[0]?.share ?? 0
  const hasHue = (rgb: Rgb) => isHue(nearestColors(rgb)[0]?.word ?? word)
  return !isHue(word) && colors.some(({ share, rgb }) => share >= MIXED * most && hasHue(rgb))
}

/** How much nearer the word (or a narrower one) is than any word that says something else; dE2000. */
export function leadOf(rgb: Rgb, word: ColorWord): number {
  const near = nearestColors(rgb)
  const means = (other: ColorWord) => other === word || broader(other) === word
  const own = near.find((entry) => means(entry.word))?.distance ?? 100
  const rival =
    near.find((entry) => !means(entry.word) && broader(word) !== entry.word)?.distance ?? 100
  return rival - own
}

/** How far the pixels are from the word, and how much farther than from the nearest one. */
function straysOf(rgb: Rgb, word: ColorWord): { far: number; strays: number } {
  const near = nearestColors(rgb)
  const own = near.find((entry) => entry.word === word || broader(entry.word) === word)
  const far = own?.distance ?? 100
  return { far, strays: far - (near[0]?.distance ?? 0) }
}

/** Nearer to the word as it is, or in the light that is taken from all: what lies in the same shade as the rest is not seen as darker. */
function leastOf(all: ReturnType<typeof straysOf>[]): ReturnType<typeof straysOf> {
  return all.reduce((a, b) => (b.strays < a.strays ? b : a))
}

/** All of one paint, and seen so. */
function isUniform({ substance: { colors } }: Member, base: Rgb | undefined): boolean {
  return base !== undefined && (colors[0]?.share ?? 0) >= ONE_PAINT && colors[0]?.rgb === base
}

/** What rolls shows every side: when it is that paint in nearly all samples, the others are spots on it. */
function showsAlways(member: Member, base: Rgb | undefined, facts: Facts): boolean {
  const rolls =
    member.class === 'ball' &&
    (facts.motions.get(member.id) ?? []).some(({ gait }) => gait === 'travels')
  const colors = member.samples.flatMap(({ seen, color: rgb }) => (seen && rgb ? [rgb] : []))
  const fitting = colors.filter(
    (rgb) => base && isOneHue(base, rgb) && shadedDistance(base, rgb) <= SHADED,
  )
  return rolls && colors.length >= SIDES && fitting.length >= ALWAYS * colors.length
}

function verdict(member: Member, word: ColorWord, facts: Facts): Verdict {
  const rgb = measuredColor(member)
  if (!rgb) return { status: 'untestable', margin: 0, evidence: { color: null } }
  const base = paint(member, rgb)
  const painted = member.substance.colors.some(({ share }) => share >= 0.15)
  const lead = leadOf(base ?? rgb, word)
  const evidence = {
    rgb: rgb.map(Math.round).join(' '),
    nearest: nearestColors(rgb)[0]?.word ?? null,
    lead: round(lead),
    paint: base ? base.join(' ') : null,
  }
  const named = grade(lead, LEAD, evidence)
  const lightness = lightnessOf(rgb)
  const lit = grade(lightness, LIT, { lightness: round(lightness) })
  // Metal gives back what is around it.
  const isMetal = member.substance.surfaces[0]?.surface === 'metal'
  // Nor does anybody see through the light how light or dark a hue is.
  const isNarrow = broader(word) !== word
  const exposure = isMetal || isNarrow ? 1 : exposureOf(facts)
  const { far, strays } = leastOf(
    [rgb, inFullLight(rgb, exposure)].map((one) => straysOf(one, word)),
  )
  const shown =
    base && strays > 0
      ? every(
          named,
          grade(strays, STRAYS, {}),
          grade(chromaOf(rgb) / Math.max(PALE, chromaOf(base)), GLARES, {}),
          grade(far, FAR, {}),
        )
      : named
  const judged = isHue(word) ? every(shown, lit) : shown
  // Too small to tell, or painted otherwise than it looks, or in several colours: not said.
  const small = member.pixels < (isUniform(member, base) ? UNIFORM : PIXELS)
  const mixed = isMixed(member, word) && !showsAlways(member, base, facts)
  const unsure = small || (painted && !base) || mixed
  if (judged.status === 'verified' && unsure) return { ...judged, status: 'untestable' }
  return judged
}
