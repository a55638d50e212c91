import type { Scene } from '../../schema/scene.ts'
import type { Vec3 } from '../../schema/values.ts'
import { subtract } from '../../take/pose.ts'
import type { CameraTrack, Take } from '../../take/take.ts'
import { shotsOf } from '../shoot-camera.ts'
import { takenSubject, type TakenSubject } from '../taken-subject.ts'
import { cameraCurves } from './curves.ts'
import { framingAt, type Framing } from './framing.ts'
import { changeOf, type Change } from './stand.ts'
import { labelsOf, type ShotLabels } from './labels.ts'
import type { Target } from './motions.ts'
import { viewsOf, type View } from './view.ts'

/** What one shot's camera did, about what, and how it shows it. */
export interface LabelledShot {
  /** Ids of the actors that the shot is about, where the scene says so. */
  subject?: string[]
  labels: ShotLabels
  /** Translation between the first and the last frame along the axes of the first, in shares of the distance. */
  cameraFrame: { dolly: number; truck: number; pedestal: number }
  /** How the subject is shown at each frame; none without a subject. */
  framing?: (frame: number) => Framing
  /** What comes of the subject over the shot. */
  change?: Change
}

export interface ShotOfTake {
  scene: Scene
  /** Of the shot alone: its frame 0 is the shot's first. */
  take: Take
  /** Index into both lists of cameras. */
  camera: number
  /** Index of the shot. */
  shot: number
}

/**
 * Measures a shot. Distances are those to its subject, else to the point that it looks at, else what is seen on the whole.
 * @param depth metres to what is seen on the whole
 */
export function labelShot({ scene, take, camera, shot }: ShotOfTake, depth: number): LabelledShot {
  const views = viewsOf(take.cameras[camera] as CameraTrack, 0, take.frames)
  const { ids, point } = aboutOf(scene, camera, shot)
  const subject = ids && takenSubject(scene, take, ids)
  const aspect = scene.clip.width / scene.clip.height
  const target = targetOf(views, subject, point, depth)
  const curves = cameraCurves(views)
  const far = target.distance(0)
  const last = views.length - 1
  const gone = (curve: number[]) => (curve.at(-1) ?? 0) / far
  return {
    ...(subject && ids && { subject: ids }),
    labels: labelsOf(views, take.fps, { ...target, aspect }),
    cameraFrame: {
      dolly: gone(curves.dolly),
      truck: gone(curves.truck),
      pedestal: gone(curves.pedestal),
    },
    ...(subject && {
      framing: (frame) =>
        framingAt(views[frame] as View, aspect, subject.box(frame), subject.heading(frame)),
      change: changeOf([views[0] as View, views[last] as View], aspect, [
        subject.box(0),
        subject.box(last),
      ]),
    }),
  }
}

/** A point may be a mere direction, in the air or far behind: it counts as this many times nearer or farther than what is seen, at most. */
const APART = 2

/** What the scene says that a shot is about: actors, or a point that it looks at to begin with. */
function aboutOf(
  scene: Scene,
  index: number,
  shot: number,
): { ids?: string[] | undefined; point?: Vec3 | undefined } {
  const camera = scene.cameras[index]
  const own = camera && shotsOf(camera, scene.clip.frames, scene.clip.fps)[shot]?.shot
  if (!own) return {}
  if (own.frame) return { ids: [own.frame.subject].flat() }
  if (typeof own.lookAt === 'string') return { ids: [own.lookAt] }
  const followed = own.moves.flat().find(({ subject }) => subject !== undefined)?.subject
  return followed === undefined ? { point: own.lookAt } : { ids: [followed], point: own.lookAt }
}

function targetOf(
  views: readonly View[],
  subject: TakenSubject | undefined,
  point: Vec3 | undefined,
  depth: number,
): Target {
  const to = (frame: number, place: Vec3) =>
    Math.max(Math.hypot(...subtract((views[frame] as View).position, place)), 1e-3)
  if (subject) return { at: subject.middle, distance: (frame) => to(frame, subject.middle(frame)) }
  if (point)
    return {
      distance: (frame) => Math.min(Math.max(to(frame, point), depth / APART), depth * APART),
    }
  return { distance: () => depth }
}
