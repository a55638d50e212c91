import type { Voice } from '../plan/voice.ts'
import { actions, settingFor } from './action.ts'
import { cameraSentence, cutSentence, framing } from './camera.ts'
import { LENGTHS } from './lengths.ts'
import { lightSentence, lookLine, lookSentence } from './light.ts'
import { mainObject } from './main-object.ts'
import { moment } from './moment.ts'
import { say, sentence, wordsIn } from './phrase.ts'
import { layout, relation } from './relation.ts'
import { shortSentence } from './short.ts'
import { surroundings } from './surroundings.ts'

export const ENGLISH: Voice = {
  lengths: LENGTHS,
  shots: { default: 30, dense: 45 },
  lengthOf: wordsIn,
  joined: (sentences) => sentences.join(' '),
  sentence: (phrase) => (phrase.text.endsWith('.') ? phrase : sentence(phrase)),
  shortSentence,
  actions,
  mainObject,
  setting: (teller) => settingFor(teller, []),
  placed: (setting, clause) => say`${setting}, ${clause}`,
  surroundings,
  relation,
  layout,
  cameraSentence,
  cutSentence,
  framing,
  lightSentence,
  lookLine,
  lookSentence,
  moment,
}
