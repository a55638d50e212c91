import { grade, round, type Predicate } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'

/** Share of the samples in which it is seen (contract 7), and median visible pixels when it is. */
const SHARE = { no: 0.1, yes: 0.25 }
const PIXELS = { no: 8, yes: 24 }
/**
 * dE2000 to its surroundings where that is largest: a block in a wall of such blocks hides something, but nobody makes it
 * out. What fills more than this share of the picture is seen whatever surrounds it.
 */
const CONTRAST = { no: 0.5, yes: 2 }
const LARGE = 0.05

export const exists: Predicate<'exists'> = {
  name: 'exists',
  doc: 'The actor is seen: its pixels differ from their surroundings in at least a quarter of the samples.',
  propose: (facts) =>
    facts.members
      .filter(
        (member) => member.pixels >= PIXELS.yes && (member.kind !== 'group' || member.noun.given),
      )
      .map((member) => ({
        predicate: 'exists',
        args: { actor: member.id },
        frames: [0, facts.frames],
        salience: salienceOf(member, facts),
      })),
  verify({ args }, facts) {
    const member = facts.glimpsed.find(({ id }) => id === args.actor)
    const evidence = { seen: round(member?.seen ?? 0), pixels: Math.round(member?.pixels ?? 0) }
    const share = grade(evidence.seen, SHARE, evidence)
    if (share.status !== 'verified') return share
    const grades = [grade(evidence.pixels, PIXELS, evidence)]
    const contrast = contrastOf(member)
    if (contrast !== undefined)
      grades.push(grade(contrast, CONTRAST, { ...evidence, contrast: round(contrast) }))
    const weak = grades.find(({ status }) => status !== 'verified')
    return weak ? { ...weak, status: 'untestable' } : share
  },
}

/** Undefined for what needs none, or has nothing around it. */
function contrastOf(member: Member | undefined): number | undefined {
  if (!member || member.area >= LARGE) return undefined
  const found = member.samples.flatMap(({ seen, contrast }) =>
    seen && contrast !== null ? [contrast] : [],
  )
  return found.length > 0 ? Math.max(...found) : undefined
}
