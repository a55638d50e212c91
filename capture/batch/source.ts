import {
  CastError,
  type Domain,
  FramingError,
  PhysicsError,
  type Scene,
  type Template,
} from '#scenes'
import { type ClipPlan, planClip } from '../clip/plan.ts'
import { type ClipOptions } from '../options.ts'
import { castTemplate } from '../template/cast-template.ts'
import { recordOf } from '../template/record.ts'
import type { RecipeSource } from './recipe.ts'

/** A source of a recipe, its file read. */
export interface Source extends Pick<RecipeSource, 'count' | 'params' | 'camera'> {
  name: string
  /** Its part of the clips that are not counted. */
  weight: number
  /** From which to which seed; a scene has one. */
  seeds: readonly [from: number, to: number]
  /** SHA-256 of what it says. */
  hash: string
  what: Template | Scene
}

/** Which scene of a source, through which camera. */
export interface Shooting {
  seed: number
  vary?: { domains: readonly Domain[]; seed: number } | undefined
  camera?: string | undefined
}

/** Casts and shoots: all that is known of a clip before it is drawn. */
export async function shootSource(
  { what, params }: Source,
  { seed, vary, camera }: Shooting,
  options: ClipOptions,
): Promise<ClipPlan> {
  if (!isTemplate(what)) return planClip(what, { ...options, camera })
  const made = await castTemplate(what, { seed, vary, params })
  return planClip(made.scene, { ...options, camera }, recordOf(what, made))
}

export function isTemplate(what: Template | Scene): what is Template {
  return 'texts' in what
}

/** Whether another seed may do: its draws do not come together, or not at this size. */
export function isOfSeed(error: unknown): error is Error {
  return (
    error instanceof CastError || error instanceof FramingError || error instanceof PhysicsError
  )
}
