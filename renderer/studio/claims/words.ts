import type { CaptionFile } from '../protocol.ts'

type Claim = CaptionFile['claims'][number]

/** `hits(ball, crate)`: a claim as it is stored, in one line. */
export function lineOf({ predicate, args }: Claim): string {
  const words = Object.values(args).flat().map(String)
  const shown = words.length > 5 ? [...words.slice(0, 4), `${words.length - 4} more`] : words
  return `${predicate.replaceAll('_', ' ')} (${shown.join(', ')})`
}

/** Whether it is about a part of its shot: what holds all the time would fill the timeline. */
export function isMoment(
  { frames: [from, to] }: Claim,
  shots: readonly { from: number; to: number }[],
): boolean {
  return !shots.some((shot) => {
    const common = Math.min(to, shot.to) - Math.max(from, shot.from)
    return common >= MOST_OF * (shot.to - shot.from)
  })
}

const MOST_OF = 0.9
