import type { Clip } from '../clip.ts'
import { depthOf } from '../depth.ts'
import { levelAxes } from '../lens.ts'
import { meanLuma } from '../pixels.ts'
import { all, any, plain, weigh, type Rule } from '../ruling.ts'
import { inner, meanOf, type Vec3 } from '../space.ts'

/** The scene says what place it is; the picture is not all one thing. */
export const setting: Rule<'setting'> = ({ args: { place } }, clip) =>
  all(
    any(
      plain(clip.scene.world.place === place, { place, scene: clip.scene.world.place }),
      // A table top may be in a room.
      plain(place === 'room' && clip.scene.actors.some(({ kind }) => kind === 'room'), {
        place,
        room: false,
      }),
      // So is a kitchen, and a bowling alley, by what is seen there.
      plain(isRoomWith(place, clip), { place, things: false }),
    ),
    plain(clip.cast.filter((actor) => clip.mask(actor, clip.frames >> 1)).length >= 2, { place }),
  )

const THINGS: Record<string, RegExp> = { kitchen: /kitchen/, 'bowling alley': /bowling/ }

function isRoomWith(place: string, clip: Clip): boolean {
  const things = THINGS[place]
  return (
    things !== undefined &&
    ['room', 'tabletop'].includes(clip.scene.world.place) &&
    clip.take.cast.some(
      ({ id, noun }) =>
        things.test(noun?.en ?? id) && clip.mask(id, clip.frames >> 1) !== undefined,
    )
  )
}

/**
 * By the sun and by how bright the picture is (mean luma 0..255): day from 8 degrees up and luma 60, dusk within
 * 10 degrees below and 6 above the horizon, night below -6 (the end of civil twilight) and luma up to 100.
 */
export const daytime: Rule<'daytime'> = ({ args: { time } }, clip) => {
  const { elevation } = clip.scene.world.sun
  const luma = meanLuma(clip)
  const why = { time, elevation, luma }
  if (time === 'day')
    return all(weigh(elevation, { yes: 8, no: 5 }, why), weigh(luma, { yes: 60, no: 35 }, why))
  if (time === 'night')
    return all(weigh(elevation, { yes: -6, no: -4 }, why), weigh(luma, { yes: 100, no: 130 }, why))
  return all(
    weigh(elevation, { yes: 6, no: 9 }, why),
    weigh(elevation, { yes: -10, no: -12 }, why),
    weigh(luma, { yes: 140, no: 160 }, why),
  )
}

/** Where the daylight comes from, by the sun's bearing and the camera's right; its quality by the scene and the luma. */
export const light: Rule<'light'> = ({ args: { quality, from } }, clip) => {
  const { sun, sky } = clip.scene.world
  const azimuth = (sun.azimuth * Math.PI) / 180
  const toward: Vec3 = [Math.sin(azimuth), 0, Math.cos(azimuth)]
  const luma = meanLuma(clip)
  const why = { quality, from, sun, sky: sky.kind, luma }
  const rulings = [plain(sun.elevation > 0 && sun.strength > 0, why)]
  if (from) {
    const across = meanOf(
      [0, clip.frames - 1].map((n) => inner(toward, levelAxes(clip.lens(n)).right)),
    )
    rulings.push(
      weigh(from === 'right' ? across : -across, { yes: 0.4, no: 0.15 }, why),
      plain(sky.kind !== 'overcast', why),
    )
  }
  if (quality === 'soft')
    rulings.push(
      any(plain(sky.kind === 'overcast', why), weigh(sun.softness, { yes: 0.45, no: 0.3 }, why)),
    )
  if (quality === 'bright') rulings.push(weigh(luma, { yes: 85, no: 70 }, why))
  if (quality === 'warm')
    rulings.push(any(weigh(sun.elevation, { yes: 14, no: 20 }, why), plain(isWarm(sun.color), why)))
  return all(...rulings)
}

function isWarm(color: string | undefined): boolean {
  if (!color?.startsWith('#')) return ['orange', 'yellow', 'gold', 'red'].includes(color ?? '')
  return Number.parseInt(color.slice(1, 3), 16) > 1.4 * Number.parseInt(color.slice(5, 7), 16)
}

/**
 * Fog that is there and matters: by the scene's visibility (contrast 5 % at that distance, squared exponential) the
 * farthest thing that covers a thousandth of the picture keeps at most 80 % of its contrast; false from 95 %.
 */
export const weather: Rule<'weather'> = (_said, clip) => {
  const { fog } = clip.scene.world
  if (!fog) return plain(false, { fog: false })
  return weigh(
    Math.exp(-3 * (farthest(clip) / fog.visibility) ** 2),
    { yes: 0.8, no: 0.95 },
    { ...fog },
  )
}

function farthest(clip: Clip): number {
  const frame = clip.frames >> 1
  const large = clip.cast.filter(
    (actor) => (clip.mask(actor, frame)?.area ?? 0) > 1e-3 * clip.width * clip.height,
  )
  return Math.max(...large.map((actor) => depthOf(clip, actor, frame)))
}

/** Away from the sun, as the camera sees it; long while it is low. */
export const shadows: Rule<'shadows'> = ({ args: { to, long } }, clip) => {
  const { sun, sky } = clip.scene.world
  const azimuth = (sun.azimuth * Math.PI) / 180
  const away: Vec3 = [-Math.sin(azimuth), 0, -Math.cos(azimuth)]
  const across = meanOf([0, clip.frames - 1].map((n) => inner(away, levelAxes(clip.lens(n)).right)))
  const why = { to, long, sun, sky: sky.kind }
  return all(
    plain(sun.elevation > 0 && sky.kind !== 'overcast', why),
    weigh(to === 'right' ? across : -across, { yes: 0.4, no: 0.15 }, why),
    ...(long ? [weigh(sun.elevation, { yes: 27, no: 45 }, why)] : []),
  )
}

/** What the scene says it is. */
export const sky: Rule<'sky'> = ({ args: { kind } }, clip) =>
  plain(clip.scene.world.sky.kind === kind, { kind, scene: clip.scene.world.sky.kind })

/** It is drawn, not filmed: there is one style that every picture of ours has. */
export const look: Rule<'look'> = ({ args: { style } }) =>
  plain(style === '3D animation', { style })
