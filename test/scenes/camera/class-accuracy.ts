import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { templateFiles } from '#capture'
import { blueprintOf, cast, parseTemplate, solidActors, type Scene, type Take } from '#scenes'
import {
  labelsOf,
  viewsOf,
  type ShotLabels,
  type Target,
} from '../../../scenes/camera/labels/index.ts'
import { around, boundsOf, corners, middle } from '../../../scenes/shape/bounds.ts'
import { place, subtract } from '../../../scenes/take/pose.ts'
import { poseAtFrame } from '../../../scenes/take/take.ts'
import { root } from '../../examples.ts'
import { CLASSES } from './classes.ts'

/** Templates of test/fixtures/cameras: an open yard, the top of a table, a room full of furniture. */
export const CAMERA_TEMPLATES = ['yard', 'tabletop', 'room'] as const

/** One cast of a template whose camera was asked for one class. */
export interface Labelled {
  template: string
  name: string
  seed: number
  /** Ids of its cast. */
  cast: string[]
  labels: ShotLabels
  /** The class is measured as present and as the only movement; static as no movement at all. */
  isRight: boolean
  /** Movements that are said and were not asked for. */
  confusions: string[]
}

/** Each class in each template for so many seeds: cast, shot and measured on the poses. */
export function labelledCasts({
  seeds = 20,
  templates = CAMERA_TEMPLATES as readonly string[],
} = {}) {
  return templates.flatMap((name) => {
    const file = join(root, `test/fixtures/cameras/${name}.json`)
    const template = parseTemplate(readFileSync(file, 'utf8'), file, templateFiles(file))
    return CLASSES.flatMap(({ name: own, move, measured }) =>
      Array.from({ length: seeds }, (_, seed): Labelled => {
        const ease = ['linear', 'in', 'out', 'in-out'][seed % 4]
        const { scene, take } = cast(template, seed, { move: { ...move, ease } })
        const labels = labelled(scene, take, 'subject')
        const said = labels.motions.filter(({ status }) => status === 'present')
        const wanted = measured && `${measured.motion} ${measured.to}`
        const confusions = said
          .map(({ motion, to }) => `${motion} ${to}`)
          .filter((words) => words !== wanted)
        const isRight = measured
          ? labels.only?.motion === measured.motion && labels.only.to === measured.to
          : labels.motions.length === 0 && labels.isStatic === 'present'
        return {
          template: name,
          name: own,
          seed,
          cast: take.cast.map(({ id }) => id),
          labels,
          isRight,
          confusions,
        }
      }),
    )
  })
}

/** The first camera's labels over the whole clip, about an actor's middle. */
export function labelled(scene: Scene, take: Take, subject: string): ShotLabels {
  const [camera] = take.cameras
  const views = viewsOf(camera!, 0, take.frames)
  const at = middleOf(scene, take, subject)
  const distance = (frame: number) => Math.hypot(...subtract(views[frame]!.position, at(frame)))
  return labelsOf(views, take.fps, { at, distance } satisfies Target)
}

/** The middle of an actor's box at each frame. */
function middleOf(scene: Scene, take: Take, id: string) {
  const actor = solidActors(scene).find((one) => one.id === id)
  const track = take.actors.find((one) => one.id === id)?.track
  if (!actor || !track) throw new Error(`${scene.name} has no ${id}`)
  const own = middle(around(corners(boundsOf(blueprintOf(actor, scene.seed).parts))))
  return (frame: number) => place(own, poseAtFrame(track, frame))
}
