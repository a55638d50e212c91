import type { ClipPlan } from '../clip/plan.ts'
import type { Description } from '../clip/truth.ts'
import { refusalOf } from './gates.ts'
import { measuresOf, seenLabels } from './labels.ts'
import type { PlannedClip } from './planned.ts'
import { type Cell, fits } from './quota.ts'
import type { Recipe } from './recipe.ts'

/** A clip that was rendered and is not accepted; the message is the reason. */
export class Rejected extends Error {}

export interface Judge {
  /** Throws `Rejected`. */
  hear(clip: PlannedClip, plan: ClipPlan, description: Description): void
  /** The same of what one clip cannot tell alone: whether others say the same. */
  compare(id: string, denseCaption: string): void
  /** A clip that is in the reel already. */
  know(id: string, denseCaption: string): void
}

/** Holds clips to the gates of a recipe, and to the labels that they were planned for. */
export function openJudge({ gates }: Recipe, cells: readonly Cell[]): Judge {
  // By what they tell; a clip that is rendered again is no twin of itself.
  const told = new Map<string, Set<string>>()
  const know = (id: string, caption: string) =>
    told.set(caption, (told.get(caption) ?? new Set()).add(id))
  const compare = (id: string, caption: string) => {
    const twins = [...(told.get(caption) ?? [])].filter((other) => other !== id)
    if (twins.length >= (gates.duplicates ?? Infinity))
      throw new Rejected(`duplicates: ${twins[0]} tells the same`)
    know(id, caption)
  }
  return {
    know,
    compare,
    hear({ id, labels }, plan, description) {
      const measures = measuresOf(plan, description)
      const refusal = refusalOf(gates, measures)
      if (refusal !== undefined) throw new Rejected(refusal)
      const seen = { ...labels, ...seenLabels(plan, description, measures) }
      const other = cells.find((cell) => fits(cell, labels) !== fits(cell, seen))
      if (other)
        throw new Rejected(
          `${other.name} ${fits(other, seen) ? 'was not planned but is' : 'was planned but is not'} seen`,
        )
      compare(id, description.captions.captions.en.dense.text)
    },
  }
}
