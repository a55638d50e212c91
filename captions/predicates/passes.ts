import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import { poseAtFrame } from '#scenes'
import { contactsOf } from '../facts/contacts.ts'
import { extentOf } from '../facts/extent.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member, Sample } from '../facts/member.ts'
import { middleOf, restsOn } from '../facts/support.ts'
import { project } from '../geometry.ts'
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
/** Share of the picture that the one in front covers at the least: a speck hides nothing that anyone sees. */
const SPECK = 1e-3
/** Share of the smaller of two solids on the screen that the other one must cover. */
const COVERS = 0.25

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
              (other.noun.en !== member.noun.en || facts.holds.get(member.id) !== 'free') &&
              (member.class === 'ball' || facts.holds.get(member.id) !== 'free'),
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
    // What runs into another does not pass it.
    const meets = contactsOf(facts).some(
      ({ by, on }) =>
        (by === member.id && on === other.id) || (by === other.id && on === member.id),
    )
    const front = gap(crossing) > 0 ? crossing.b : crossing.a
    const shows =
      front.area >= SPECK &&
      changesSides(member, other, crossing, facts) &&
      covers(member, other, crossing, facts)
    if (meets || !shows)
      return {
        status: 'untestable',
        margin: 0,
        evidence: { meets, shows, frame: crossing.a.frame },
      }
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

/** Half a second before and after they are on different sides, and before the lens. */
function changesSides(
  member: Member,
  other: Member,
  { frames: [from, to] }: Crossing,
  { shot, fps, frames, aspect }: Facts,
): boolean {
  const reach = Math.round(fps / 2)
  const [a, b] = [Math.max(0, from - reach), Math.min(frames - 1, to + reach)].map((n) => {
    const view = shot.views[n]
    if (!view) return Number.NaN
    const [p, q] = [member, other].map((one) => project(middleOf(one, n), view, aspect)) as [
      ReturnType<typeof project>,
      ReturnType<typeof project>,
    ]
    return p.depth > 0 && q.depth > 0 ? p.x - q.x : Number.NaN
  }) as [number, number]
  return a * b < 0
}

/** In some frame about the crossing, solids of both lie over each other on the screen: a catapult is mostly air. */
function covers(
  member: Member,
  other: Member,
  { frames: [from, to] }: Crossing,
  facts: Facts,
): boolean {
  for (let n = from; n <= Math.min(to, facts.frames - 1); n++) {
    const [mine, its] = [member, other].map((one) => outlinesOf(one, n, facts)) as [Box[], Box[]]
    if (
      mine.some((a) => its.some((b) => sharedArea(a, b) >= COVERS * Math.min(areaOf(a), areaOf(b))))
    )
      return true
  }
  return false
}

type Box = [left: number, top: number, right: number, bottom: number]

/** The boxes of its solids on the screen. */
function outlinesOf(member: Member, frame: number, { shot, aspect }: Facts): Box[] {
  const view = shot.views[frame]
  if (!view) return []
  return member.parts.flatMap(({ solids, track }) =>
    solids.map((solid): Box => {
      const { min, max } = extentOf(solid, poseAtFrame(track, frame))
      const corners = [0, 1, 2, 3, 4, 5, 6, 7].map((i) =>
        project(
          [i & 1 ? max[0] : min[0], i & 2 ? max[1] : min[1], i & 4 ? max[2] : min[2]],
          view,
          aspect,
        ),
      )
      return [
        Math.min(...corners.map(({ x }) => x)),
        Math.min(...corners.map(({ y }) => y)),
        Math.max(...corners.map(({ x }) => x)),
        Math.max(...corners.map(({ y }) => y)),
      ]
    }),
  )
}

function areaOf([left, top, right, bottom]: Box): number {
  return Math.max(0, right - left) * Math.max(0, bottom - top)
}

function sharedArea(a: Box, b: Box): number {
  return areaOf([
    Math.max(a[0], b[0]),
    Math.max(a[1], b[1]),
    Math.min(a[2], b[2]),
    Math.min(a[3], b[3]),
  ])
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
