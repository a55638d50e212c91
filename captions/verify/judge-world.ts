import { median } from '../geometry.ts'
import type { Shadows } from './meaning.ts'
import { between, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'
import { rounded } from './judge-motion.ts'

/** What must be seen for a place to be that place; each list needs one. Classes and words of nouns. */
const PLACES: Record<string, RegExp[]> = {
  street: [/road|asphalt|paving|concrete/, /building|vehicle|lamp|house|light/],
  park: [/grass|lawn|meadow/, /tree|pine|oak|birch|palm|plant/],
  desert: [/sand|desert/, /cactus|stone|rock|dune|tent|camel|palm/],
  room: [/room|wall|floor|rug|carpet|planks/, /furniture|picture|window|lamp/],
  kitchen: [/room|wall|floor|rug|carpet|planks|tiles/, /kitchen/],
  'bowling alley': [/bowling lane/, /bowling pin/],
  beach: [/sand|beach/, /water|palm|parasol|umbrella|shell/],
  field: [/grass|earth|field|meadow/],
  forest: [/tree|pine|oak|birch|spruce/, /grass|earth|gravel|path/],
  yard: [/ground/, /fence|wall|shed|house|building|hedge/],
}

export function isSetting(place: string, { seen, scene }: Truth): Judgement {
  const words = seen.map((member) =>
    [
      member.noun.en,
      member.class,
      ['ground', 'road', 'room'].includes(member.class)
        ? (member.substance.surfaces[0]?.surface ?? '')
        : '',
    ].join(' '),
  )
  const needed = PLACES[place]
  if (!needed) return OPEN({ place })
  const missing = needed.filter((pattern) => !words.some((word) => pattern.test(word)))
  if (missing.length > 0) return REFUTED({ missing: missing.map(String).join(' ') })
  // A table top may be in a room, and a room a kitchen.
  if (place === 'room' && scene.world.place === 'tabletop')
    return seen.some(({ kind }) => kind === 'room') ? TRUE({ place }) : REFUTED({ room: false })
  if (place === 'kitchen' || place === 'bowling alley')
    return ['room', 'tabletop'].includes(scene.world.place)
      ? TRUE({ place })
      : REFUTED({ place: scene.world.place })
  // Grass and trees make a park, a field or a yard: which one, the author says.
  return scene.world.place === place ? TRUE({ place }) : REFUTED({ place: scene.world.place })
}

export function isTime(time: string, { scene, observations }: Truth): Judgement {
  const { elevation } = scene.world.sun
  const luma = median(observations.luminance)
  const evidence = { sun: elevation, luma: rounded(luma) }
  if (time === 'day')
    return worst([between(elevation, 0, 10, evidence), between(luma, 40, 60, evidence)])
  if (time === 'dusk')
    return elevation >= -10 && elevation <= 6 && luma <= 140
      ? TRUE(evidence)
      : elevation > 15 || elevation < -18
        ? REFUTED(evidence)
        : OPEN(evidence)
  if (time === 'night')
    return elevation <= -8 && luma <= 95
      ? TRUE(evidence)
      : elevation > -4
        ? REFUTED(evidence)
        : OPEN(evidence)
  return OPEN(evidence)
}

export function isLit(
  quality: string | null,
  from: string | null,
  { scene, observations, views }: Truth,
): Judgement {
  const { sun, sky } = scene.world
  const luma = median(observations.luminance)
  const evidence = { elevation: sun.elevation, softness: sun.softness, luma: rounded(luma) }
  const isDay = sun.elevation > 0 && luma > 40 ? TRUE(evidence) : REFUTED(evidence)
  // Of a part of a picture nobody knows how bright it is.
  const day = Number.isNaN(luma) ? OPEN(evidence) : isDay
  const qualities: Record<string, () => Judgement> = {
    soft: () => between(sky.kind === 'overcast' ? 1 : sun.softness, 0.15, 0.45, evidence),
    bright: () => worst([between(luma, 55, 85, evidence), between(sun.elevation, 8, 20, evidence)]),
    warm: () => between(sun.elevation, 25, 14, evidence),
  }
  const parts = [day]
  if (quality) parts.push(qualities[quality]?.() ?? OPEN({ quality }))
  if (from) {
    const angle = (sun.azimuth * Math.PI) / 180
    const across = median(
      views.map(({ right }) => right[0] * Math.sin(angle) + right[2] * Math.cos(angle)),
    )
    parts.push(between(from === 'right' ? across : -across, 0.1, 0.5, { across: rounded(across) }))
  }
  return worst(parts)
}

/** Away from the sun, on ground that is in view, under an open sky. */
export function areThrown({ to, long }: Shadows, truth: Truth): Judgement {
  const { scene, seen } = truth
  const { sun, sky } = scene.world
  const evidence = { elevation: sun.elevation, softness: sun.softness, sky: sky.kind }
  const open =
    sky.kind === 'overcast' || seen.some(({ kind }) => kind === 'room') || sun.strength < 1
      ? OPEN(evidence)
      : TRUE(evidence)
  const ground = seen.filter(({ class: sort }) => ['ground', 'road'].includes(sort))
  return worst([
    open,
    isLit(null, to === 'left' ? 'right' : 'left', truth),
    ground.length > 0 ? TRUE() : REFUTED({ ground: false }),
    ...(long ? [between(sun.elevation, 45, 25, evidence)] : []),
  ])
}

export function isSky(kind: string, { scene, observations }: Truth): Judgement {
  const { sky } = scene.world
  const evidence = { sky: sky.kind, seen: observations.sky.some(Boolean) }
  if (sky.kind !== kind) return REFUTED(evidence)
  return evidence.seen ? TRUE(evidence) : OPEN(evidence)
}
