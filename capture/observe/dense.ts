import type { Picture } from '#renderer/protocol'
import type { DenseTruth } from '#captions'
import { parseSurvey, type Alone } from './survey.ts'

/** Collects what the passes say of every member of the cast, frame by frame. */
export interface DenseObserver {
  /** In the order of the frames; `instance` at the clip's size, `survey` of the same frame. */
  add(instance: Picture, survey: Picture): void
  /** By the order of the cast. */
  readonly truth: readonly DenseTruth[]
}

export function openDenseObserver(members: number): DenseObserver {
  const truth = Array.from({ length: members }, (): DenseTruth => ({
    box: [],
    amodalBox: [],
    pixels: [],
    visibility: [],
    truncation: [],
  }))
  return {
    truth,
    add(instance, picture) {
      const survey = parseSurvey(picture, members)
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
