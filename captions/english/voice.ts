import type { Voice } from '../plan/voice.ts'
import { cameraSentence, cutSentence, framing } from './camera.ts'
import { besides, opening, sequel, whole } from './clause.ts'
import { finale, goingOn, halt } from './ending.ts'
import { detail } from './details.ts'
import { LENGTHS } from './lengths.ts'
import { lightSentence, lookLine, lookSentence, settingWords } from './light.ts'
import { beside } from './beside.ts'
import { moment } from './moment.ts'
import { say, sentence, wordsIn } from './phrase.ts'
import { layout, relation } from './relation.ts'
import { alongside, begun, later, together } from './sequence.ts'
import { shortSentence } from './short.ts'
import { stillLife } from './still-life.ts'
import { surroundings } from './surroundings.ts'
import { beginning, consequenceWords } from './tale.ts'

export const ENGLISH: Voice = {
  lengths: LENGTHS,
  shots: { default: 30, dense: 45 },
  lengthOf: wordsIn,
  joined: (sentences) => sentences.join(' '),
  beside,
  sentence: (phrase) => (phrase.text.endsWith('.') ? phrase : sentence(phrase)),
  shortSentence,
  opening,
  together,
  begun,
  sequel,
  alongside,
  later,
  whole,
  finale,
  goingOn,
  halt,
  besides,
  stillLife,
  within: true,
  beginning,
  consequence: consequenceWords,
  setting: settingWords,
  placed: (setting, clause) => say`${setting}, ${clause}`,
  surroundings,
  relation,
  layout,
  detail,
  cameraSentence,
  cutSentence,
  framing,
  lightSentence,
  lookLine,
  lookSentence,
  moment,
}
