import type { Take } from '../../take/take.ts'
import type { EventExpectation } from './expectation.ts'
import { matches } from './glob.ts'

/** Events as expectations read them: whatever kinds there are, whoever takes part. */
interface Happening {
  t: number
  kind: string
  /** Ids of all that take part. */
  parties: string[]
}

/** What is amiss with an expected event; undefined where it is as expected. */
export function eventFault(expected: EventExpectation, take: Take): string | undefined {
  const { event, min, max } = expected
  const kind = take.events.map(happening).filter((one) => stem(one.kind) === stem(event))
  const found = kind.filter((one) => fits(one, expected))
  const count = expected.actor === undefined ? found.length : actorsOf(found, expected.actor).size
  if (count < min)
    return `happens ${times(count)} instead of at least ${times(min)}; ${words(event, kind, take)}`
  if (max !== undefined && count > max)
    return `happens ${times(count)} instead of at most ${times(max)}`
  return undefined
}

/** `topples` and `topple`, `falls-off`, `fall-off` and the captions' `falls_off` are the same. */
function stem(kind: string): string {
  return kind.replace('_', '-').replace(/s(?=-|$)/, '')
}

function happening(event: Take['events'][number]): Happening {
  const { t, kind, ...rest } = event
  return { t, kind, parties: Object.values(rest).flatMap(idsIn) }
}

/** Every id that an event names; points and impulses are numbers. */
function idsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.flatMap(idsIn) : []
}

function fits(
  { t, parties }: Happening,
  { actor, a, b, after = -Infinity, before = Infinity }: EventExpectation,
): boolean {
  if (t < after || t >= before) return false
  const has = (glob: string | undefined) =>
    glob === undefined || parties.some((id) => matches(glob, id))
  if (!has(actor) || !has(a) || !has(b)) return false
  if (a === undefined || b === undefined) return true
  // Two different parties, for `ball_*` may stand on both sides.
  return parties.some(
    (one, i) => matches(a, one) && parties.some((other, j) => i !== j && matches(b, other)),
  )
}

function actorsOf(found: readonly Happening[], glob: string): Set<string> {
  return new Set(found.flatMap(({ parties }) => parties.filter((id) => matches(glob, id))))
}

/** What there was instead, so that nobody has to guess. */
function words(event: string, kind: readonly Happening[], take: Take): string {
  if (kind.length > 0) {
    const shown = kind
      .slice(0, 4)
      .map(({ t, parties }) => `${parties.join(' and ')} at ${t.toFixed(2)} s`)
    return `\`${event}\` was: ${shown.join(', ')}${kind.length > 4 ? ' ...' : ''}`
  }
  const kinds = [...new Set(take.events.map((one) => one.kind))]
  return kinds.length > 0 ? `what happens is ${kinds.join(', ')}` : 'nothing happens at all'
}

function times(count: number): string {
  return count === 1 ? 'once' : `${count} times`
}
