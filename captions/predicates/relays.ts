import { every, grade, round, type Draft, type Predicate } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import type { Member } from '../facts/member.ts'
import { middleOf } from '../facts/support.ts'
import { grouped } from '../grouped.ts'
import { length, median, subtract, type Vec3 } from '../geometry.ts'
import { salienceOf } from '../salience.ts'
import { countWord } from './count.ts'

/**
 * Newton's cradle: of a row of things that hang, those at one end swing against the row, and as many at the other end swing
 * out. Until these are at their farthest: metres that each at the ends gets on, over the spacing of the row: true from
 * 0.8, false below 0.3; that each between gets on: true up to 0.35, false from 0.8. The far ones set off
 * 0.1 s after the near ones or later. On the screen the far ones shift by 1.5 % of the width (false below 0.4 %).
 */
const GOES = { no: 0.3, yes: 0.8 }
const STAYS = { no: 0.8, yes: 0.35 }
const LATER = { no: 0, yes: 0.1 }
const SHIFT = { no: 0.004, yes: 0.015 }

export const relays: Predicate<'relays'> = {
  name: 'relays',
  doc: 'Of a row of things that hang, those at one end strike it and those at the other end swing out.',
  propose: (facts) =>
    [...grouped(hanging(facts), ({ noun }) => noun.en)].flatMap(
      ([noun, members]): Draft<'relays'>[] => {
        const row = inRow(members)
        const start = firstMove(row, facts)
        if (row.length < 3 || start === undefined) return []
        const moved = row.map((member) => wayOf(member, start, facts))
        return [1, 2, 3].flatMap((n) =>
          [row, [...row].reverse()].flatMap((line): Draft<'relays'>[] => {
            const ways = line === row ? moved : [...moved].reverse()
            if (line.length < 2 * n + 1 || !ways[0]) return []
            const ids = line.map(({ id }) => id)
            const draft: Draft<'relays'> = {
              predicate: 'relays',
              args: {
                actors: ids.slice(0, n),
                others: ids.slice(-n),
                between: ids.slice(n, -n),
                noun,
                words: countWord(row.length),
              },
              frames: [start, Math.min(facts.frames, peakOf(line, n, start, facts) + 1)],
              salience: Math.max(...row.map((member) => salienceOf(member, facts))) + 0.8,
            }
            return relays.verify(draft, facts).status === 'verified' ? [draft] : []
          }),
        )
      },
    ),
  verify({ args: { actors, others, between, noun, words } }, facts) {
    const row = inRow(hanging(facts).filter((member) => member.noun.en === noun))
    const ids = [...actors, ...between, ...others]
    const own = row.map(({ id }) => id).join(' ')
    const whole = [ids.join(' '), [...ids].reverse().join(' ')].includes(own)
    const start = firstMove(row, facts)
    // Of whom nothing is seen, nothing is said.
    if (row.length < ids.length && row.every(({ id }) => ids.includes(id)))
      return { status: 'untestable', margin: 0, evidence: { row: own } }
    if (!whole || start === undefined || countWord(row.length) !== words)
      return { status: 'refuted', margin: -1, evidence: { row: own, start: start ?? null } }
    const line = ids.map((id) => facts.member(id))
    if (!wayOf(line[0] as Member, start, facts))
      return { status: 'refuted', margin: -1, evidence: { first: false } }
    const peak = peakOf(line, others.length, start, facts)
    const spacing = pitchOf(row)
    const way = (id: string) => farthest(facts.member(id), start, peak) / spacing
    const [ends, mid] = [[...actors, ...others].map(way), between.map(way)]
    const off = (some: string[]) =>
      some.map((id) => setsOff(facts.member(id), start, peak, spacing))
    const later = (Math.min(...off(others)) - Math.max(...off(actors))) / facts.fps
    const shift = Math.min(
      ...others.map((id) => {
        const xs = facts
          .member(id)
          .samples.flatMap(({ seen, box, frame }) =>
            seen && box && frame >= start && frame <= peak + 4 ? [box] : [],
          )
        return Math.max(
          ...([0, 2] as const).map(
            (k) => Math.max(...xs.map((box) => box[k])) - Math.min(...xs.map((box) => box[k])),
          ),
        )
      }),
    )
    return every(
      grade(Math.min(...ends), GOES, { ends: round(Math.min(...ends)) }),
      grade(Math.max(0, ...mid), STAYS, { between: round(Math.max(0, ...mid)) }),
      grade(later, LATER, { later: round(later), peak }),
      grade(Number.isFinite(shift) ? shift : Number.NaN, SHIFT, { shift: round(shift) }),
    )
  },
}

function hanging(facts: Facts): Member[] {
  return facts.members.filter(({ id }) => facts.holds.get(id) === 'jointed')
}

/** Along the way in which they spread most. */
function inRow(members: Member[]): Member[] {
  const places = members.map((member) => middleOf(member, 0))
  const spread = (k: 0 | 2) =>
    Math.max(...places.map((p) => p[k])) - Math.min(...places.map((p) => p[k]))
  const k = spread(0) >= spread(2) ? 0 : 2
  return [...members].sort((a, b) => middleOf(a, 0)[k] - middleOf(b, 0)[k])
}

/** Metres between neighbours, median. */
function pitchOf(row: Member[]): number {
  const places = row.map((member) => middleOf(member, 0))
  return median(places.slice(1).map((p, i) => length(subtract(p, places[i] as Vec3))))
}

function firstMove(row: Member[], { motions }: Facts): number | undefined {
  const starts = row.flatMap(({ id }) => motions.get(id)?.slice(0, 1) ?? [])
  return starts.length === 0 ? undefined : Math.min(...starts.map(({ from }) => from))
}

/** Whether it moves in the first tenth of a second. */
function wayOf(member: Member, start: number, facts: Facts): boolean {
  return farthest(member, start, start + Math.ceil(0.15 * facts.fps)) > 0
}

/** Frame at which the last ones are at their farthest for the first time. */
function peakOf(line: Member[], n: number, start: number, { frames }: Facts): number {
  const last = line.at(-1) as Member
  const spacing = pitchOf(line)
  let [best, peak] = [0, start]
  for (let frame = start; frame < frames && line.length > n; frame++) {
    const way = length(subtract(middleOf(last, frame), middleOf(last, start)))
    if (way > best) [best, peak] = [way, frame]
    else if (best > 0.8 * spacing && way < 0.9 * best) break
  }
  return peak
}

function farthest(member: Member, from: number, to: number): number {
  const at = middleOf(member, from)
  return Math.max(
    0,
    ...Array.from({ length: Math.max(0, to - from) }, (_, n) =>
      length(subtract(middleOf(member, from + n + 1), at)),
    ),
  )
}

/** Frame at which it has got on by a tenth of the spacing. */
function setsOff(member: Member, from: number, to: number, spacing: number): number {
  const at = middleOf(member, from)
  for (let frame = from; frame <= to; frame++)
    if (length(subtract(middleOf(member, frame), at)) > 0.1 * spacing) return frame
  return to
}
