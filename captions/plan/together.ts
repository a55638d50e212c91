import type { Claim } from '../claim.ts'
import { overlap } from '../facts/camera.ts'

/** Those that go on at one time, in the order of their beginnings. */
export function togetherIn(moves: readonly Claim<'camera'>[]): Claim<'camera'>[][] {
  const groups: Claim<'camera'>[][] = []
  for (const move of moves) {
    const last = groups.at(-1)
    if (last?.every((other) => spans(other, move))) last.push(move)
    else groups.push([move])
  }
  return groups
}

function spans(a: Claim<'camera'>, b: Claim<'camera'>): boolean {
  return (
    overlap({ from: a.frames[0], to: a.frames[1] }, { from: b.frames[0], to: b.frames[1] }) > 0.5
  )
}
