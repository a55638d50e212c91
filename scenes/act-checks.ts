import type { SolidActor } from './actors/index.ts'
import { jumpTimes, SITTING } from './living/acts.ts'
import type { JsonPath } from './problems/fault.ts'
import type { Act } from './schema/act.ts'
import type { Finding } from './stage-checks.ts'
import type { Take, Track } from './take/take.ts'

/** Metres that a body may drift while it jumps or sits. */
const DRIFT = 0.05

/** People who jump or sit while they are on their way, and acts that nobody will see. */
export function actFindings(
  actor: SolidActor,
  path: JsonPath,
  track: Track,
  { frames, fps }: Pick<Take, 'frames' | 'fps'>,
): Finding[] {
  if (actor.kind !== 'person') return []
  return (actor.acts ?? []).flatMap((act, i): Finding[] => {
    const at = { path: [...path, 'acts', i], got: null }
    const [from, to] = bodilyFrom(act) ?? [act.from ?? 0, Infinity]
    if (from >= frames / fps)
      return [
        {
          ...at,
          severity: 'warning',
          wanted: `begins at ${from} s, after the clip`,
          hint: `the clip lasts ${frames / fps} s`,
        },
      ]
    if (!bodilyFrom(act) || wayIn(track, from * fps, to * fps) <= DRIFT) return []
    return [
      {
        ...at,
        severity: 'error',
        wanted: `${act.kind === 'sit' ? 'sits' : 'jumps'} while its motion takes it elsewhere`,
        hint: 'give its `motion` other times: only waving and pointing go on the way',
      },
    ]
  })
}

/** Seconds in which all of the body is at it. */
function bodilyFrom(act: Act): [number, number] | undefined {
  if (act.kind === 'jump') return [act.from, act.from + jumpTimes(act).over]
  if (act.kind === 'sit') return [act.from ?? 0, (act.to ?? Infinity) + SITTING]
  return undefined
}

/** Metres gone between two frames. */
function wayIn({ travel, samples }: Track, from: number, to: number): number {
  const at = (frame: number) =>
    travel[Math.min(Math.max(Math.round(frame), 0), samples - 1)] as number
  return at(to) - at(from)
}
