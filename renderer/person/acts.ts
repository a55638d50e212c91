import { liftAt, RAISING, shareAt, jumpTimes, SITTING, type Act, type ActOf } from '#scenes'
import type { Body } from './body.ts'
import type { Gesture, Layer, Stance } from './pose.ts'

/** Seconds in which a body that stands at ease is where a jump or sitting down begins. */
const BLEND = 0.15

/**
 * What a person does at a time besides standing and going, put over that: all of it jumps and sits, an arm waves and
 * points. A function of the time alone.
 * @param size times the body as modelled
 * @param seconds since the clip began
 */
export function actingAt(
  body: Body,
  stance: Stance,
  acts: readonly Act[],
  size: number,
  seconds: number,
): Stance {
  return acts.reduce((before, act) => {
    switch (act.kind) {
      case 'jump':
        return jumping(body, before, act, size, seconds)
      case 'sit':
        return sitting(body, before, act, size, seconds)
      case 'wave':
      case 'point':
        return gesturing(body, before, act, seconds)
    }
  }, stance)
}

function jumping(body: Body, stance: Stance, jump: ActOf<'jump'>, size: number, t: number): Stance {
  const since = t - jump.from
  const { over } = jumpTimes(jump)
  if (since <= 0 || since >= over) return stance
  const clip = body.jump(jump.height)
  const weight = Math.min(since / BLEND, (over - since) / BLEND, 1)
  return {
    ...whole(stance, { clip, seconds: since, weight }),
    lift: stance.lift + liftAt(jump, since) / size,
  }
}

function sitting(body: Body, stance: Stance, sit: ActOf<'sit'>, size: number, t: number): Stance {
  const down = shareAt(sit, t, SITTING)
  if (down === 0) return stance
  const clip = body.sit(sit.seat / size)
  const seconds = Math.min(down * SITTING, clip.duration * (1 - 1e-6))
  const weight = Math.min((down * SITTING) / BLEND, 1)
  const breathes = { clip: body.idle.clip, seconds: t, joints: body.head, weight: 0.8 * weight }
  const over = whole(stance, { clip, seconds, weight })
  return { ...over, gestures: [...over.gestures, breathes] }
}

function gesturing(
  body: Body,
  stance: Stance,
  act: ActOf<'wave'> | ActOf<'point'>,
  t: number,
): Stance {
  const share = shareAt(act, t, RAISING)
  if (share === 0) return stance
  const gesture: Gesture = {
    clip: act.kind === 'wave' ? body.wave(act.hand) : body.point(act.hand, act.toward, act.up),
    seconds: act.kind === 'wave' ? t - (act.from ?? 0) : 0,
    joints: body.arm(act.hand),
    weight: share * share * (3 - 2 * share),
  }
  return { ...stance, gestures: [...stance.gestures, gesture] }
}

/** All of the body does it, by so much; both feet stand. */
function whole(stance: Stance, layer: Layer): Stance {
  const rest = 1 - layer.weight
  return {
    ...stance,
    layers: [...stance.layers.map((one) => ({ ...one, weight: one.weight * rest })), layer],
    gestures: stance.gestures.map((one) => ({ ...one, weight: one.weight * rest })),
    grounded: stance.grounded * rest + layer.weight,
  }
}
