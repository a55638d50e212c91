import { grade, round, type Draft, type Predicate, type Verdict } from '../claim.ts'
import type { CameraMove } from '../facts/camera.ts'
import type { Facts } from '../facts/facts.ts'

/**
 * The camera's movement in the field's words (CameraBench), measured on the baked poses:
 * rotation (pan, tilt, roll, arc) present from 5 degrees, absent up to 2; translation (dolly, truck,
 * pedestal) present from 0.08 of the distance to the subject, absent up to 0.03; zoom present from a focal
 * ratio of 1.15, absent up to 1.05. Static: every channel within its absent bound. Rest: no channel is active
 * in those frames, at least 0.5 s of them, in a clip that has other movement. Slow: below
 * 5 % of the picture's width (or 4 degrees, 0.06 of the distance) a second; false from twice that.
 */
const PRESENT = {
  pan: { no: 2, yes: 5 },
  tilt: { no: 2, yes: 5 },
  roll: { no: 2, yes: 5 },
  arc: { no: 5, yes: 10 },
  dolly: { no: 0.03, yes: 0.08 },
  truck: { no: 0.03, yes: 0.08 },
  pedestal: { no: 0.03, yes: 0.08 },
  zoom: { no: Math.log(1.05), yes: Math.log(1.15) },
} as const
const SLOW = {
  pan: 5,
  tilt: 5,
  roll: 5,
  arc: 8,
  dolly: 0.07,
  truck: 0.07,
  pedestal: 0.07,
  zoom: 0.07,
} as const

export const camera: Predicate<'camera'> = {
  name: 'camera',
  doc: 'How the camera moves: static, pan, tilt, roll, dolly, truck, pedestal, zoom, arc.',
  propose: (facts) => {
    const stillness = still(facts)
    if (stillness.status === 'verified')
      return [
        { predicate: 'camera', args: { move: 'static' }, frames: [0, facts.frames], salience: 0.4 },
      ]
    const moving = facts.shot.moves
      .filter((move) => grade(move.amount, PRESENT[move.move], {}).status === 'verified')
      .map((move): Draft<'camera'> => ({
        predicate: 'camera',
        args: {
          move: move.move,
          direction: directionOf(move),
          ...(isSlow(move, facts) && { speed: 'slow' as const }),
        },
        frames: [move.from, Math.min(facts.frames, move.to + 1)],
        salience: 0.6,
      }))
    return [...moving, ...(moving.length > 0 ? rests(facts) : [])]
  },
  verify({ args, frames: [from, to] }, facts) {
    if (args.move === 'static') return still(facts)
    if (args.move === 'rest') return resting(from, to, facts)
    const same = facts.shot.moves.filter(
      (move) => move.move === args.move && move.from < to && move.to >= from,
    )
    const asked = same.filter((move) => directionOf(move) === args.direction)
    const best = [...asked].sort((a, b) => b.amount - a.amount)[0]
    if (!best)
      return {
        status: 'refuted',
        margin: -1,
        evidence: { found: same.map(directionOf).join(' ') || null },
      }
    const present = grade(best.amount, PRESENT[args.move], {
      amount: round(best.amount),
      from: best.from,
      to: best.to,
    })
    return args.speed && present.status === 'verified' && !isSlow(best, facts)
      ? { ...present, status: 'untestable' }
      : present
  },
}

export function directionOf({ move, sign }: CameraMove): string {
  const words = {
    pan: ['left', 'right'],
    truck: ['left', 'right'],
    arc: ['left', 'right'],
    tilt: ['down', 'up'],
    pedestal: ['down', 'up'],
    roll: ['counterclockwise', 'clockwise'],
    dolly: ['out', 'in'],
    zoom: ['out', 'in'],
  }[move]
  return words[sign > 0 ? 1 : 0] as string
}

function isSlow(move: CameraMove, { fps }: Facts): boolean {
  return (move.amount * fps) / Math.max(1, move.to - move.from) <= SLOW[move.move]
}

/** The stretches before the first and after the last movement, when they last. */
function rests(facts: Facts): Draft<'camera'>[] {
  const first = Math.min(...facts.shot.moves.map(({ from }) => from))
  const last = Math.max(...facts.shot.moves.map(({ to }) => to)) + 1
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
  const busy = shot.moves.filter((move) => move.from < to - 1 && move.to > from)
  const evidence = { seconds: round((to - from) / fps), moves: busy.length }
  return busy.length > 0
    ? { status: 'refuted', margin: -1, evidence }
    : grade(evidence.seconds, { no: 0.1, yes: 0.5 }, evidence)
}

function still({ shot }: Facts): Verdict {
  const { degrees, shares, ratio } = shot.range
  const evidence = { degrees: round(degrees), shares: round(shares), ratio: round(ratio) }
  const worst = Math.max(degrees / 2, shares / 0.03, ratio / 0.05)
  return grade(worst, { no: 2.5, yes: 1 }, evidence)
}
