import type { PredicateArgs, Verb } from '../../../captions/claim.ts'
import type { Clip } from '../clip.ts'
import { liftOver } from '../contact.ts'
import { courseOf, turnsByItself, type Course } from '../motion.ts'
import { all, any, plain, weigh, type Rule, type Ruling } from '../ruling.ts'
import { norm } from '../space.ts'

/** The words say what kind of motion it is; and it is a motion that shows on the screen. */
export const moves: Rule<'moves'> = ({ args: { actor, verb, gait }, frames }, clip) => {
  const course = courseOf(clip, actor, frames)
  const why = { actor, verb, path: course.path, turned: course.turned, size: course.size }
  return all(
    VERBS[verb](course, clip, actor, why),
    GAITS[gait](course, clip, actor, { ...why, gait }),
    showsIn(clip, actor, frames, course),
  )
}

type Sort = (course: Course, clip: Clip, actor: string, why: Ruling['why']) => Ruling

/** It gets somewhere: a quarter of its size at least. */
const goes: Sort = ({ path, size }, _clip, _actor, why) =>
  weigh(path / size, { yes: 0.2, no: 0.08 }, why)

const kinds = (clip: Clip, actor: string) =>
  `${clip
    .actors(actor)
    .map(({ kind }) => kind)
    .join(' ')} ${clip.take.cast[clip.id(actor) - 1]?.noun?.en ?? ''}`

/** Degrees it has turned over those that a wheel of its height turns on such a way. */
const rolling = ({ turned, path, height }: Course) =>
  (((turned * Math.PI) / 180) * (height / 2)) / Math.max(path, 1e-9)

const ANIMALS = new Set(['dog', 'cat', 'horse', 'deer'])

const isAnimal = (clip: Clip, actor: string) => ANIMALS.has(clip.actors(actor)[0]?.kind ?? '')

/** Speed squared over gravity and height: animals of all sizes trot from about 0.35 and gallop from 2 to 3 (Alexander 1989). */
function froude({ speed }: Course, clip: Clip, actor: string): number {
  const [animal] = clip.actors(actor)
  const height = (animal as { height?: number } | undefined)?.height ?? Number.NaN
  return speed ** 2 / (9.81 * height * (animal?.scale ?? 1))
}

const VERBS: Record<Verb, Sort> = {
  move: (course, clip, actor, why) =>
    any(goes(course, clip, actor, why), weigh(course.turned, { yes: 10, no: 3 }, why)),
  walk: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      isAnimal(clip, actor)
        ? weigh(froude(course, clip, actor), { yes: 0.4, no: 0.5 }, { ...why, speed: course.speed })
        : all(
            plain(/\bperson\b/.test(kinds(clip, actor)), why),
            weigh(course.speed, { yes: 2.6, no: 3.2 }, { ...why, speed: course.speed }),
          ),
    ),
  trot: (course, clip, actor, why) =>
    all(
      plain(isAnimal(clip, actor), why),
      goes(course, clip, actor, why),
      weigh(froude(course, clip, actor), { yes: 0.3, no: 0.2 }, { ...why, speed: course.speed }),
      weigh(froude(course, clip, actor), { yes: 2.3, no: 3 }, { ...why, speed: course.speed }),
    ),
  gallop: (course, clip, actor, why) =>
    all(
      plain(isAnimal(clip, actor), why),
      goes(course, clip, actor, why),
      weigh(froude(course, clip, actor), { yes: 2.1, no: 1.7 }, { ...why, speed: course.speed }),
    ),
  run: (course, clip, actor, why) =>
    isAnimal(clip, actor)
      ? VERBS.gallop(course, clip, actor, why)
      : all(
          plain(/\bperson\b/.test(kinds(clip, actor)), why),
          goes(course, clip, actor, why),
          weigh(course.speed, { yes: 3, no: 2.4 }, { ...why, speed: course.speed }),
        ),
  drive: (course, clip, actor, why) =>
    all(
      plain(/car|train|van|truck|bus/.test(kinds(clip, actor)), why),
      goes(course, clip, actor, why),
    ),
  roll: (course, clip, actor, why) => {
    const rate = rolling(course)
    return all(
      goes(course, clip, actor, why),
      weigh(rate, { yes: 0.5, no: 0.25 }, why),
      weigh(rate, { yes: 1.8, no: 3 }, why),
    )
  },
  slide: (course, clip, actor, why) =>
    all(goes(course, clip, actor, why), weigh(rolling(course), { yes: 0.15, no: 0.4 }, why)),
  fly: (course, clip, actor, why) =>
    all(goes(course, clip, actor, why), plain(isOffTheGround(clip, actor, course.frames), why)),
  sail: (course, clip, actor, why) =>
    all(
      plain(/boat|ship|canoe|raft|ferry/.test(kinds(clip, actor)), why),
      goes(course, clip, actor, why),
    ),
  rise: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      weigh(course.net[1] / Math.max(course.path, 1e-9), { yes: 0.6, no: 0.3 }, why),
    ),
  fall: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      weigh(-course.net[1] / Math.max(course.path, 1e-9), { yes: 0.6, no: 0.3 }, why),
    ),
  spin: (course, clip, actor, why) =>
    any(
      plain(turnsByItself(clip, actor), why),
      all(
        weigh(course.turned, { yes: 45, no: 20 }, why),
        weigh(norm(course.net) / course.size, { yes: 0.6, no: 1.2 }, { ...why, net: course.net }),
        weigh(
          norm(course.axis) / Math.max(course.turned, 1e-9),
          { yes: 0.6, no: 0.3 },
          { ...why, axis: course.axis },
        ),
      ),
    ),
  // To and fro, or once about a point that is not its own middle.
  swing: (course, _clip, _actor, why) =>
    all(
      any(
        plain(course.reverses, { ...why, reverses: course.reverses }),
        weigh(
          ((course.path / Math.max(1e-9, course.turned)) * 180) / Math.PI / course.size,
          { yes: 0.3, no: 0.1 },
          why,
        ),
      ),
      weigh(course.turned, { yes: 5, no: 2 }, why),
    ),
  tip: (course, _clip, _actor, why) =>
    all(
      weigh(course.swing, { yes: 3, no: 1 }, { ...why, swing: course.swing }),
      weigh(norm(course.net) / course.size, { yes: 0.5, no: 1 }, why),
    ),
  wave: (course, clip, actor, why) =>
    all(
      plain(/flag|banner|pennant|cloth|curtain/.test(kinds(clip, actor)), why),
      plain(course.reverses, why),
      weigh(course.turned, { yes: 5, no: 2 }, why),
    ),
  bob: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      weigh(norm(course.net) / Math.max(course.path, 1e-9), { yes: 0.6, no: 0.9 }, why),
    ),
  bounce: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      weigh(course.bounces, { yes: 2, no: 0 }, { ...why, bounces: course.bounces }),
    ),
  tumble: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      weigh(course.swing, { yes: 50, no: 30 }, { ...why, swing: course.swing }),
    ),
  // What stood lies: its most turned solid ends a good part of a right angle from where it began.
  topple: (course, _clip, _actor, why) =>
    all(
      weigh(course.swing, { yes: 40, no: 25 }, { ...why, swing: course.swing }),
      weigh(course.turned / Math.max(course.swing, 1e-9), { yes: 1.8, no: 2.6 }, why),
    ),
}

/** Of what sort the motion as a whole is; sentences may tell it too (`in circles`). */
const GAITS: Record<PredicateArgs['moves']['gait'], Sort> = {
  travels: goes,
  circles: (course, _clip, _actor, why) => weigh(course.winding, { yes: 300, no: 200 }, why),
  rises: VERBS.rise,
  falls: VERBS.fall,
  spins: VERBS.spin,
  swings: VERBS.swing,
  bobs: VERBS.bob,
  topples: VERBS.topple,
  tips: VERBS.tip,
  stirs: goes,
  // There and back along one line.
  shuttles: (course, clip, actor, why) =>
    all(
      goes(course, clip, actor, why),
      weigh(norm(course.net) / Math.max(course.path, 1e-9), { yes: 0.6, no: 0.9 }, why),
    ),
}

/** Nothing it could be standing on is within 0.4 of its own height below it, in the middle of the stretch. */
function isOffTheGround(clip: Clip, actor: string, [from, to]: [number, number]): boolean {
  const frame = (from + to) >> 1
  const height = 0.4 * clip.body(actor).size(frame)[1]
  return clip.cast
    .filter((other) => other !== actor)
    .every((other) => {
      const lift = liftOver(clip, actor, other, frame)
      return Number.isNaN(lift) || lift < 0 || lift > height
    })
}

/**
 * The pixels tell of it too: between moments of the stretch half a second apart, pixels change hands or change
 * colour in at least 4 % of what the actor covers at the two; below 1 % no one sees it move.
 */
function showsIn(clip: Clip, actor: string, [from, to]: [number, number], course: Course): Ruling {
  const id = clip.id(actor)
  const step = Math.max(1, Math.round(clip.fps / 4))
  let best = Number.NaN
  for (let n = from; n + step < Math.min(to + 1, clip.frames); n += step) {
    const [a, b] = [clip.ids(n), clip.ids(n + step)]
    const [p, q] = [clip.rgb(n), clip.rgb(n + step)]
    let [own, changed] = [0, 0]
    for (let i = 0; i < a.length; i++) {
      if (a[i] !== id && b[i] !== id) continue
      own++
      const off =
        Math.abs((p[3 * i] as number) - (q[3 * i] as number)) +
        Math.abs((p[3 * i + 1] as number) - (q[3 * i + 1] as number)) +
        Math.abs((p[3 * i + 2] as number) - (q[3 * i + 2] as number))
      if (a[i] !== b[i] || off > 24) changed++
    }
    if (own >= 12) best = Math.max(Number.isNaN(best) ? 0 : best, changed / own)
  }
  return weigh(
    best,
    { yes: 0.04, no: 0.01 },
    { actor, changed: 'share of its pixels', path: course.path },
  )
}
