import type { NamedModel } from '../models.ts'
import { resampledHead, type Shape, type Unfit, wholeOf, type Window } from '../window.ts'

/** For loaders of which is not known who trains with them: the clip, or what a model that is named takes of it. */
export function wholeOrHead(shape: Shape, model: NamedModel | undefined): Window | Unfit {
  return model ? resampledHead(shape, model) : wholeOf(shape)
}
