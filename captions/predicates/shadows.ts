import { every, grade, round, type Predicate, type PredicateArgs, type Verdict } from '../claim.ts'
import { sideOf } from '../facts/camera.ts'
import type { Facts } from '../facts/facts.ts'
import { isBackdrop } from '../salience.ts'
import type { Vec3 } from '../geometry.ts'

/**
 * Outdoors and by day, things throw shadows away from the sun: sideways part of its level direction true from 0.6, false
 * below 0.1, at both ends of the shot. Long: the sun at most 22 degrees high, false from 40. The sun must be 1.5 strong, 4..60
 * degrees high and not behind clouds, its edge sharper than 0.5, and ground that the shadows can fall on must fill a tenth of the
 * picture.
 */
const SIDE = { no: 0.1, yes: 0.6 }
const HIGH = { no: 40, yes: 22 }
const GROUND = 0.1

export const shadows: Predicate<'shadows'> = {
  name: 'shadows',
  doc: 'To which side shadows fall on the ground, and whether they are long.',
  propose: (facts) =>
    (['left', 'right'] as const).flatMap((to) =>
      ([true, false] as const)
        .map((long) => ({ to, long }))
        .filter((args) => verdict(args, facts).status === 'verified')
        .slice(0, 1)
        .map((args) => ({ predicate: 'shadows', args, frames: [0, facts.frames], salience: 0.25 })),
    ),
  verify: ({ args }, facts) => verdict(args, facts),
}

function verdict({ to, long }: PredicateArgs['shadows'], facts: Facts): Verdict {
  const { sun, sky } = facts.scene.world
  const { luminance } = facts.observations
  const luma = luminance.reduce((sum, value) => sum + value, 0) / luminance.length
  const ground = facts.members
    .filter(({ kind, class: sort }) => kind === 'ground' || sort === 'road')
    .reduce((sum, { area }) => sum + area, 0)
  const throws = facts.members.some((member) => !isBackdrop(member) && member.area >= 0.005)
  const indoors =
    facts.scene.world.place === 'room' || facts.glimpsed.some(({ kind }) => kind === 'room')
  const evidence = { elevation: sun.elevation, sky: sky.kind, ground: round(ground), indoors }
  const clear =
    sun.strength >= 1.5 &&
    sun.elevation >= 4 &&
    sun.elevation <= 60 &&
    sun.softness <= 0.5 &&
    sky.kind !== 'overcast' &&
    luma >= 45
  if (!clear || indoors || !throws || ground < GROUND)
    return { status: 'untestable', margin: 0, evidence }
  const sides = [facts.shot.views[0], facts.shot.views.at(-1)].map(
    (view) => (view && sideOf(towards(sun.azimuth), view).across) ?? Number.NaN,
  )
  const [a, b] = sides.map((across) =>
    grade(to === 'left' ? across : -across, SIDE, { ...evidence, across: round(across) }),
  ) as [Verdict, Verdict]
  return long ? every(a, b, grade(sun.elevation, HIGH, evidence)) : every(a, b)
}

/** Level direction to the sun: azimuth from +Z towards +X. */
function towards(azimuth: number): Vec3 {
  const angle = (azimuth * Math.PI) / 180
  return [Math.sin(angle), 0, Math.cos(angle)]
}
