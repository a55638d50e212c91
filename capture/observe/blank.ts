import type { Picture } from '#renderer/protocol'
import { StageError } from '../errors.ts'
import { parseSurvey } from './survey.ts'

/** Keeps frames of nothing out of clips: GL may fail without a word. */
export interface BlankGuard {
  /** Throws when a frame has one colour all over although several things are in it. */
  check(rgb: Picture, survey: () => Promise<Picture>): Promise<void>
  /** Throws when every frame was black. */
  finish(): void
}

export function blankGuard(members: number): BlankGuard {
  let isBlack = true
  return {
    async check({ frame, width, height, bytes }, survey) {
      const luma = bytes.subarray(0, width * height)
      isBlack &&= isBelow(luma, blackBelow)
      if (!isOneValue(luma)) return
      const { ids } = parseSurvey(await survey(), members)
      if (ids.every((id) => id === ids[0])) return
      throw new StageError(
        `frame ${frame} (rgb): one colour all over, although several things are in the picture`,
        {
          remedy: 'Try --gl swiftshader; groundreel doctor tells what GL does here.',
        },
      )
    },
    finish() {
      if (!isBlack) return
      throw new StageError('Every frame of the clip is black.', {
        remedy:
          'Give the scene light, or try --gl swiftshader if it has some; groundreel doctor tells what GL does here.',
      })
    },
  }
}

/** Limited-range luma: black is 16. */
const blackBelow = 20

function isBelow(luma: Uint8Array, limit: number): boolean {
  return luma.every((value) => value < limit)
}

/** Returns at the first pixel that differs: for a real picture that is at once. */
function isOneValue(luma: Uint8Array): boolean {
  return luma.every((value) => value === luma[0])
}
