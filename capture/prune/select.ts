import { addTo, apart, type Bits, bitsOf, countBeyond } from './bits.ts'
import { cellsOf, type Labelled } from './cells.ts'

/** Which clips stay, and of each other one why it does not. */
export interface Selection {
  kept: Set<string>
  dropped: Dropped[]
  /** Cells of the table of labels, all of the reel's and those that stay filled. */
  cells: { all: number; kept: number; lost: string[] }
}

export interface Dropped {
  id: string
  /** `same caption`: one that stays tells the same. `same labels`: one that stays has all of them. `near`: it adds little. */
  reason: 'same caption' | 'same labels' | 'near'
  /** The clip that stays and is most like it. */
  like: string
  /** 0 has the same labels, 1 none in common. */
  apart: number
}

interface Clip extends Labelled {
  bits: Bits
  /** The nearest of those that are picked, and how far it is. */
  like: string
  apart: number
}

/**
 * Picks so many clips: first whichever fills most cells that are still empty, and when none is, whichever is farthest from all that
 * are picked. What tells the same as one that is picked comes last. Ties go to the clip whose caption tells more of it.
 */
export function select(rows: readonly Labelled[], keep: number): Selection {
  const numbers = new Map<string, number>()
  const members = rows.map((row) => cellsOf(row).map((cell) => numberOf(cell, numbers)))
  const clips: Clip[] = rows
    .map((row, i) => ({
      ...row,
      bits: bitsOf(members[i] ?? [], numbers.size),
      like: '',
      apart: 1,
    }))
    .sort((a, b) => b.coverage - a.coverage || (a.id < b.id ? -1 : 1))
  const covered = bitsOf([], numbers.size)
  const told = new Set<string>()
  const kept = new Set<Clip>()
  while (kept.size < keep && kept.size < clips.length) {
    const clip = bestOf(clips, { kept, covered, told })
    kept.add(clip)
    told.add(clip.caption)
    addTo(covered, clip.bits)
    for (const other of clips) {
      const distance = apart(clip.bits, other.bits)
      if (distance < other.apart || other.like === '') {
        other.like = clip.id
        other.apart = distance
      }
    }
  }
  const names = [...numbers.keys()]
  const lost = names.filter((_, n) => ((covered[n >> 5] as number) & (1 << (n & 31))) === 0)
  const twins = new Map([...kept].map(({ caption, id }) => [caption, id]))
  return {
    kept: new Set([...kept].map(({ id }) => id)),
    dropped: clips.filter((clip) => !kept.has(clip)).map((clip) => droppedFor(clip, twins)),
    cells: { all: names.length, kept: names.length - lost.length, lost },
  }
}

function numberOf(cell: string, numbers: Map<string, number>): number {
  const known = numbers.get(cell) ?? numbers.size
  numbers.set(cell, known)
  return known
}

interface Picked {
  kept: ReadonlySet<Clip>
  covered: Bits
  told: ReadonlySet<string>
}

function bestOf(clips: readonly Clip[], { kept, covered, told }: Picked): Clip {
  let best: Clip | undefined
  let most = -Infinity
  for (const clip of clips) {
    if (kept.has(clip)) continue
    const fresh = countBeyond(clip.bits, covered)
    const worth = 2 * fresh + clip.apart - (fresh === 0 && told.has(clip.caption) ? 1 : 0)
    if (worth > most) [best, most] = [clip, worth]
  }
  return best as Clip // fewer are picked than there are
}

function droppedFor(clip: Clip, twins: ReadonlyMap<string, string>): Dropped {
  const { id, like } = clip
  const rounded = Math.round(clip.apart * 1000) / 1000
  const twin = twins.get(clip.caption)
  if (twin !== undefined) return { id, reason: 'same caption', like: twin, apart: rounded }
  return { id, reason: clip.apart === 0 ? 'same labels' : 'near', like, apart: rounded }
}
