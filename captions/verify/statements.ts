import type { Member } from '../facts/member.ts'
import { sideways } from './judge-motion.ts'
import type { CameraSaid, Clause, Happening, NounMeaning, Said, Sentence } from './meaning.ts'
import { meant, type Discourse } from './resolve.ts'
import type { Truth } from './truth.ts'

/**
 * What a sentence states, in one spelling however it is worded: `roll: red_ball`, `left of: mug, book`. Two texts that
 * state the same have the same statements, so that one can be held against the other.
 */
export interface Statement {
  /** One for each actor that it is true of. */
  keys: string[]
  /** What goes without saying when it is true: of what rolls, that it moves. */
  implied: string[]
  /** Names or describes who is meant, and may be said again. */
  names: boolean
}

/** Who a noun phrase is about, and what it tells of them. */
export function statedByNoun(noun: NounMeaning, members: Member[]): Statement[] {
  if (noun.pronoun || members.length === 0) return []
  const { colors, materials, leads, wears, amount, heap, part } = noun
  const ofEach = (what: string) => named(members.map(({ id }) => `${what}: ${id}`))
  const ofAll = (what: string) => named([`${what}: ${idsOf(members)}`])
  return [
    ofEach(`called ${noun.noun}`),
    ...[...colors, ...materials, ...leads].map(ofEach),
    ...(wears ? [ofEach(`in ${wears.color} ${wears.garment}`)] : []),
    ...[amount, heap, part].flatMap((word) => (word ? [ofAll(word)] : [])),
  ]
}

/** What a clause says of those who are meant by its subject. */
export function statedByClause(
  { subject, said, link }: Clause,
  members: Member[],
  before: Discourse,
  truth: Truth,
): Statement[] {
  const part = subject.length === 1 ? (subject[0]?.part ?? null) : null
  const who = part ? [`${part} of ${idsOf(members)}`] : members.map(({ id }) => id)
  const names = subject.flatMap((noun) => {
    const own = new Set(meant(noun, before, truth).choices.flat())
    return statedByNoun(
      noun,
      members.filter((member) => own.has(member)),
    )
  })
  const told = [...subject.flatMap(({ which }) => which), ...said]
  // In which order it is told is a statement as well.
  const order: Statement[] = link
    ? [{ keys: members.map(({ id }) => `${link.how}: ${id}`), implied: [], names: false }]
    : []
  return [
    ...names,
    ...told.flatMap((one) => statedBySaid(one, who, members, before, truth)),
    ...order,
  ]
}

export function statedBySaid(
  { what }: Said,
  who: string[],
  members: Member[],
  before: Discourse,
  truth: Truth,
): Statement[] {
  const others = 'other' in what && what.other ? what.other : 'by' in what && what.by ? what.by : []
  const chosen = others.map((noun) => ({
    noun,
    members: meant(noun, before, truth).choices[0] ?? [],
  }))
  const names = chosen.flatMap((one) => statedByNoun(one.noun, one.members))
  const whom = chosen.flatMap(({ noun, members: own }) =>
    noun.part ? [`${noun.part} of ${idsOf(own)}`] : own.map(({ id }) => id),
  )
  const next = chosen.flatMap(({ noun, members: own }) =>
    noun.which.flatMap((said) =>
      statedBySaid(
        said,
        own.map(({ id }) => id),
        own,
        before,
        truth,
      ),
    ),
  )
  return [...names, deedOf(what, who, members, whom, before, truth), ...next]
}

/** What is said of the camera. */
export function statedByCamera(
  said: readonly CameraSaid[],
  before: Discourse,
  truth: Truth,
): Statement[] {
  let last = ''
  const about = (noun: NounMeaning | null): Statement[] => {
    const [members = []] = noun ? meant(noun, before, truth).choices : []
    last = members.length > 0 ? idsOf(members) : last
    return noun ? statedByNoun(noun, members) : []
  }
  return said.flatMap((one): Statement[] => {
    switch (one.does) {
      case 'move':
        return [
          told([`camera ${one.move} ${one.direction}`]),
          ...(one.slow ? [told([`camera ${one.move} slowly`])] : []),
        ]
      case 'still':
      case 'rest':
      case 'cut':
        return [told([`camera ${one.does}`])]
      case 'follow':
      case 'reveal':
        return [...about(one.who), told([`camera ${one.does}: ${last}`])]
      case 'keep':
        return [told([`camera keep ${one.where}: ${last}`])]
      case 'look from':
        return [told([`camera ${one.angle}`])]
      case 'shake':
        return [told([`camera shakes ${one.how}`])]
      case 'size':
        return one.size === 'any'
          ? []
          : [
              ...about(one.who),
              told(
                [`camera ${one.size}${one.who ? `: ${last}` : ''}`],
                one.who ? [`camera ${one.size}`] : [],
              ),
            ]
      case 'track':
        return [
          ...about(one.who),
          told(
            [`camera ${one.from}${last ? `: ${last}` : ''}`],
            last ? [`camera ${one.from}`] : [],
          ),
        ]
    }
  })
}

export function statedOfLight({
  quality,
  from,
  shadows = null,
}: Partial<Pick<Extract<Sentence, { kind: 'light' }>, 'shadows'>> &
  Omit<Extract<Sentence, { kind: 'light' }>, 'kind' | 'text' | 'shadows'>): Statement[] {
  return [
    quality ? told([`${quality} light`], ['daylight']) : told(['daylight']),
    ...(from ? [told([`light from the ${from}`])] : []),
    ...(shadows
      ? [told([`shadows to the ${shadows.to}`]), ...(shadows.long ? [told(['long shadows'])] : [])]
      : []),
  ]
}

export function statedOfSky(sky: string): Statement {
  return told([`${sky} sky`])
}

export const STATED_LOOK: Statement = told(['3d animation'])

/** A vase that sits on a table stands there; of people it is not the same. */
const SEATED = new Set(['sit', 'rest'])

/** Of places and times nobody does anything: they are so for all. */
function deedOf(
  what: Happening,
  who: string[],
  members: Member[],
  whom: string[],
  before: Discourse,
  truth: Truth,
): Statement {
  const each = (deed: string, ...implied: string[]) =>
    told(
      who.map((id) => `${deed}: ${id}`),
      implied.flatMap((weaker) => who.map((id) => `${weaker}: ${id}`)),
    )
  const together = (deed: string) => told([`${deed}: ${[...who].sort().join(' ')}`])
  const pairs = (deed: string, isSwapped = false, ...implied: string[]) => {
    const spelled = (one: string) =>
      who.flatMap((a) => whom.map((b) => `${one}: ${isSwapped ? `${b}, ${a}` : `${a}, ${b}`}`))
    return told(
      spelled(deed),
      implied.flatMap((weaker) => who.map((id) => `${weaker}: ${id}`)),
    )
  }
  const last = before.subjects[0]
  switch (what.does) {
    case 'move':
      return each(
        what.verb,
        ...(what.verb === 'gallop' ? ['run'] : []),
        ...(what.verb === 'move' ? [] : ['move']),
      )
    case 'head':
      return each(`head ${what.direction}`)
    case 'oppose': {
      const theirs = last && sideways(last, truth)
      return each(`head ${theirs === 'left' ? 'right' : 'left'}`)
    }
    case 'go over':
      return pairs(what.how)
    case 'pass': {
      const past = what.other ? whom : last ? [last.id] : []
      const spelled = (one: string) => who.flatMap((a) => past.map((b) => `${one}: ${a}, ${b}`))
      return what.side ? told(spelled(`pass ${what.side}`), spelled('pass')) : told(spelled('pass'))
    }
    case 'enter':
    case 'leave':
      return what.side ? each(`${what.does} ${what.side}`, what.does) : each(what.does)
    case 'throw':
      return pairs(`throw ${what.way}`)
    case 'knock off':
    case 'break off':
      return whom.length > 0 ? pairs(what.does, false, what.does) : each(what.does)
    case 'undergo':
      // By someone it is what that one does.
      return whom.length > 0 ? pairs(what.deed, true) : each(`${what.deed} by anyone`)
    case 'be lit':
      return told(
        [what.quality ? `${what.quality} light` : 'daylight'],
        what.quality ? ['daylight'] : [],
      )
    case 'be under':
      return told([`${what.sky} sky`])
    case 'swing to':
      return each(`swing ${what.way}`)
    case 'pace':
      return each(`pace ${what.pace}`)
    case 'stay': {
      const how = SEATED.has(what.how) && !members.some(({ walks }) => walks) ? 'stand' : what.how
      return each(how, ...(how === 'be' ? [] : ['be']))
    }
    case 'be':
      return placeOf(what.relation, pairs, who, whom)
    case 'be framed':
      return each(`in the ${what.where}`)
    case 'begin framed':
    case 'end framed':
      return each(`${what.does} ${what.where}`)
    case 'last':
      return each(`last ${what.seconds}`, 'move')
    case 'begin beside':
    case 'end':
      return pairs(`${what.does} ${what.relation}`)
    case 'be colored':
    case 'include colored':
      return together(`colored ${what.colors.toSorted().join(' ')}`)
    case 'set':
      return told([`setting ${what.place}`])
    case 'date':
      return told([`time ${what.time}`])
    case 'coincide':
    case 'follow': {
      const named = what.does === 'follow' && last && before.movers.includes(last)
      const then = (named ? last : before.movers[0])?.id ?? ''
      const whose = members.map(({ id }) => id)
      return what.does === 'follow'
        ? told(whose.map((id) => `after: ${id}, ${then}`))
        : told(whose.map((id) => `together: ${[id, then].sort().join(', ')}`))
    }
    case 'take turns':
    case 'collapse':
      return together(what.does)
    default:
      return whom.length > 0 ? pairs(what.does) : each(what.does)
  }
}

/** The left of two is to the left of the right one: said from either end, it is the same. */
function placeOf(
  relation: string,
  pairs: (deed: string, isSwapped?: boolean) => Statement,
  who: string[],
  whom: string[],
): Statement {
  if (relation === 'right of') return pairs('left of', true)
  if (relation === 'in front of') return pairs('behind', true)
  if (relation === 'next to')
    return told(who.flatMap((a) => whom.map((b) => `next to: ${[a, b].sort().join(', ')}`)))
  return pairs(relation)
}

function told(keys: string[], implied: string[] = []): Statement {
  return { keys, implied, names: false }
}

function named(keys: string[]): Statement {
  return { keys, implied: [], names: true }
}

function idsOf(members: readonly Member[]): string {
  return members
    .map(({ id }) => id)
    .sort()
    .join(' ')
}
