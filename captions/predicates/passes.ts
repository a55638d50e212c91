import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { restsOn } from '../facts/support.ts'
import { isBackdrop, isCord, salienceOf } from '../salience.ts'

/**
 * The moving one crosses the other on the screen while their boxes overlap in height, so that one hides part of
 * the other. Shared height over the lower one's: true from 0.3, false without any. Behind or in front by depth
 * at the crossing, as a share of the nearer depth: true from 6 %, false from the opposite 2 %.
 */
const DEPTH = { no: -0.02, yes: 0.06 }
const SHARED = { no: 0, yes: 0.3 }
/** Beyond this share of the nearer depth between them, no one would call it passing: true, but not claimed. */
const NEAR = 0.6

export const passes: Predicate<'passes'> = {
  name: 'passes',
  doc: 'A moving actor crosses another one on the screen, nearer to the camera or farther away, and one hides part of the other.',
  propose: (facts) =>
    facts.members
      .filter((member) =>
        (facts.motions.get(member.id) ?? []).some(({ gait }) => gait === 'travels'),
      )
      .flatMap((member) =>
        facts.members
          .filter((other) => other.id !== member.id && !isBackdrop(other) && fits(other))
          // Of a heap that falls nobody tells who passes whom.
          .filter(
            (other) =>
              !isCord(member) &&
              !isCord(other) &&
              (other.noun.en !== member.noun.en || facts.holds.get(member.id) !== 'free'),
          )
          .flatMap((other): Draft<'passes'>[] => {
            const crossing = crossingOf(member, other)
            if (!crossing || Math.abs(gap(crossing)) > NEAR) return []
            // Nobody passes what it rolls on.
            if (restsOn(member, other, crossing.a.frame)) return []
            const side = gap(crossing) > 0 ? 'behind' : 'in front of'
            const draft: Draft<'passes'> = {
              predicate: 'passes',
              args: { actor: member.id, other: other.id, side },
              frames: crossing.frames,
              // What is near is passed; a house far behind is only a background.
              salience:
                (salienceOf(member, facts) * 0.5 + salienceOf(other, facts) * 0.4) /
                (1 + 3 * Math.abs(gap(crossing))),
            }
            return passes.verify(draft, facts).status === 'verified' ? [draft] : []
          }),
      ),
  verify({ args }, facts: Facts) {
    const [member, other] = [facts.member(args.actor), facts.member(args.other)]
    const crossing = crossingOf(member, other)
    if (!crossing) return { status: 'refuted', margin: -1, evidence: { crosses: false } }
    const far = args.side === 'behind' ? gap(crossing) : -gap(crossing)
    return every(
      grade(far, DEPTH, { depth: round(far), frame: crossing.a.frame }),
      grade(crossing.rows, SHARED, { rows: round(crossing.rows) }),
    )
  },
}

interface Crossing {
  a: Sample
  b: Sample
  /** Share of the lower one's rows that both cover about that time. */
  rows: number
  frames: [number, number]
}

/** Something as wide as the picture cannot be passed. */
function fits(other: Member): boolean {
  return other.samples.every(({ box }) => !box || box[2] - box[0] < 0.5)
}

/** The sample nearest to where their middles change sides, boxes overlapping. */
function crossingOf(member: Member, other: Member): Crossing | undefined {
  for (let i = 1; i < member.samples.length; i++) {
    const [a0, b0, a, b] = [
      member.samples[i - 1],
      other.samples[i - 1],
      member.samples[i],
      other.samples[i],
    ]
    if (!a0 || !b0 || !a || !b) continue
    const [before, after] = [a0.x - b0.x, a.x - b.x]
    if (Number.isNaN(before) || Number.isNaN(after) || before * after > 0) continue
    const near = Math.abs(before) < Math.abs(after) ? { a: a0, b: b0 } : { a, b }
    const rows = sharedRows(rowsAbout(member, i), rowsAbout(other, i))
    if (rows > 0) return { ...near, rows, frames: [a0.frame, a.frame + 1] }
  }
  return undefined
}

/** How much farther away the moving one is, as a share of the nearer depth. */
function gap({ a, b }: Crossing): number {
  const [mine, its] = [a.depth?.[1] ?? Number.NaN, b.depth?.[1] ?? Number.NaN]
  return (mine - its) / Math.min(mine, its)
}

/** Top and bottom row of an actor about a sample: at the crossing itself one of the two is partly hidden. */
function rowsAbout(member: Member, i: number): [number, number] {
  const boxes = member.samples
    .slice(Math.max(0, i - 3), i + 3)
    .flatMap(({ box }) => (box ? [box] : []))
  return [
    Math.min(...boxes.map(([, top]) => top)),
    Math.max(...boxes.map(([, , , bottom]) => bottom)),
  ]
}

function sharedRows(a: [number, number], b: [number, number]): number {
  return (Math.min(a[1], b[1]) - Math.max(a[0], b[0])) / Math.min(a[1] - a[0], b[1] - b[0])
}
