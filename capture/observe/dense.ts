import type { Picture } from '#renderer/protocol'
import type { DenseTruth, JointTruth } from '#captions'
import { camerasOf, peopleOf, type CameraFrame, type CameraTrack } from '#scenes'
import type { ClipPlan } from '../clip/plan.ts'
import type { ExtraPass } from '../stage/draw-ahead.ts'
import { observeJoints } from './joints.ts'
import { parseSurvey, type Alone } from './survey.ts'

/** Collects what the passes say of every member of the cast, frame by frame. */
export interface DenseObserver {
  /** What it looks at of every frame. */
  readonly passes: readonly ExtraPass[]
  /** In the order of the frames. */
  add(frame: number, pictures: ReadonlyMap<ExtraPass, Picture>): void
  /** By the order of the cast. */
  readonly truth: readonly DenseTruth[]
}

export function openDenseObserver({
  scene,
  take,
  camera,
}: Pick<ClipPlan, 'scene' | 'take' | 'camera'>): DenseObserver {
  const members = take.cast.length
  const truth = Array.from({ length: members }, (): DenseTruth => ({
    box: [],
    amodalBox: [],
    pixels: [],
    visibility: [],
    truncation: [],
  }))
  const people = peopleOf(scene, take)
  const joints = people.map(({ id, member }) => {
    const own: JointTruth = { person: id, world: [], picture: [] }
    const actor = truth[member] as DenseTruth
    actor.joints = [...(actor.joints ?? []), own]
    return own
  })
  const { frames } = camerasOf(take, take.cameras[camera] as CameraTrack, scene.clip)
  return {
    passes: ['survey', 'instance', ...(joints.length > 0 ? (['joints', 'depth'] as const) : [])],
    truth,
    add(frame, pictures) {
      const picture = (pass: ExtraPass) => pictures.get(pass) as Picture
      const instance = picture('instance')
      const survey = parseSurvey(picture('survey'), members)
      const shown = countShown(instance, members)
      const coarse = new Uint32Array(members + 1)
      for (const id of survey.ids) (coarse[id] as number)++
      const scale = instance.width / survey.width
      truth.forEach((own, member) => {
        const { pixels, box } = shown[member] as Shown
        const alone = survey.alone[member] as Alone
        own.pixels.push(pixels)
        own.box.push(box)
        own.amodalBox.push(
          alone.box[2] > alone.box[0] ? (alone.box.map((at) => tenths(at * scale)) as Box) : null,
        )
        own.visibility.push(
          alone.pixels > 0
            ? thousandths(Math.min(1, (coarse[member + 1] as number) / alone.pixels))
            : 0,
        )
        own.truncation.push(thousandths(alone.outside))
      })
      if (joints.length === 0) return
      const shownJoints = { joints: picture('joints'), instance, depth: picture('depth') }
      observeJoints(shownJoints, people, frames[frame] as CameraFrame).forEach((own, person) => {
        joints[person]?.world.push(own.world)
        joints[person]?.picture.push(own.picture)
      })
    },
  }
}

type Box = NonNullable<DenseTruth['box'][number]>

interface Shown {
  pixels: number
  box: Box | null
}

function countShown({ bytes, width, height }: Picture, members: number): Shown[] {
  // Typed arrays need their bytes aligned; a socket's buffer may begin anywhere.
  const { buffer, byteOffset } = bytes.byteOffset % 2 === 0 ? bytes : new Uint8Array(bytes)
  const ids = new Uint16Array(buffer, byteOffset, width * height)
  const shown = Array.from({ length: members + 1 }, (): Shown => ({ pixels: 0, box: null }))
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const id = ids[at] as number
      if (id === 0) continue
      const own = shown[id] as Shown
      own.pixels++
      if (!own.box) own.box = [x, y, x + 1, y + 1]
      if (x < own.box[0]) own.box[0] = x
      else if (x >= own.box[2]) own.box[2] = x + 1
      own.box[3] = y + 1
    }
  return shown.slice(1)
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10
}

function thousandths(value: number): number {
  return Math.round(value * 1000) / 1000
}
