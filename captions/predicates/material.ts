import { grade, round, type Predicate } from '../claim.ts'
import { isBackdrop, salienceOf } from '../salience.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'

/** Share of its surface that is of that material, and pixels at survey size from which a grain shows. */
const SHARE = { no: 0.2, yes: 0.5 }
const PIXELS = { no: 60, yes: 250 }
/** A brick is brick and a glass is glass: nouns that say the material already. */
const SAYS_IT =
  /brick|glass|rock|stone|boulder|tree|bush|hedge|plant|book|paper|grass|sand|rug|carpet|snow|picture|painting|sofa|bed|tent|cactus|fire/

export const material: Predicate<'material'> = {
  name: 'material',
  doc: 'What most of its surface is made of, when it is seen large enough to tell.',
  propose: (facts) =>
    facts.members.flatMap((member) => {
      const main = member.substance.surfaces[0]
      const word = main && SURFACE_WORDS[main.surface].adjective
      if (!word || main.share < SHARE.yes || member.pixels < PIXELS.yes) return []
      if (
        SAYS_IT.test(member.noun.en) ||
        member.noun.en.includes(word) ||
        member.class === 'person' ||
        isBackdrop(member)
      )
        return []
      return [
        {
          predicate: 'material' as const,
          args: { actor: member.id, material: word },
          frames: [0, facts.frames] as [number, number],
          salience: salienceOf(member, facts) * 0.5,
        },
      ]
    }),
  verify({ args }, facts) {
    const member = facts.member(args.actor)
    const share = member.substance.surfaces
      .filter(({ surface }) => SURFACE_WORDS[surface].adjective === args.material)
      .reduce((sum, surface) => sum + surface.share, 0)
    const made = grade(share, SHARE, { share: round(share), pixels: Math.round(member.pixels) })
    if (made.status !== 'verified') return made
    const large = grade(member.pixels, PIXELS, made.evidence)
    return large.status === 'verified' ? made : { ...large, status: 'untestable' }
  },
}
