import type { Member } from './member.ts'

/** Metres between two world boxes; height counts: a table is not next to the fan over it. */
export function gapAt(member: Member, other: Member, frame: number): number {
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  return Math.hypot(
    ...([0, 1, 2] as const).map((k) => Math.max(0, a.min[k] - b.max[k], b.min[k] - a.max[k])),
  )
}
