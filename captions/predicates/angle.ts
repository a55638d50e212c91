import { every, grade, round, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import { ANGLES } from '#scenes'
import { anglesOf, degrees } from '../geometry.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * The camera's angle by its pitch (all frames must agree), on the published scale (README): level within 8 degrees (false
 * from 12); high 20..75 down (false outside 14..81); top-down from 75; low 15..75 up (false below 8); from below from 75;
 * and slightly high 9..18 down (false outside 5..22), between level and high. Eye level: level, and the lens 1.3..1.9 m up
 * with a person or building in view to measure by. Dutch: leaning by 15 degrees and more, false up to 5.
 */
const NAMES = [
  'eye level',
  'level',
  'slightly high',
  'high',
  'top-down',
  'low',
  'from below',
  'dutch',
] as const

export const angle: Predicate<'angle'> = {
  name: 'angle',
  doc: 'Level, high, low or top-down angle; eye level.',
  propose: (facts) =>
    NAMES.filter((name) => verdict(name, facts).status === 'verified').map((name) => ({
      predicate: 'angle',
      args: { angle: name },
      frames: [0, facts.frames],
      salience: 0.3,
    })),
  verify: ({ args }, facts) => verdict(args.angle, facts),
}

function verdict(name: PredicateArgs['angle']['angle'], facts: Facts): Verdict {
  const { pitch, height, views } = facts.shot
  const pitches = views.map(({ forward }) => degrees(Math.asin(forward[1])))
  const [low, high] = [Math.min(...pitches), Math.max(...pitches)]
  const evidence = {
    pitch: round(pitch),
    low: round(low),
    high: round(high),
    height: round(height),
  }
  const range = (from: number, to: number, slack: number) =>
    every(
      grade(low, { no: from - slack, yes: from }, evidence),
      grade(high, { no: to + slack, yes: to }, evidence),
    )
  switch (name) {
    case 'level':
      return range(ANGLES.level.from, ANGLES.level.to, 4)
    case 'slightly high':
      return range(-18, -9, 4)
    case 'high':
      return range(ANGLES.high.from, ANGLES.high.to, 6)
    case 'top-down':
      return range(ANGLES["bird's eye"].from, ANGLES["bird's eye"].to, 6)
    case 'low':
      return range(ANGLES.low.from, ANGLES.low.to, 7)
    case 'from below':
      return range(ANGLES["worm's eye"].from, ANGLES["worm's eye"].to, 6)
    case 'dutch': {
      const lean = Math.min(...views.map((view) => Math.abs(anglesOf(view).roll)))
      return every(
        grade(lean, { no: 5, yes: 15 }, { lean: round(lean) }),
        // Straight down or up there is no level to lean from.
        range(-70, 70, 5),
      )
    }
    case 'eye level': {
      const measure = facts.members.some((member) =>
        ['person', 'building', 'vehicle'].includes(member.class),
      )
      if (!measure) return { status: 'untestable', margin: 0, evidence }
      return every(
        range(-8, 8, 6),
        grade(height, { no: 1, yes: 1.3 }, evidence),
        grade(height, { no: 2.4, yes: 1.9 }, evidence),
      )
    }
  }
}
