import type { Member } from '../facts/member.ts'
import {
  cameraEndsStill,
  cameraIsSlow,
  cameraKeeps,
  cameraMoves,
  cameraStays,
  looksFrom,
} from './judge-camera.ts'
import { courseOf } from './course.ts'
import { isFramed } from './judge-places.ts'
import type { CameraSaid } from './meaning.ts'
import { meant, type Discourse } from './resolve.ts'
import { OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'
import { verdict, type PhraseVerdict } from './verdict.ts'

/** Everything that one sentence says of the camera. */
export function checkCamera(said: CameraSaid[], before: Discourse, truth: Truth): PhraseVerdict[] {
  let who: Member | undefined
  let last = -1
  return said.map((one): PhraseVerdict => {
    switch (one.does) {
      case 'move': {
        const moved = cameraMoves(one.move, one.direction, truth)
        const slow = one.slow ? [cameraIsSlow(one.move, one.direction, truth)] : []
        const early =
          moved.frames && last >= 0 && moved.frames[1] < last ? [REFUTED({ order: 'earlier' })] : []
        last = moved.frames?.[0] ?? last
        return verdict(one.text, {
          ...worst([moved, ...slow, ...early]),
          ...(moved.frames && { frames: moved.frames }),
        })
      }
      case 'still':
        return verdict(one.text, cameraStays(truth))
      case 'rest':
        return verdict(one.text, cameraEndsStill(truth))
      case 'follow': {
        const { judgement, choices } = meant(one.who, before, truth)
        who = choices[0]?.[0]
        return verdict(one.text, who ? worst([judgement, cameraKeeps(who, truth)]) : judgement)
      }
      case 'keep':
        return verdict(one.text, who ? isFramed(who, one.where, truth) : OPEN({ who: null }))
      case 'look from':
        return verdict(one.text, looksFrom(one.angle, truth))
      case 'size':
        return verdict(one.text, one.size === 'any' ? TRUE() : isSize(one.size, truth))
    }
  })
}

/** Wide: nothing that moves (or stands out) fills half the height. Close: something small does. */
function isSize(size: string, truth: Truth): Judgement {
  const things = truth.seen.filter(
    ({ class: sort }) => !['ground', 'road', 'wall', 'room', 'water'].includes(sort),
  )
  const movers = things.filter((member) => courseOf(member, truth).span)
  const fills = (movers.length > 0 ? movers : things).map((member) =>
    Math.max(...member.samples.flatMap(({ box }) => (box ? [box[3] - box[1]] : [0]))),
  )
  const fill = size === 'wide' ? Math.min(...fills) : Math.max(...fills)
  const evidence = { fill: Math.round(fill * 100) / 100 }
  if (size === 'wide')
    return fill <= 0.45 ? TRUE(evidence) : fill >= 0.6 ? REFUTED(evidence) : OPEN(evidence)
  return fill >= 0.45 ? TRUE(evidence) : fill <= 0.3 ? REFUTED(evidence) : OPEN(evidence)
}
