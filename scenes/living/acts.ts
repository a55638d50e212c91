import type { Act, ActOf } from '../schema/act.ts'

/** Seconds of going down onto a seat or getting up from it, and of raising or lowering an arm. */
export const SITTING = 1.3
export const RAISING = 0.5

const GRAVITY = 9.81

/** Seconds after its beginning at which a jump's knees are bent most, its feet leave the ground, are back, and all is over. */
export function jumpTimes({ height }: Pick<ActOf<'jump'>, 'height'>) {
  const [bent, off] = [0.36, 0.6]
  const down = off + 2 * Math.sqrt((2 * height) / GRAVITY)
  return { bent, off, down, over: down + 0.7 }
}

/** Metres that the feet are off the ground so many seconds after a jump began. */
export function liftAt(jump: Pick<ActOf<'jump'>, 'height'>, seconds: number): number {
  const { off, down } = jumpTimes(jump)
  if (seconds <= off || seconds >= down) return 0
  return (GRAVITY / 2) * (seconds - off) * (down - seconds)
}

/** What is seen to be done: sitting down, being seated and getting up are three of them. */
export type Doing = Act['kind'] | 'seated' | 'stand'

/** Something done in frames `[from, to)`. */
export interface Done {
  doing: Doing
  from: number
  to: number
  /** Metres that a jump rises. */
  rise?: number
  /** Metres above the ground of what is sat on. */
  seat?: number
}

/** What a person is seen to do in a clip of so many frames, act by act. */
export function doneBy(acts: readonly Act[], frames: number, fps: number): Done[] {
  const span = (from: number, to: number) => ({
    from: Math.max(0, Math.round(from * fps)),
    to: Math.min(frames, Math.round(to * fps)),
  })
  return acts
    .flatMap((act): Done[] => {
      const { from = -Infinity } = act
      switch (act.kind) {
        case 'jump': {
          const rise = act.height
          return [{ doing: 'jump', ...span(from, from + jumpTimes(act).over), rise }]
        }
        case 'wave':
        case 'point':
          return [{ doing: act.kind, ...span(from, (act.to ?? Infinity) + RAISING) }]
        case 'sit': {
          const [down, up] = [from + SITTING, act.to ?? Infinity]
          return [
            { doing: 'sit', ...span(from, down) },
            { doing: 'seated', ...span(down, up), seat: act.seat },
            { doing: 'stand', ...span(up, up + SITTING) },
          ]
        }
      }
    })
    .filter(({ from, to }) => to > from)
}

/** What of it is done in frames `[from, to)`, as if they were all: what takes its course is there whole or not at all. */
export function doneIn(done: readonly Done[], from: number, to: number): Done[] {
  return done
    .filter((one) => isLasting(one) || (one.from >= from && one.to <= to))
    .map((one) => ({
      ...one,
      from: Math.max(one.from, from) - from,
      to: Math.min(one.to, to) - from,
    }))
    .filter((one) => one.to > one.from)
}

function isLasting({ doing }: Done): boolean {
  return doing === 'wave' || doing === 'point' || doing === 'seated'
}

/** 0 before it begins and after it is over, 1 while it is at its full, between them on the way. @param way seconds of it */
export function shareAt(
  { from, to }: { from?: number | undefined; to?: number | undefined },
  seconds: number,
  way: number,
): number {
  const up = from === undefined ? 1 : (seconds - from) / way
  const down = to === undefined ? 1 : 1 - (seconds - to) / way
  return Math.min(Math.max(Math.min(up, down), 0), 1)
}
