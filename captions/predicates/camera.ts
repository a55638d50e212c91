import { CAMERA_BOUNDS as BOUNDS, type CameraMotion, type CameraMotionName } from '#scenes'
import { grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { Facts } from '../facts/facts.ts'
import { dot, subtract, unit, type Vec3, type View } from '../geometry.ts'

/**
 * The camera's movement in the field's words (CameraBench), by the labels measured on the baked poses:
 * rotation (pan, tilt, roll) present from 5 degrees, absent up to 2; translation (dolly, truck, pedestal, dolly zoom)
 * present from 0.08 of the distance to the subject, absent up to 0.03; zoom present from a focal ratio of 1.15, absent
 * up to 1.05; arc and crane present from 10 degrees about their centre, absent up to 5. Static: every channel within
 * its absent bound. Rest: no movement is present or grey in those frames, at least 0.5 s of them, in a shot that has
 * another. Slow: the shot's speed is (below 5 % of the picture's width a second), and so is this movement's own mean.
 */
const BY: Record<CameraMotionName, keyof typeof BOUNDS> = {
  pan: 'rotation',
  tilt: 'rotation',
  roll: 'rotation',
  dolly: 'translation',
  truck: 'translation',
  pedestal: 'translation',
  zoom: 'zoom',
  arc: 'around',
  crane: 'around',
  'dolly-zoom': 'translation',
}

/** Degrees, shares of the distance, or growth of the focal length, a second. */
const SLOW: Record<keyof typeof BOUNDS, number> = {
  rotation: 5,
  translation: 0.07,
  zoom: 0.07,
  around: 8,
}

export const camera: Predicate<'camera'> = {
  name: 'camera',
  doc: 'How the camera moves: static, pan, tilt, roll, dolly, truck, pedestal, zoom, arc, crane, dolly zoom.',
  propose: (facts) => {
    if (still(facts).status === 'verified')
      return [
        { predicate: 'camera', args: { move: 'static' }, frames: [0, facts.frames], salience: 0.4 },
      ]
    const moving = facts.shot.labels.motions
      .filter(({ status }) => status === 'present')
      .filter(
        (motion) => motion.amount * keptWay(motion, facts) >= BOUNDS[BY[motion.motion]].present,
      )
      .map((motion): Draft<'camera'> => ({
        predicate: 'camera',
        args: {
          move: motion.motion,
          direction: motion.to,
          ...(isSlow(motion, facts) && { speed: 'slow' as const }),
        },
        frames: [motion.from, Math.min(facts.frames, motion.until + 1)],
        salience: 0.6,
      }))
    return [...moving, ...(moving.length > 0 ? rests(facts) : [])]
  },
  verify({ args, frames: [from, to] }, facts) {
    if (args.move === 'static') return still(facts)
    if (args.move === 'rest') return resting(from, to, facts)
    const same = facts.shot.labels.motions.filter(
      (motion) => motion.motion === args.move && motion.from < to && motion.until >= from,
    )
    const asked = same.filter((motion) => motion.to === args.direction)
    const best = [...asked].sort((a, b) => b.amount - a.amount)[0]
    if (!best)
      return {
        status: 'refuted',
        margin: -1,
        evidence: { found: same.map((motion) => motion.to).join(' ') || null },
      }
    const { absent: no, present: yes } = BOUNDS[BY[args.move]]
    const evidence = { amount: round(best.amount), from: best.from, to: best.until }
    const amount = best.amount * keptWay(best, facts)
    const sure = grade(amount, { no, yes }, { ...evidence, kept: round(amount) })
    const present =
      sure.status === 'refuted' && best.amount > no
        ? { ...sure, status: 'untestable' as const }
        : sure
    return args.speed && present.status === 'verified' && !isSlow(best, facts)
      ? { ...present, status: 'untestable' }
      : present
  },
}

/**
 * A dolly or truck is told by the heading at its start; what turns on its way may not go that way for a viewer, who takes it by the
 * heading of the moment. The share of the way that both agree on, up to 1.
 */
function keptWay({ motion, to, from, until }: CameraMotion, { shot }: Facts): number {
  if (motion !== 'dolly' && motion !== 'truck') return 1
  const sign = to === 'in' || to === 'right' ? 1 : -1
  const [first, last] = [shot.views[from], shot.views[Math.min(until, shot.views.length - 1)]]
  if (!first || !last) return 1
  const along = (view: View, way: Vec3) =>
    dot(way, motion === 'dolly' ? unit([view.forward[0], 0, view.forward[2]]) : view.right)
  const asked = sign * along(first, subtract(last.position, first.position))
  let [gone, least, most] = [0, 0, 0]
  for (let n = from + 1; n <= until; n++) {
    const [a, b] = [shot.views[n - 1], shot.views[n]]
    if (!a || !b) break
    gone += sign * along(a, subtract(b.position, a.position))
    least = Math.min(least, gone)
    most = Math.max(most, gone - least)
  }
  return asked > 0 ? Math.min(1, most / asked) : 1
}

function isSlow(motion: CameraMotion, { fps, shot }: Facts): boolean {
  const by = BY[motion.motion]
  const amount = by === 'zoom' ? motion.amount - 1 : motion.amount
  const rate = (amount * fps) / Math.max(1, motion.until - motion.from)
  return shot.labels.speed === 'slow' && rate <= SLOW[by]
}

/** The stretches before the first and after the last movement, when they last. */
function rests(facts: Facts): Draft<'camera'>[] {
  const { motions } = facts.shot.labels
  const first = Math.min(...motions.map(({ from }) => from))
  const last = Math.max(...motions.map(({ until }) => until)) + 1
  return [
    [0, first],
    [last, facts.frames],
  ]
    .filter(([from, to]) => resting(from as number, to as number, facts).status === 'verified')
    .map((frames) => ({
      predicate: 'camera',
      args: { move: 'rest' },
      frames: frames as [number, number],
      salience: 0.3,
    }))
}

function resting(from: number, to: number, { shot, fps }: Facts): Verdict {
  const busy = shot.labels.motions.filter((motion) => motion.from < to - 1 && motion.until > from)
  const evidence = { seconds: round((to - from) / fps), moves: busy.length }
  return busy.length > 0
    ? { status: 'refuted', margin: -1, evidence }
    : grade(evidence.seconds, { no: 0.1, yes: 0.5 }, evidence)
}

function still({ shot }: Facts): Verdict {
  const { isStatic, motions } = shot.labels
  const evidence = { motions: motions.length }
  if (isStatic === 'present') return { status: 'verified', margin: 1, evidence }
  return isStatic === 'grey'
    ? { status: 'untestable', margin: -0.5, evidence }
    : { status: 'refuted', margin: -1, evidence }
}
