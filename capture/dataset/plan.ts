import { InputError } from '../errors.ts'
import { checkedPrefix, type Wording } from './captions/caption-for.ts'
import { type Mix, mixFrom } from './captions/choice.ts'
import type { Wanted } from './fit.ts'
import { modelOf, type NamedModel } from './models.ts'
import type { ReelExportOptions } from './options.ts'
import type { Control, Target } from './target.ts'
import { TARGETS, type TargetName } from './targets/index.ts'

/** An export before a reel is opened: what was asked for, put to the target. */
export interface Plan extends Wanted, Wording {
  name: TargetName
  /** None where captions are not read. */
  mix: Mix | undefined
  prefix: string | undefined
  /** Tokens that a caption may have. */
  budget: number | undefined
  licence: string | undefined
  split: string | undefined
}

/** Throws an InputError where a target cannot do what is asked. */
export function planExport(name: TargetName, asked: ReelExportOptions): Plan {
  const target: Target = TARGETS[name]
  const model = modelFor(name, target, asked)
  const { form } = target
  if (!form && (asked.caption || asked.prefix))
    throw new InputError(`${name} has no captions: leave --caption and --prefix out.`)
  return {
    name,
    target,
    model,
    controls: controlsFor(name, target, asked),
    keepCuts: asked.keepCuts,
    mix: form && mixFrom(asked.caption ?? form),
    prefix: asked.prefix && checkedPrefix(asked.prefix),
    budget: target.tokens ?? model?.tokens,
    lang: asked.lang,
    style: asked.style,
    licence: asked.licence,
    split: asked.split,
  }
}

function modelFor(
  name: string,
  { models }: Target,
  asked: ReelExportOptions,
): NamedModel | undefined {
  if (models === 'any') {
    if (asked.frames !== undefined && !asked.model)
      throw new InputError(`--frames is of a model, and ${name} is read by many.`, {
        remedy: 'Name one with --model.',
      })
    return asked.model && modelOf(asked.model, asked.frames)
  }
  const model = asked.model ?? models[0]
  if (models.includes(model)) return modelOf(model, asked.frames)
  throw new InputError(`${name} does not train ${model}.`, {
    remedy: `It trains ${models.join(', ')}.`,
  })
}

function controlsFor(
  name: string,
  target: Target,
  { control }: ReelExportOptions,
): readonly Control[] {
  const { controls = [], needs } = target
  if (!control) return needs ?? []
  const strange = control.find((one) => !controls.includes(one))
  if (strange)
    throw new InputError(`${name} takes no ${strange} beside its videos.`, {
      remedy: controls.length > 0 ? `It takes ${controls.join(', ')}.` : 'Leave --control out.',
    })
  if (!needs && control.length > 1)
    throw new InputError(`${name} takes one video beside each: name one with --control.`)
  return control
}
