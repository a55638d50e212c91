import { round, type Claim, type PredicateName } from './claim.ts'
import type { Facts } from './facts/facts.ts'

/** What happens to someone; the first of its arguments is whoever it happens to. */
const EVENTS: readonly PredicateName[] = [
  'moves',
  'acts',
  'enters',
  'leaves',
  'hits',
  'throws',
  'topples',
  'falls_off',
  'breaks_off',
]

/**
 * Share of what is to be seen that a set of claims mentions: actors seen with >= 1 % of the area in >= 25 % of
 * the samples (weight sqrt(area) x time), every verified event (weight of its actor), camera movements. Those of a group
 * are told of with it.
 */
export function coverageOf(said: string[], claims: Claim[], facts: Facts): number {
  const used = claims.filter(({ id }) => said.includes(id))
  const weight = new Map(
    facts.members.map((member) => [member.id, Math.sqrt(member.area) * member.seen]),
  )
  const items: { weight: number; said: boolean }[] = []
  for (const member of facts.members.filter(({ area }) => area >= 0.01))
    items.push({
      weight: weight.get(member.id) ?? 0,
      said: used.some((claim) => mentions(claim, member.id)),
    })
  for (const claim of claims)
    if (claim.status !== 'verified') continue
    else if (EVENTS.includes(claim.predicate)) {
      const { actor } = claim.args as { actor: string }
      items.push({
        weight: weight.get(actor) ?? 0,
        said: said.includes(claim.id) || used.some((one) => tells(one, actor)),
      })
    } else if (claim.predicate === 'camera' && claim.args.move !== 'rest')
      items.push({ weight: 0.3, said: said.includes(claim.id) })
  const whole = items.reduce((sum, item) => sum + item.weight, 0)
  return whole === 0
    ? 1
    : round(items.reduce((sum, item) => sum + (item.said ? item.weight : 0), 0) / whole)
}

/** What is told of many is told of each: a row that topples, blocks that are knocked down. */
function tells({ predicate, args }: Claim, id: string): boolean {
  return (
    [
      'chain',
      'collapses',
      'fates',
      'knocks',
      'tally',
      'stacked',
      'pockets',
      'relays',
      'throws',
    ].includes(predicate) && mentions({ args }, id)
  )
}

function mentions({ args }: Pick<Claim, 'args'>, id: string): boolean {
  return Object.values(args).some(
    (value) => value === id || (Array.isArray(value) && value.includes(id)),
  )
}
