import { grade, type Predicate } from '../claim.ts'
import { salienceOf } from '../salience.ts'
import { measuredColor } from '../facts/seen-color.ts'

/** Rec. 709 luma of its median pixel over the picture's mean: a lit lamp outshines the rest. */
const OVER = { no: 1.2, yes: 1.8 }

export const glows: Predicate<'glows'> = {
  name: 'glows',
  doc: 'It gives off light and is clearly brighter than the picture around it.',
  propose: (facts) =>
    facts.members
      .filter((member) => member.substance.glows && (brightness(member.id, facts) ?? 0) >= OVER.yes)
      .map((member) => ({
        predicate: 'glows',
        args: { actor: member.id },
        frames: [0, facts.frames],
        salience: salienceOf(member, facts) * 0.6,
      })),
  verify({ args }, facts) {
    const over = brightness(args.actor, facts)
    if (!facts.member(args.actor).substance.glows)
      return { status: 'refuted', margin: -1, evidence: { glow: 0 } }
    return grade(over ?? Number.NaN, OVER, {
      over: over === null ? null : Math.round(over * 100) / 100,
    })
  },
}

function brightness(id: string, facts: Parameters<(typeof glows)['propose']>[0]): number | null {
  const rgb = measuredColor(facts.member(id))
  const { luminance } = facts.observations
  const mean = luminance.reduce((sum, value) => sum + value, 0) / luminance.length
  return rgb && (0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]) / Math.max(mean, 1)
}
