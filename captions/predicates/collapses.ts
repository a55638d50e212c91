import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import { fateOf, goneBy } from '../facts/fate.ts'
import { heapShape, heapsOf, stackedOf } from '../facts/heaps.ts'
import type { Member } from '../facts/member.ts'
import { salienceOf } from '../salience.ts'

/**
 * Things of one noun are stacked up, and most of them come down. Share of them that stand on another one at first: true
 * from 0.4, false below 0.2. Share that fell or was shoved 0.6 sizes off its place by the end, and of those that stood on
 * others the share that fell (what is shoved along may still be a tower): true from 0.6, false below 0.3;
 * height of what is left over that at first: true up to 0.7, false from 0.9; and so in the picture, for those seen (true up to
 * 0.8, false from 1). Half of them or more are seen at first. A tower is 1.3 times as high as wide; a wall is 2.5 times as wide as deep.
 */
const STACKED = { no: 0.2, yes: 0.4 }
const DOWN = { no: 0.3, yes: 0.6 }
const LOW = { no: 0.9, yes: 0.7 }
const SINKS = { no: 1, yes: 0.8 }
const SEEN = { no: 0.2, yes: 0.5 }
const SHOVED = 0.6

export const collapses: Predicate<'collapses'> = {
  name: 'collapses',
  doc: 'A tower, wall or stack of things comes down.',
  propose: (facts) =>
    heapsOf(facts).flatMap(({ noun, members }): Draft<'collapses'>[] => {
      const moved = members.flatMap(({ id }) => facts.motions.get(id) ?? [])
      if (moved.length === 0) return []
      const draft: Draft<'collapses'> = {
        predicate: 'collapses',
        args: { actors: members.map(({ id }) => id).sort(), noun, heap: heapShape(members) },
        frames: [
          Math.min(...moved.map(({ from }) => from)),
          Math.max(...moved.map(({ to }) => to)),
        ],
        salience: Math.max(...members.map((member) => salienceOf(member, facts))) + 0.6,
      }
      return collapses.verify(draft, facts).status === 'verified' ? [draft] : []
    }),
  verify({ args: { actors, heap } }, facts) {
    const members = actors.map((id) => facts.member(id))
    const stacked = stackedOf(members)
    const fallen = stacked.filter((member) => fateOf(member, facts) === 'fallen')
    const down = members.filter(
      (member) => fateOf(member, facts) === 'fallen' || goneBy(member, facts) >= SHOVED,
    )
    const seen = members.filter(({ samples }) => samples.slice(0, 3).some((one) => one.seen))
    const [high, low] = [topOf(members, 0), topOf(members, facts.frames - 1)]
    const foot = Math.min(...members.map((member) => member.bounds(0).min[1]))
    const left = (low - foot) / (high - foot)
    const picture = pictureOf(members)
    const [a, b, c] = [stacked, down, seen].map(({ length }) => length / members.length)
    const is = heapShape(members)
    if (is !== heap) return { status: 'refuted', margin: -1, evidence: { heap: is } }
    return every(
      grade(a as number, STACKED, { stacked: stacked.length, of: members.length }),
      grade(b as number, DOWN, { down: down.length, share: round(b as number) }),
      grade(fallen.length / stacked.length, DOWN, { fallen: fallen.length }),
      grade(c as number, SEEN, { seen: seen.length }),
      grade(left, LOW, { left: round(left) }),
      grade(picture, SINKS, { picture: round(picture) }),
    )
  },
}

function topOf(members: Member[], frame: number): number {
  return Math.max(...members.map((member) => member.bounds(frame).max[1]))
}

/** Height of their picture in the last samples over that in the first ones. */
function pictureOf(members: Member[]): number {
  const [first, last] = [0, -1].map((at) => {
    const boxes = members.flatMap(({ samples }) => {
      const sample = samples.at(at)
      return sample?.seen && sample.box ? [sample.box] : []
    })
    return {
      top: Math.min(...boxes.map(([, top]) => top)),
      bottom: Math.max(...boxes.map(([, , , bottom]) => bottom)),
    }
  }) as [{ top: number; bottom: number }, { top: number; bottom: number }]
  return (first.bottom - last.top) / (first.bottom - first.top)
}
