import { InputError } from '../errors.ts'
import { PROFILES, type ProfileName } from '#scenes'

/** What a model is trained on; the profile of the same name renders just that. */
export interface Model {
  fps: number
  /** So many are trained on, a multiple of `step` and one more: what its encoder of video takes. */
  frames: number
  step: 4 | 8
  width: number
  height: number
  /** That its text encoder reads; what is beyond is cut off. */
  tokens: number
}

const TRAINED = {
  wan: { frames: 81, step: 4, tokens: 512 },
  'wan22-5b': { frames: 121, step: 4, tokens: 512 },
  ltx: { frames: 121, step: 8, tokens: 256 },
  hunyuan: { frames: 129, step: 4, tokens: 256 },
  cosmos: { frames: 93, step: 4, tokens: 512 },
  cogvideox: { frames: 49, step: 8, tokens: 226 },
  cogvideox15: { frames: 81, step: 8, tokens: 224 },
} as const satisfies Partial<Record<ProfileName, Pick<Model, 'frames' | 'step' | 'tokens'>>>

export type ModelName = keyof typeof TRAINED
export const MODEL_NAMES = Object.keys(TRAINED) as [ModelName, ...ModelName[]]

export interface NamedModel extends Model {
  name: ModelName
}

/** @param frames that the trainer is set to, where they are not what the model was made with */
export function modelOf(name: ModelName, frames?: number): NamedModel {
  const { fps, width, height } = PROFILES[name]
  const model = { name, fps, width, height, ...TRAINED[name] }
  if (frames === undefined) return model
  if (frames % model.step === 1 || frames === 1) return { ...model, frames }
  const near = Math.max(1, Math.round((frames - 1) / model.step)) * model.step + 1
  throw new InputError(
    `${name} takes a multiple of ${model.step} frames and one more (got --frames ${frames}).`,
    { remedy: `Try --frames ${near}.` },
  )
}
