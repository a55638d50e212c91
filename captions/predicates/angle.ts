import { every, grade, round, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import { degrees } from '../geometry.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * The camera's angle by its pitch (median; all frames must agree): level within 6 degrees (false from 12);
 * slightly high 8..18 down (false outside 4..26); high 22..70 down (false outside 14..80); top-down from 78;
 * low from 8 up (false below 3). Eye level: level, and the lens 1.3..1.9 m up with a person or
 * building in view to measure by.
 */
export const angle: Predicate<'angle'> = {
  name: 'angle',
  doc: 'Level, high, low or top-down angle; eye level.',
  propose: (facts) =>
    (['eye level', 'level', 'slightly high', 'high', 'top-down', 'low'] as const)
      .filter((name) => verdict(name, facts).status === 'verified')
      .map((name) => ({
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
      return range(-6, 6, 6)
    case 'slightly high':
      return range(-18, -8, 5)
    case 'high':
      return range(-70, -22, 8)
    case 'top-down':
      return range(-90, -78, 8)
    case 'low':
      return range(8, 90, 5)
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
