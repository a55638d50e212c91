import { shotDistance } from '../shot-subject.ts'
import { BORDERS, pictureOver } from '../shown.ts'
import { all, plain, weigh, type Rule } from '../ruling.ts'
import { inner, meanOf, medianOf, minus, norm } from '../space.ts'
import { spread } from '../clip.ts'
import { degrees, pitchOf } from './lens.ts'

/** By how high the picture is where the subject is, against the subject; close: how much of it something small fills. */
export const shot: Rule<'shot'> = ({ args: { size, actor } }, clip) => {
  if (size === 'close') {
    const heights = Array.from({ length: clip.frames }, (_, n) => clip.mask(actor, n)).flatMap(
      (mask) => (mask ? [mask.bottom - mask.top] : []),
    )
    return weigh(meanOf(heights), { yes: 0.5, no: 0.4 }, { actor })
  }
  const ratio = medianOf(
    spread([0, clip.frames], 5).map((n) =>
      pictureOver([clip.body(actor)], clip.lens(n), clip.width / clip.height, n),
    ),
  )
  const [least, most] = BORDERS[size]
  return all(
    weigh(ratio, { yes: least, no: least * 0.87 }, { actor, size }),
    weigh(ratio, { yes: most, no: most * 1.15 }, { actor, size }),
  )
}

/** By the angle between where the subject goes and where the camera is from it, as the camera goes along. */
export const tracks: Rule<'tracks'> = ({ args: { actor, from }, frames }, clip) => {
  const [first, last] = [frames[0], Math.min(frames[1], clip.frames) - 1]
  const body = clip.body(actor)
  const reach = Math.max(2, Math.round(clip.fps / 4))
  const looks = [0.25, 0.5, 0.75].map((share) => {
    const n = Math.round(first + share * (last - first))
    const way = minus(
      body.middle(Math.min(n + reach, last)),
      body.middle(Math.max(n - reach, first)),
    )
    const arm = minus(clip.lens(n).position, body.middle(n))
    const [ahead, across] = [
      way[0] * arm[0] + way[2] * arm[2],
      Math.abs(way[0] * arm[2] - way[2] * arm[0]),
    ]
    return {
      off: degrees(Math.atan2(across, ahead)),
      up: degrees(Math.atan2(arm[1], Math.hypot(arm[0], arm[2]))),
    }
  })
  const off = medianOf(looks.map((look) => look.off))
  const up = medianOf(looks.map((look) => look.up))
  const [gone, way] = [
    norm(minus(clip.lens(last).position, clip.lens(first).position)),
    norm(minus(body.middle(last), body.middle(first))),
  ]
  const why = { actor, from, off, up, gone, way }
  const where = {
    side: () =>
      all(
        weigh(off, { yes: 63, no: 52 }, why),
        weigh(off, { yes: 117, no: 128 }, why),
        weigh(up, { yes: 40, no: 47 }, why),
      ),
    lead: () => weigh(off, { yes: 30, no: 42 }, why),
    tail: () => weigh(off, { yes: 150, no: 138 }, why),
    aerial: () => weigh(up, { yes: 43, no: 36 }, why),
  }
  return all(weigh(gone / way, { yes: 0.45, no: 0.3 }, why), where[from]())
}

/** By how its turning jerks (the third change from frame to frame, degrees a second cubed, as behind a lens of 40 degrees). */
export const shakes: Rule<'shakes'> = ({ args: { how } }, clip) => {
  const lenses = Array.from({ length: clip.frames }, (_, n) => clip.lens(n))
  const thirds = (angle: (n: number) => number) =>
    lenses.slice(3).map((_, n) => angle(n + 3) - 3 * angle(n + 2) + 3 * angle(n + 1) - angle(n))
  const yaws: number[] = []
  for (const { forward } of lenses) {
    const yaw = degrees(Math.atan2(forward[0], -forward[2]))
    const before = yaws.at(-1) ?? yaw
    yaws.push(before + ((((yaw - before + 180) % 360) + 360) % 360) - 180)
  }
  const pitches = lenses.map((lens) => pitchOf(lens))
  const across = thirds((n) => yaws[n] as number)
  const upward = thirds((n) => pitches[n] as number)
  const tall = degrees(2 * Math.atan(clip.height / 2 / (lenses[0]?.focal ?? 1)))
  const jerk =
    (medianOf(across.map((one, n) => Math.hypot(one, upward[n] as number))) * clip.fps ** 3 * 40) /
    tall
  return how === 'a little'
    ? all(
        weigh(jerk, { yes: 150, no: 75 }, { jerk }),
        weigh(jerk, { yes: 1800, no: 3500 }, { jerk }),
      )
    : weigh(jerk, { yes: 1500, no: 600 }, { jerk })
}

/** By its pixels: hardly one in the first frames, in the last as many as its body would have there with nothing before it. */
export const reveals: Rule<'reveals'> = ({ args: { actor } }, clip) => {
  const area = (n: number) => clip.mask(actor, n)?.area ?? 0
  const last = clip.frames - 1
  const places = clip
    .body(actor)
    .points(last)
    .map((point) => clip.lens(last).see(point))
  const inside = places.filter(
    ({ x, y, depth }) => depth > 0 && x >= 0 && x <= 1 && y >= 0 && y <= 1,
  )
  const early = Math.max(area(0), area(1)) / Math.max(area(last), 1)
  const [start, end] = [clip.lens(0), clip.lens(last)]
  const turned = degrees(Math.acos(Math.min(1, inner(start.forward, end.forward))))
  const gone = norm(minus(end.position, start.position)) / shotDistance(clip, 0)
  const why = { actor, early, turned, gone }
  return all(
    weigh(early, { yes: 0.03, no: 0.12 }, why),
    weigh(inside.length / places.length, { yes: 0.75, no: 0.5 }, why),
    weigh(
      area(last),
      { yes: 0.008 * clip.width * clip.height, no: 0.003 * clip.width * clip.height },
      why,
    ),
    weigh(Math.max(turned / 2, gone / 0.03), { yes: 1, no: 0.5 }, why),
  )
}

/** Between two frames it is elsewhere, looks elsewhere, or sees more or less. */
export const cut: Rule<'cut'> = ({ args }, clip) => {
  const { before, index } = clip
  if (!before || args.shot !== index) return plain(false, { index })
  const now = clip.lens(0)
  const turned = degrees(Math.acos(Math.min(1, inner(before.forward, now.forward))))
  const gone = norm(minus(now.position, before.position)) / shotDistance(clip, 0)
  const zoomed = Math.abs(Math.log(now.focal / before.focal))
  return weigh(
    Math.max(turned / 5, gone / 0.08, zoomed / 0.14),
    { yes: 0.9, no: 0.5 },
    { turned, gone },
  )
}
