export { captionAnyStart, windowsOf } from './any-start.ts'
export {
  annotate,
  type AnnotatedActor,
  type Annotations,
  type DenseTruth,
  type JointTruth,
} from './annotate.ts'
export {
  captionScene,
  type Caption,
  type CaptionFile,
  type Rewrite,
  type Sentence,
} from './caption.ts'
export type { Claim, PredicateName, Status, Verdict } from './claim.ts'
export type { Question } from './english/questions.ts'
export { LENGTHS } from './english/lengths.ts'
export { wordsIn } from './english/phrase.ts'
export type { FormName } from './plan/form-names.ts'
export { croppedTo } from './crop.ts'
export { type Crop, type Filmed, SEEN } from './facts/facts.ts'
export { nounOf } from './facts/noun.ts'
export type { MemberObservation, Observations } from './observation.ts'
export { gateOf, type Passed } from './verify/gate.ts'
export { textChecker, verifyText } from './verify/text.ts'
export { READABLE } from './verify/vocabulary.ts'
export type { PhraseVerdict } from './verify/verdict.ts'
export { CATEGORIES, type NounClass } from './words/nouns.ts'
export type { Tag } from './english/tags.ts'
export { negativesOf, type Negative } from './negatives.ts'
export { shotsOf, windowOf } from './window.ts'
