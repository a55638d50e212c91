import { grade, round, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { median } from '../geometry.ts'
import { salienceOf } from '../salience.ts'
import { broader, nearestColors, type ColorWord, type Rgb } from '../words/colors.ts'

/**
 * dE2000 by which the word must be nearer to the median rendered colour than any word that excludes it:
 * true from 2.5, false from -4. Where the scene names a colour, that one must bear the same word out
 * within 6: light tints pixels, and a viewer sees through it; when the two disagree nothing is said.
 */
const LEAD = { no: -4, yes: 2.5 }
const AGREE = 6
/** Fewer pixels than this at survey size have no colour to speak of. */
const PIXELS = 40

export const color: Predicate<'color'> = {
  name: 'color',
  doc: 'The word for the median rendered colour of the actor.',
  propose: (facts) =>
    facts.members
      .filter((member) => !['person', 'ground', 'road'].includes(member.class))
      .flatMap((member) => {
        const words = wordsFor(member).filter(
          (word) => verdict(member, word).status === 'verified',
        )
        const [word] = words
        return word
          ? [
              {
                predicate: 'color' as const,
                args: { actor: member.id, color: word },
                frames: [0, facts.frames] as [number, number],
                salience: salienceOf(member, facts) * 0.8,
              },
            ]
          : []
      }),
  verify: ({ args }, facts: Facts) => verdict(facts.member(args.actor), args.color as ColorWord),
}

/** The nearest word, and the broader one when it is narrow: tried in this order. */
function wordsFor(member: Member): ColorWord[] {
  const rgb = measuredColor(member)
  const nearest = rgb && nearestColors(rgb)[0]?.word
  return nearest ? [...new Set([nearest, broader(nearest)])] : []
}

/** Median over the seen samples, each channel by itself. */
export function measuredColor(member: Member): Rgb | null {
  const colors = member.samples.flatMap(({ seen, color: rgb }) => (seen && rgb ? [rgb] : []))
  if (colors.length === 0) return null
  return [0, 1, 2].map((k) => median(colors.map((rgb) => rgb[k] as number))) as Rgb
}

/** How much nearer the word (or a narrower one) is than any word that says something else; dE2000. */
export function leadOf(rgb: Rgb, word: ColorWord): number {
  const near = nearestColors(rgb)
  const means = (other: ColorWord) => other === word || broader(other) === word
  const own = near.find((entry) => means(entry.word))?.distance ?? 100
  const rival = near.find((entry) => !means(entry.word) && broader(word) !== entry.word)?.distance ?? 100
  return rival - own
}

function verdict(member: Member, word: ColorWord): Verdict {
  const rgb = measuredColor(member)
  if (!rgb) return { status: 'untestable', margin: 0, evidence: { color: null } }
  const evidence = { rgb: rgb.map(Math.round).join(' '), nearest: nearestColors(rgb)[0]?.word ?? null }
  const lead = leadOf(rgb, word)
  const pixels = grade(lead, LEAD, { ...evidence, lead: round(lead) })
  if (pixels.status !== 'verified') return pixels
  if (member.pixels < PIXELS) return { ...pixels, status: 'untestable', evidence: { ...pixels.evidence, pixels: Math.round(member.pixels) } }
  const named = member.substance.colors.filter(({ share }) => share >= 0.15)
  const agrees = named.length === 0 || named.some(({ rgb: base }) => leadOf(base, word) >= -AGREE)
  return agrees ? pixels : { ...pixels, status: 'untestable', evidence: { ...pixels.evidence, scene: 'another colour' } }
}
