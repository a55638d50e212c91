import type { CameraMotion, CameraTrack, Framing, LabelledShot, ShotLabels } from '#scenes'
import { round } from './claim.ts'
import type { Filmed } from './facts/facts.ts'
import type { Book } from './plan/book.ts'
import { shotsOf } from './window.ts'

/** The labels of a clip's camera (README): measured on poses, never taken from how the scene asks for them. */
export interface CameraReport {
  id: string
  shots: ShotReport[]
}

export interface ShotReport {
  /** Frames [from, to) of the clip. */
  frames: [number, number]
  /** What distances are measured to, where the scene says what the shot is about. */
  subject?: string[]
  static: ShotLabels['isStatic']
  /** Present movements: CameraBench's `has_X`. */
  has: string[]
  /** The one movement of the shot, all others absent: its `only_X`. */
  only?: string
  /** Each unbroken movement, present and grey, in frames of the clip. */
  segments: {
    motion: string
    to: string
    frames: [number, number]
    amount: number
    status: CameraMotion['status']
  }[]
  /** Shares of the distance that the camera goes from the first frame to the last, along its axes at the first. */
  camera_frame: { dolly: number; truck: number; pedestal: number }
  tracking?: { kinds: string[]; frames: [number, number]; subject?: string }
  steadiness?: string
  speed?: string
  complexity?: string
  /** How the subject is shown at the start and at the end. */
  framing?: { start: Framing; end: Framing }
  /** Its size in the picture and its distance, in the end against the beginning. */
  subject_change?: NonNullable<LabelledShot['change']>
}

/**
 * @param books of the shots, in order
 * @param begin the frame of the clip with which what was filmed begins
 */
export function cameraReport(filmed: Filmed, books: readonly Book[], begin: number): CameraReport {
  const { id } = filmed.take.cameras[filmed.camera] as CameraTrack
  const spans = shotsOf(filmed)
  return {
    id,
    shots: books.map(({ facts: { shot, frames } }, i): ShotReport => {
      const from = begin + (spans[i]?.from ?? 0)
      const { subject, labels, cameraFrame, framing, change } = shot
      const { motions, isStatic, only, tracking, steadiness, speed, complexity } = labels
      const present = motions.filter(({ status }) => status === 'present')
      return {
        frames: [from, from + frames],
        ...(subject && { subject }),
        static: isStatic,
        has: [...new Set(present.map(({ motion, to }) => `${motion} ${to}`))],
        ...(only && { only: `${only.motion} ${only.to}` }),
        segments: motions.map((motion) => ({
          motion: motion.motion,
          to: motion.to,
          frames: [from + motion.from, from + motion.until + 1],
          amount: round(motion.amount),
          status: motion.status,
        })),
        camera_frame: {
          dolly: round(cameraFrame.dolly),
          truck: round(cameraFrame.truck),
          pedestal: round(cameraFrame.pedestal),
        },
        ...(tracking && {
          tracking: {
            kinds: tracking.kinds,
            frames: [from + tracking.from, from + tracking.until + 1],
            ...(tracking.subject && { subject: tracking.subject }),
          },
        }),
        ...(steadiness && { steadiness }),
        ...(speed && { speed }),
        ...(complexity && { complexity }),
        ...(framing && { framing: { start: framing(0), end: framing(frames - 1) } }),
        ...(change && { subject_change: change }),
      }
    }),
  }
}
