import type { Shot } from '../../schema/camera.ts'
import type { Frame } from '../../schema/framing.ts'
import type { Scene } from '../../schema/scene.ts'
import type { CameraPose } from '../camera-pose.ts'
import type { Span } from '../shoot-camera.ts'
import type { Aim, Subjects } from '../subjects.ts'
import { idsOf, solveFraming } from './solve.ts'
import { surroundingsOf, type Surroundings } from './surroundings.ts'

/**
 * Finds how a shot begins that is framed in the words of film.
 * @param index of the shot, when the camera has several
 * @param play the poses of the whole shot when it begins at one
 */
export type Framer = (
  frame: Frame,
  shot: Shot,
  index: number | undefined,
  span: Span,
  play: (first: CameraPose) => CameraPose[],
) => CameraPose

/** The framer of every camera of a scene; what stands about is looked up once, when the first asks. */
export function framersOf(
  { clip, seed }: Scene,
  aims: ReadonlyMap<string, Aim>,
  { headingOf }: Subjects,
): (camera: number) => Framer {
  let known: Surroundings | undefined
  return (camera) => (frame, shot, index, span, play) => {
    known ??= surroundingsOf(aims, seed)
    return solveFraming({
      frame,
      shot,
      path: ['cameras', camera, ...(index === undefined ? [] : ['shots', index])],
      span,
      fps: clip.fps,
      aspect: clip.width / clip.height,
      heading: headingOf(idsOf(frame)[0], span.from),
      surroundings: known,
      play,
    })
  }
}
