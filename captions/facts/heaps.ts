import type { Facts } from './facts.ts'
import type { Member } from './member.ts'
import { standersOf } from './rows.ts'
import { restsOn } from './support.ts'

export type Heap = 'tower' | 'wall' | 'stack'

/** Those of one heap are no farther apart than this share of the smaller's size. */
const NEAR = 0.15
/** A tower is so many times as high as wide, a wall so many times as wide as deep and not as high as that; else it is a stack. */
const TOWER = 1.35
const WALL = 2.6

/** Things of one noun that are piled up at first, three or more: those that touch, with one on another among them. */
export function heapsOf(facts: Facts): { noun: string; members: Member[] }[] {
  return [...standersOf(facts)].flatMap(([noun, all]) =>
    clusters(all)
      .filter((members) => members.length >= 3 && stackedOf(members).length > 0)
      .map((members) => ({ noun, members })),
  )
}

/** Those that stand on another one of them at first. */
export function stackedOf(members: Member[]): Member[] {
  return members.filter((member) =>
    members.some((other) => other !== member && restsOn(member, other, 0)),
  )
}

/** What they make together. */
export function heapShape(members: Member[]): Heap {
  const boxes = members.map((member) => member.bounds(0))
  const span = ([0, 1, 2] as const).map(
    (k) =>
      Math.max(...boxes.map(({ max }) => max[k])) - Math.min(...boxes.map(({ min }) => min[k])),
  ) as [number, number, number]
  const [wide, deep] = [Math.max(span[0], span[2]), Math.min(span[0], span[2])]
  if (span[1] >= TOWER * wide) return 'tower'
  return wide >= WALL * deep && span[1] < wide ? 'wall' : 'stack'
}

function clusters(members: Member[]): Member[][] {
  const found: Member[][] = []
  const left = new Set(members)
  for (const first of members) {
    if (!left.delete(first)) continue
    const cluster = [first]
    for (let n = 0; n < cluster.length; n++)
      for (const other of [...left])
        if (isNear(cluster[n] as Member, other)) {
          left.delete(other)
          cluster.push(other)
        }
    found.push(cluster)
  }
  return found
}

function isNear(one: Member, other: Member): boolean {
  const [a, b] = [one.bounds(0), other.bounds(0)]
  const gap = Math.max(
    ...([0, 1, 2] as const).map((k) => Math.max(a.min[k] - b.max[k], b.min[k] - a.max[k])),
  )
  return gap <= NEAR * Math.min(Math.max(...one.size), Math.max(...other.size))
}
