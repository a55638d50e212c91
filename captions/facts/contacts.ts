import type { Facts } from './facts.ts'
import type { Member } from './member.ts'

/** Two of the cast touched, by the physics, seconds. */
export interface Contact {
  t: number
  /** The one that moved more, and the other. */
  by: string
  on: string
  impulse: number
}

/** Every meeting of bodies, in order of time. */
export function contactsOf({ take }: Pick<Facts, 'take'>): Contact[] {
  return take.events
    .flatMap(({ kind, t, actor, other, impulse = 0 }) =>
      kind === 'contact' && other !== undefined ? [{ t, by: actor, on: other, impulse }] : [],
    )
    .sort((a, b) => a.t - b.t)
}

/** Seconds before and after a contact within which what was struck sets off. */
const BEFORE = 0.12
const AFTER = 0.6
/** What lies against each other, within this share of the smaller's size, has no contact to begin. */
const AGAINST = 0.06

/**
 * Everyone that a blow of the actor reaches: what it touched and what that touched in turn, each setting off with the
 * blow and not before it; with the second of the blow.
 */
export function reachedFrom(actor: string, facts: Facts): Map<string, number> {
  const known = REACHED.get(facts) ?? new Map<string, Map<string, number>>()
  REACHED.set(facts, known)
  const before = known.get(actor)
  if (before) return before
  const found = measure(actor, facts)
  known.set(actor, found)
  return found
}

/** Asked for again and again; kept with the facts that it is read from. */
const REACHED = new WeakMap<Facts, Map<string, Map<string, number>>>()

function measure(actor: string, facts: Facts): Map<string, number> {
  const reached = new Map<string, number>([[actor, -Infinity]])
  const contacts = contactsOf(facts)
  const free = facts.members.filter(({ id }) => facts.holds.get(id) === 'free')
  const isStruck = (id: string, t: number, within = AFTER) => {
    const off = setsOffAt(id, facts)
    return off !== undefined && off >= t - BEFORE && off <= t + within
  }
  // What leans on each other is pushed without a contact that begins: until nothing more is reached.
  for (let size = 0; size !== reached.size;) {
    size = reached.size
    for (const { t, by, on } of contacts)
      for (const [from, to] of [
        [by, on],
        [on, by],
      ] as const) {
        const since = reached.get(from)
        if (since === undefined || since > t || reached.has(to)) continue
        // What was struck cannot have struck before it moved; who strikes first was under way before what it struck.
        const [mine, its] = [setsOffAt(from, facts), setsOffAt(to, facts)]
        const first =
          mine !== undefined &&
          its !== undefined &&
          (from === actor ? mine + 1 / facts.fps <= its : stirsAt(from, facts) <= t + 1 / facts.fps)
        if (first && isStruck(to, t)) reached.set(to, t)
      }
    for (const [id, t] of [...reached]) {
      if (!Number.isFinite(t)) continue
      for (const other of free)
        if (!reached.has(other.id) && isStruck(other.id, t) && isAgainst(id, other, t, facts))
          reached.set(other.id, Math.max(t, setsOffAt(other.id, facts) ?? t))
    }
  }
  reached.delete(actor)
  return reached
}

function isAgainst(id: string, other: Member, t: number, facts: Facts): boolean {
  const member = facts.glimpsed.find((one) => one.id === id)
  if (!member) return false
  const frame = Math.max(0, Math.floor(t * facts.fps) - 1)
  const [a, b] = [member.bounds(frame), other.bounds(frame)]
  const gap = Math.max(
    ...([0, 1, 2] as const).map((k) => Math.max(a.min[k] - b.max[k], b.min[k] - a.max[k])),
  )
  return gap <= AGAINST * Math.min(...member.size, ...other.size)
}

/** Seconds at which it first leaves its place: topples by the physics, else moves at all; undefined when it never does. */
export function setsOffAt(id: string, { take, motions, fps }: Facts): number | undefined {
  const tips = take.events.find(({ kind, actor }) => kind === 'topples' && actor === id)
  const from = motions.get(id)?.[0]?.from
  return tips?.t ?? (from === undefined ? undefined : from / fps)
}

/** Seconds at which anything of it moves: what topples leans a while before it is over. */
export function stirsAt(id: string, facts: Facts): number {
  const [first] = facts.motions.get(id) ?? []
  return Math.min(setsOffAt(id, facts) ?? Infinity, first ? first.from / facts.fps : Infinity)
}

/** Seen in the quarter second about a moment, seconds. */
export function isSeenAt({ samples }: Member, t: number, { fps }: Facts, within = 0.25): boolean {
  return samples.some(({ seen, frame }) => seen && Math.abs(frame / fps - t) <= within)
}
