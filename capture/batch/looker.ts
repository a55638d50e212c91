import { describe } from '../clip/truth.ts'
import { observeClip } from '../clip/observe-clip.ts'
import type { ClipPlan } from '../clip/plan.ts'
import { type Open, openFreeList } from './free-list.ts'
import { refusalOf } from './gates.ts'
import { Rejected } from './judge.ts'
import { isSeenLabel, measuresOf, seenLabels } from './labels.ts'
import { cellsOf, couldFit, type Labels } from './quota.ts'
import type { Recipe } from './recipe.ts'

/** Looks at clips that nobody has drawn yet, for what quotas ask and only looking tells. */
export interface Looker {
  /**
   * Labels with those of the finished clip, where a quota asks for one of them and the others fit it; else as they are.
   * Throws `Rejected` where a gate would not let the clip pass.
   */
  labelsOf(plan: ClipPlan, labels: Labels): Promise<Labels>
  /** Whether quotas ask for what only looking tells. */
  readonly isAsked: boolean
  /** Clips that were looked at. */
  readonly looks: number
  /** Its browsers go; they are opened again when they are needed. */
  rest(): Promise<void>
}

export interface LookerCall {
  recipe: Recipe
  /** Opens a browser, when there is something to look at. */
  open: Open
  /** Browsers that look side by side. */
  lanes: number
  signal?: AbortSignal | undefined
}

export function openLooker({ recipe, open, lanes, signal }: LookerCall): Looker {
  const asking = cellsOf(recipe.quotas, recipe.count).filter(({ where }) =>
    Object.keys(where).some(isSeenLabel),
  )
  const sessions = openFreeList(lanes, open, signal ?? new AbortController().signal)
  let looks = 0
  return {
    isAsked: asking.length > 0,
    async labelsOf(plan, labels) {
      if (!asking.some((cell) => couldFit(cell, labels, isSeenLabel))) return labels
      looks++
      const observations = await sessions.use((session) =>
        session.use(1, (crew) => observeClip(plan, crew), { signal }),
      )
      const description = describe(plan, observations)
      const measures = measuresOf(plan, description)
      const refusal = refusalOf(recipe.gates, measures)
      if (refusal !== undefined) throw new Rejected(refusal)
      return { ...labels, ...seenLabels(plan, description, measures) }
    },
    get looks() {
      return looks
    },
    rest: sessions.close,
  }
}
