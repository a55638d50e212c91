import { FramingError, parseScene, Random, shoot, type Scene, type Take } from '#scenes'
import {
  ANGLE_WORDS,
  isWhole,
  PLACE_WORDS,
  SIDE_WORDS,
  SIZE_WORDS,
} from '../../../scenes/camera/framing/scale.ts'
import { surroundingsOf } from '../../../scenes/camera/framing/surroundings.ts'
import { framingAt, viewsOf, type View } from '../../../scenes/camera/labels/index.ts'
import { headOf } from '../../../scenes/camera/framing/held.ts'
import { pointIn, type SubjectBox } from '../../../scenes/camera/subject-box.ts'
import { placeOf } from '../../../scenes/camera/labels/around.ts'
import type { Aim } from '../../../scenes/camera/subjects.ts'
import { poseAtFrame } from '#scenes'
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
  const { size, angle, inPicture } = framingAt(view, aspect, box)
  const steep = Math.abs(view.forward[1]) > 0.9
  return {
    place: place.name,
    frame,
    size,
    angle,
    inPicture: isWhole(frame.size) ? inPicture : keyPart(view, aspect, box),
    headIsCut:
      box.isPerson && !steep && frame.size !== 'extreme close-up' && headOf(view, box) > 0.5,
  }
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
    viewsOf(take.cameras[0]!, 0, take.frames).forEach((view, n) => {
      const box = boxOf(scene, take, 'ann', n)
      const share = isWhole(frame.size)
        ? framingAt(view, aspect, box).inPicture
        : keyPart(view, aspect, box)
      frames++
      if (share >= 0.9) held++
    })
  }
  return { shots, refused, tracking_in_frame: held / Math.max(frames, 1) }
}
