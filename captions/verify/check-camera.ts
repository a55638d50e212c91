import type { Member } from '../facts/member.ts'
import {
  cameraEndsStill,
  cameraIsSlow,
  cameraKeeps,
  cameraMoves,
  cameraStays,
} from './judge-camera.ts'
import { isFramed } from './judge-places.ts'
import { isCut, isRevealed, isShaky, isSize, isTracked, looksFrom } from './judge-view.ts'
import type { CameraSaid, NounMeaning } from './meaning.ts'
import { meant, type Discourse } from './resolve.ts'
import { OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'
import { verdict, type PhraseVerdict } from './verdict.ts'

/** Everything that one sentence says of the camera. */
export function checkCamera(said: CameraSaid[], before: Discourse, truth: Truth): PhraseVerdict[] {
  let who: Member | undefined
  let last = -1
  const about = (
    noun: NounMeaning | null,
    judge: (member: Member | undefined) => Judgement,
    text: string,
  ): PhraseVerdict => {
    if (!noun) return verdict(text, judge(who))
    const { judgement, choices } = meant(noun, before, truth)
    who = choices[0]?.[0]
    return verdict(text, who ? worst([judgement, judge(who)]) : judgement)
  }
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
        return one.size === 'any'
          ? verdict(one.text, TRUE())
          : about(one.who, (member) => isSize(one.size, member, truth), one.text)
      case 'track':
        return about(one.who, (member) => isTracked(one.from, member, truth), one.text)
      case 'reveal': {
        const { judgement, choices } = meant(one.who, before, truth)
        const [member] = choices[0] ?? []
        return verdict(one.text, member ? worst([judgement, isRevealed(member, truth)]) : judgement)
      }
      case 'shake':
        return verdict(one.text, isShaky(one.how, truth))
      case 'cut':
        return verdict(one.text, isCut(truth))
    }
  })
}
