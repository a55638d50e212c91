import { camerasOf, FramingError, parseScene, Random, shoot, type Scene, type Take } from '#scenes'
import {
  ANGLE_WORDS,
  isWhole,
  PLACE_WORDS,
  SIDE_WORDS,
  SIZE_WORDS,
} from '../../../scenes/camera/framing/scale.ts'
import { surroundingsOf } from '../../../scenes/camera/framing/surroundings.ts'
import { viewsOf, type View } from '../../../scenes/camera/labels/index.ts'
import { headOf } from '../../../scenes/camera/framing/held.ts'
import { pointIn, type SubjectBox } from '../../../scenes/camera/subject-box.ts'
import { placeOf } from '../../../scenes/camera/labels/around.ts'
import type { Aim } from '../../../scenes/camera/subjects.ts'
import { poseAtFrame } from '#scenes'
import { lensOf, type Lens } from '../../oracle/lens.ts'
import { pitchOf } from '../../oracle/rules/lens.ts'
import { shareShown, sizeShown } from '../../oracle/shown.ts'
import { Body } from '../../oracle/solids.ts'
import { PLACES_TO_FILM, sceneWith, type Place } from './framing-scenes.ts'
import { Frame } from '../../../scenes/schema/framing.ts'

/** One request and what came of it. */
export interface Outcome {
  place: string
  frame: Frame
  refused?: string
  size?: string | undefined
  angle?: string | undefined
  /** Share of the subject that is in the picture; of its middle or head in closer sizes. */
  inPicture?: number
  headIsCut?: boolean
}

/** A request drawn evenly from the vocabulary as it is published; two in ten name a lens, one in ten leans. */
export function requestOf(place: Place, random: Random): Frame {
  for (;;) {
    const frame = {
      subject: random.pick(place.subjects),
      size: random.pick(SIZE_WORDS),
      angle: random.pick(ANGLE_WORDS),
      side: random.pick(SIDE_WORDS),
      place: random.pick(PLACE_WORDS),
      dutch: random.between(0, 1) < 0.1 ? 20 : 0,
      ...(random.between(0, 1) < 0.2 && { lens: random.pick([24, 35, 50, 85]) }),
    } as Frame
    // The scene format itself says which words go together.
    if (Frame.safeParse(frame).success) return frame
  }
}

export function outcomeOf(place: Place, frame: Frame): Outcome {
  const scene = parseScene(sceneWith(place, { frame }, 3), place.name)
  let take: Take
  try {
    take = shoot(scene)
  } catch (error) {
    if (!(error instanceof FramingError)) throw error
    return { place: place.name, frame, refused: error.message }
  }
  const [view] = viewsOf(take.cameras[0]!, 0, 1) as [View]
  const aspect = scene.clip.width / scene.clip.height
  const box = boxOf(scene, take, frame.subject, 0)
  const { bodies, points, lens } = bareSight(scene, take, frame.subject)
  const steep = Math.abs(view.forward[1]) > 0.9
  return {
    place: place.name,
    frame,
    size: sizeShown(bodies, lens(0), aspect, 0),
    angle: angleOf(lens(0)),
    inPicture: isWhole(frame.size) ? shareShown(points(0), lens(0)) : keyPart(view, aspect, box),
    headIsCut:
      box.isPerson && !steep && frame.size !== 'extreme close-up' && headOf(view, box) > 0.5,
  }
}

/** Points all over what a frame is about, and the camera, by code that shares nothing with the solver. */
function bareSight(scene: Scene, take: Take, subject: string | string[]) {
  const names = [subject].flat()
  const bodies = take.cast.flatMap(({ id }, member) =>
    names.includes(id) ? [new Body(scene, take, member)] : [],
  )
  const { frames } = camerasOf(take, take.cameras[0]!, scene.clip)
  return {
    bodies,
    points: (frame: number) => bodies.flatMap((body) => body.points(frame)),
    lens: (frame: number) => lensOf(frames[frame]!, scene.clip),
  }
}

/** By the published degrees. */
function angleOf(lens: Lens): string | undefined {
  const pitch = pitchOf(lens)
  if (Math.abs(pitch) <= 8) return 'level'
  if (pitch < 0) return pitch < -75 ? "bird's eye" : pitch <= -20 ? 'high' : undefined
  return pitch > 75 ? "worm's eye" : pitch >= 15 ? 'low' : undefined
}

/** Of a person's eyes and chin, or of the middle of a thing, the share that is in the picture. */
function keyPart(view: View, aspect: number, box: SubjectBox): number {
  const points = box.isPerson
    ? [0.91, 0.93, 0.95].map((y) => pointIn(box, [0.5, y, 0.5]))
    : [0.47, 0.5, 0.53].map((y) => pointIn(box, [0.5, y, 0.5]))
  const inside = points.filter((point) => {
    const at = placeOf(point, view)
    return at && Math.abs(at.x) <= aspect / 2 && Math.abs(at.y) <= 0.5
  })
  return inside.length / points.length
}

/** The box of what a frame is about, at a frame of the take. */
export function boxOf(
  scene: Scene,
  take: Take,
  subject: string | string[],
  frame: number,
): SubjectBox {
  const aims = new Map<string, Aim>(
    scene.actors.map((actor) => {
      const { track } = take.cast.find(({ id }) => id === actor.id)!
      const poses = Array.from({ length: track.samples }, (_, n) => poseAtFrame(track, n))
      return [actor.id, { actor, poses }]
    }),
  )
  return surroundingsOf(aims, scene.seed).boxOf([subject].flat(), frame)
}

export interface Accuracy {
  requests: number
  /** Shares. */
  refused: number
  /** Size and angle by the oracle. */
  framing_accuracy: number
  in_frame: number
  heads_cut: number
  outcomes: Outcome[]
}

/** How many requests are refused, and of the others how many are measured as they were asked for. */
export function accuracyOf(
  requests: number,
  seed = 0,
  places: readonly Place[] = PLACES_TO_FILM,
): Accuracy {
  const random = Random.of(seed).fork('framings')
  const outcomes = Array.from({ length: requests }, (_, i) => {
    const place = places[i % places.length]!
    return outcomeOf(place, requestOf(place, random))
  })
  const kept = outcomes.filter(({ refused }) => refused === undefined)
  const share = (some: Outcome[]) => some.length / Math.max(kept.length, 1)
  return {
    requests,
    refused: 1 - kept.length / requests,
    framing_accuracy: share(
      kept.filter(({ size, angle, frame }) => size === frame.size && angle === frame.angle),
    ),
    in_frame: share(kept.filter(({ inPicture }) => inPicture! >= 0.9)),
    heads_cut: share(kept.filter(({ headIsCut }) => headIsCut)),
    outcomes,
  }
}

/** A walking person that a camera travels with. */
export function trackingShot(random: Random): { text: string; frame: Frame } {
  const from = random.pick(['side', 'tail', 'lead', 'aerial', 'arc'] as const)
  const sides = {
    side: ['left', 'right'],
    tail: ['back', 'back left', 'back right'],
    lead: ['front', 'front left', 'front right'],
    aerial: SIDE_WORDS,
    arc: SIDE_WORDS,
  } as const
  const frame = {
    subject: 'ann',
    size: random.pick(['wide', 'full', 'medium full', 'medium', 'medium close-up']),
    angle: from === 'aerial' ? 'high' : random.pick(['level', 'high', 'low']),
    side: random.pick(sides[from]),
    place: random.pick(PLACE_WORDS),
  } as Frame
  const turn = () => random.between(-2.5, 2.5)
  const points = [-4, -1, 2, 5].map((x) => [x, 0, turn()])
  const place = {
    name: 'walk',
    subjects: ['ann'],
    actors: [
      { id: 'ground', kind: 'ground' },
      {
        id: 'ann',
        kind: 'person',
        motion: [{ kind: 'path', points, speed: random.between(1, 2) }],
      },
      { id: 'oak', kind: 'tree', position: [0, 0, -9] },
    ],
  }
  const move = {
    kind: 'track',
    from,
    ...(from === 'arc' && { to: random.pick(['left', 'right']), amount: random.between(30, 120) }),
  }
  return { text: sceneWith(place, { frame, moves: [move] }, 97), frame }
}

export interface Tracking {
  shots: number
  refused: number
  /** Share of all frames of all shots that hold 90 % of the subject, or in closer sizes its head. */
  tracking_in_frame: number
}

export function trackingOf(shots: number, seed = 0): Tracking {
  const random = Random.of(seed).fork('tracking')
  let [refused, frames, held] = [0, 0, 0]
  for (let i = 0; i < shots; i++) {
    const { text, frame } = trackingShot(random)
    const scene = parseScene(text, 'walk')
    let take: Take
    try {
      take = shoot(scene)
    } catch (error) {
      if (!(error instanceof FramingError)) throw error
      refused++
      continue
    }
    const aspect = scene.clip.width / scene.clip.height
    const { points, lens } = bareSight(scene, take, 'ann')
    viewsOf(take.cameras[0]!, 0, take.frames).forEach((view, n) => {
      const share = isWhole(frame.size)
        ? shareShown(points(n), lens(n))
        : keyPart(view, aspect, boxOf(scene, take, 'ann', n))
      frames++
      if (share >= 0.9) held++
    })
  }
  return { shots, refused, tracking_in_frame: held / Math.max(frames, 1) }
}
