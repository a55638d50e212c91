import { median } from '../geometry.ts'
import type { Facts } from './facts.ts'
import type { Member } from './member.ts'
import { middleOf } from './support.ts'

/** Things of one noun that the physics moves and that stand up, all that were glimpsed. */
export function standersOf(facts: Facts): Map<string, Member[]> {
  const found = new Map<string, Member[]>()
  for (const member of facts.glimpsed)
    if (facts.holds.get(member.id) === 'free' && member.class !== 'ball')
      found.set(member.noun.en, [...(found.get(member.noun.en) ?? []), member])
  return found
}

/** Neighbours stand this many times as far apart as the median nearest two, at most. */
const NEAR = 1.8
/** Share of a row that has two neighbours at most: in a triangle of pins or a wall of bricks most have more. */
const ROW = 0.85

/** The rows that things of one noun stand in at first: three or more, each with a neighbour before and behind. */
export function rowsOf(members: Member[]): Member[][] {
  const level = members.filter(
    (member) =>
      Math.abs(middleOf(member, 0)[1] - middleOf(members[0] as Member, 0)[1]) < member.size[1],
  )
  if (level.length < 3) return []
  const places = level.map((member) => middleOf(member, 0))
  const apart = (i: number, j: number) => {
    const [a, b] = [places[i] as number[], places[j] as number[]]
    return Math.hypot((a[0] as number) - (b[0] as number), (a[2] as number) - (b[2] as number))
  }
  const nearest = median(
    level.map((_, i) => Math.min(...level.flatMap((_, j) => (i === j ? [] : [apart(i, j)])))),
  )
  const nextTo = level.map((_, i) =>
    level.flatMap((_, j) => (i !== j && apart(i, j) <= NEAR * nearest ? [j] : [])),
  )
  const rows: number[][] = []
  const seen = new Set<number>()
  for (let i = 0; i < level.length; i++) {
    if (seen.has(i)) continue
    const row = [i]
    seen.add(i)
    for (let n = 0; n < row.length; n++)
      for (const j of nextTo[row[n] as number] as number[])
        if (!seen.has(j)) {
          seen.add(j)
          row.push(j)
        }
    rows.push(row)
  }
  return rows
    .filter((row) => row.length >= 3)
    .filter(
      (row) => row.filter((i) => (nextTo[i] as number[]).length <= 2).length >= ROW * row.length,
    )
    .map((row) => row.map((i) => level[i] as Member))
}
