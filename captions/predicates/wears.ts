import { grade, round, type Predicate } from '../claim.ts'
import { salienceOf } from '../salience.ts'
import { broader, nearestColors, type ColorWord } from '../words/colors.ts'
import { measuredColor } from '../facts/seen-color.ts'
import { leadOf } from './color.ts'

/**
 * dE2000 lead of the word on the shirt that the scene dresses the person in. The median pixel of a whole
 * person may be shirt, trousers or skin, so it can only bear the word out (within 4), not find it.
 */
const LEAD = { no: -6, yes: 2 }
const PIXELS = { no: 60, yes: 150 }

export const wears: Predicate<'wears'> = {
  name: 'wears',
  doc: "The colour of a person's shirt or sweater, when the pixels bear it out.",
  propose: (facts) =>
    facts.members.flatMap((member) => {
      const { shirt } = member.substance
      const rgb = measuredColor(member)
      if (!shirt || !rgb || / in /.test(member.noun.en) || member.pixels < PIXELS.yes) return []
      const nearest = nearestColors(shirt.rgb)[0]?.word as ColorWord
      const word = [nearest, broader(nearest)]
        .filter((color) => leadOf(shirt.rgb, color) >= LEAD.yes && leadOf(rgb, color) >= -4)
        .sort((a, b) => leadOf(rgb, b) - leadOf(rgb, a))[0]
      return word
        ? [
            {
              predicate: 'wears' as const,
              args: { actor: member.id, color: word, garment: shirt.garment },
              frames: [0, facts.frames] as [number, number],
              salience: salienceOf(member, facts) * 0.7,
            },
          ]
        : []
    }),
  verify({ args }, facts) {
    const member = facts.member(args.actor)
    const { shirt } = member.substance
    const rgb = measuredColor(member)
    if (!shirt || !rgb) return { status: 'untestable', margin: 0, evidence: {} }
    if (shirt.garment !== args.garment)
      return { status: 'refuted', margin: -1, evidence: { garment: shirt.garment } }
    const [dressed, pixels] = [
      leadOf(shirt.rgb, args.color as ColorWord),
      leadOf(rgb, args.color as ColorWord),
    ]
    const worn = grade(dressed, LEAD, { scene: round(dressed), pixels: round(pixels) })
    return worn.status === 'verified' && pixels < -4 ? { ...worn, status: 'untestable' } : worn
  },
}
