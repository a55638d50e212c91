import type { Claim, Relation, Where } from '../claim.ts'
import type { Member } from '../facts/member.ts'
import { isBackdrop } from '../salience.ts'
import { headOf } from '../words/nouns.ts'
import { isHollow } from './stance.ts'
import { isUnique, type Teller } from './teller.ts'

/** Still things of one noun that are told of together. */
export interface Group {
  members: Member[]
  salience: number
}

/** Where a group is, what proves it, and the key by which groups in one place share a sentence. */
export interface Spot {
  key: string
  claims: Claim[]
  at:
    | { kind: 'place'; relation: Relation; other: string }
    | { kind: 'either'; other: string }
    | { kind: 'framed'; where: Where }
    | { kind: 'wall' | 'sides' | 'view' }
}

/** Where it is cannot be told, but that it is there. */
export const IN_VIEW = 'in view'

/** Every place that all of a group can be told by, the best first. */
export function spotsOf({ book, told, related, ...rest }: Teller, { members }: Group): Spot[] {
  const teller = { book, told, related, ...rest }
  const places = (relation: Relation, fits: (other: Member) => boolean) =>
    shared(members, (member) =>
      book
        .all('place', { actor: member.id, relation })
        .filter(({ args }) => fits(book.facts.member(args.other))),
    )
  const held = places('in', () => true)
  const wall = shared(members, (member) => book.all('hangs', { actor: member.id }))
  const on = places('on', (other) => !isBackdrop(other))
  const near = (['next to', 'behind', 'in front of', 'left of', 'right of'] as const).flatMap(
    (relation) => {
      const claims = places(
        relation,
        (other) =>
          told.has(other.id) &&
          isUnique(teller, other.id) &&
          !isBackdrop(other) &&
          !book.one('hangs', { actor: other.id }) &&
          !/ceiling|chandelier/.test(other.noun.en) &&
          book.one('still', { actor: other.id }) !== undefined,
      )
      return claims ? [at(relation, claims)] : []
    },
  )
  // Far to the left of something is better told as on the left.
  const beside = near.filter(({ key }) => !/^(?:left|right) of/.test(key))
  const framed = (['background', 'foreground', 'left', 'right', 'center'] as const).flatMap(
    (where): Spot[] => {
      const claims = members.map(({ id }) => book.one('framed', { actor: id, where }))
      return claims.every((claim) => claim !== undefined)
        ? [
            {
              key: where,
              claims,
              at: { kind: 'framed', where },
            },
          ]
        : []
    },
  )
  // That a house stands on the ground goes without saying.
  const ground = members.every((member) => member.class !== 'building')
    ? places('on', isBackdrop)
    : undefined
  return [
    ...(held ? [at('in', held)] : []),
    ...(wall
      ? [
          {
            key: `hangs ${wall[0]?.args.other}`,
            claims: [
              ...wall,
              ...[book.one('exists', { actor: wall[0]?.args.other ?? '' })].flatMap(
                (claim) => claim ?? [],
              ),
            ],
            at: { kind: 'wall' as const },
          },
        ]
      : []),
    ...(on ? [at('on', on)] : []),
    ...(eitherSide(teller, members) ?? []),
    ...beside.slice(0, 1),
    ...framed,
    ...(bothSides(teller, members) ?? []),
    ...beside.slice(1),
    ...near.filter((spot) => !beside.includes(spot)),
    ...(ground ? [at('on', ground)] : []),
    // Of a pit nobody would tell that it is there.
    ...(rest.detail === 'full' && !members.every(isHollow) && !isRest(teller, members)
      ? [{ key: IN_VIEW, claims: [], at: { kind: 'view' as const } }]
      : []),
  ]

  function at(relation: Relation, claims: Claim<'place'>[]): Spot {
    const other = claims[0]?.args.other as string
    return { key: `${relation} ${other}`, claims, at: { kind: 'place', relation, other } }
  }
}

/** More of what was told of, of which nobody knows how many there are. */
function isRest({ book, told }: Pick<Teller, 'book' | 'told'>, members: Member[]): boolean {
  const [{ noun }] = members as [Member]
  const isCounted = book
    .all('count')
    .some(({ args }) => args.noun === noun.en && args.actors.length === members.length)
  const head = headOf(noun.en)
  return !isCounted && [...told].some((id) => headOf(book.facts.member(id).noun.en) === head)
}

/** One to the left, one to the right of something known. */
function eitherSide(
  { book, told }: Pick<Teller, 'book' | 'told'>,
  members: Member[],
): Spot[] | undefined {
  const [a, b] = members
  if (!a || !b || members.length > 2) return undefined
  for (const [left, right] of [
    [a, b],
    [b, a],
  ] as const)
    for (const claim of book.all('place', { actor: left.id, relation: 'left of' })) {
      const across = book.one('place', {
        actor: right.id,
        relation: 'right of',
        other: claim.args.other,
      })
      const { other } = claim.args
      if (across && told.has(other) && book.one('still', { actor: other }))
        return [
          {
            key: `either ${other}`,
            claims: [claim, across],
            at: { kind: 'either', other },
          },
        ]
    }
  return undefined
}

/** Some in the left third of the picture, the others in the right. */
function bothSides({ book }: Pick<Teller, 'book'>, members: Member[]): Spot[] | undefined {
  const sides = members.map(
    ({ id }) =>
      book.one('framed', { actor: id, where: 'left' }) ??
      book.one('framed', { actor: id, where: 'right' }),
  )
  const both =
    members.length > 1 &&
    sides.every((claim) => claim !== undefined) &&
    new Set(sides.map((claim) => claim?.args.where)).size === 2
  return both
    ? [{ key: 'sides', claims: sides.flatMap((claim) => claim ?? []), at: { kind: 'sides' } }]
    : undefined
}

/** One claim per member, all about the same other actor; undefined when some member lacks it. */
function shared<P extends 'place' | 'hangs'>(
  members: Member[],
  claims: (member: Member) => Claim<P>[],
): Claim<P>[] | undefined {
  const each = members.map(claims)
  const other = each[0]?.find(({ args }) =>
    each.every((own) => own.some((claim) => claim.args.other === args.other)),
  )?.args.other
  if (other === undefined || members.some(({ id }) => id === other)) return undefined
  return each.map((own) => own.find(({ args }) => args.other === other) as Claim<P>) // `other` is among each one's
}
