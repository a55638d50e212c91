import { createHash } from 'node:crypto'
import { clipId, groupId } from '../clip/clip-id.ts'
import type { ClipPlan } from '../clip/plan.ts'
import { camerasAsked, type ClipOptions } from '../options.ts'
import { labelsOf } from './labels.ts'
import type { Candidate, Refused } from './planned.ts'
import type { Recipe } from './recipe.ts'
import { isOfSeed, isTemplate, shootSource, type Shooting, type Source } from './source.ts'

/** What a seed of a source would give, or why it gives nothing. Throws what is wrong with every seed. */
export async function candidateOf(
  source: Source,
  seed: number,
  recipe: Recipe,
): Promise<Candidate | Refused> {
  try {
    const made = await clipsOf(source, seed, recipe)
    const told = { source: source.name, seed }
    return typeof made === 'string' ? { ...told, reason: made } : { ...told, clips: made }
  } catch (error) {
    // What is wrong with a scene, or with the template itself, is so for every seed.
    if (!isOfSeed(error) || !isTemplate(source.what)) throw error
    return { source: source.name, seed, reason: error.message }
  }
}

async function clipsOf(
  source: Source,
  seed: number,
  recipe: Recipe,
): Promise<Candidate['clips'] | string> {
  const options = clipOptionsOf(recipe)
  const first = await shootSource(source, { seed, camera: onlyCamera(source) }, options)
  const group = groupId(first)
  const clipsOfPlan = (shooting: Shooting, plan: ClipPlan) =>
    camerasAsked(plan.scene, source.camera ?? plan.scene.cameras[0]?.id).map((camera) =>
      clipOf(source, shooting, { plan, camera, group, recipe }),
    )
  const made = clipsOfPlan({ seed }, first)
  const isNew = ({ id }: { id: string }) => made.every((other) => other.id !== id)
  for (const [pair, { vary: domains, count }] of recipe.pairs.entries())
    for (let i = 0; i < count; i++) {
      let sibling: typeof made = []
      for (let step = 0; step < SIBLING_TRIES && !sibling.some(isNew); step++) {
        const vary = { domains, seed: numberFrom(`${recipe.seed}/${seed}/${pair}/${i}/${step}`) }
        const shooting = { seed, vary, camera: onlyCamera(source) }
        sibling = clipsOfPlan(shooting, await shootSource(source, shooting, options))
      }
      if (!sibling.some(isNew)) return `no sibling differs in ${domains.join(' or ')}`
      made.push(...sibling.filter(isNew))
    }
  return made
}

/** A choice of few may come out as it was. */
const SIBLING_TRIES = 8

function clipOf(
  source: Source,
  { seed, vary }: Shooting,
  {
    plan: { scene, take, assets, template },
    camera = '',
    group,
    recipe,
  }: { plan: ClipPlan; camera: string | undefined; group: string; recipe: Recipe },
): Candidate['clips'][number] {
  const index = scene.cameras.findIndex(({ id }) => id === camera)
  return {
    id: clipId({ scene, camera, assets }),
    group,
    split: splitOf(group, recipe),
    source: source.name,
    hash: source.hash,
    seed,
    ...(vary && { vary: { domains: [...vary.domains], seed: vary.seed } }),
    params: source.params,
    camera,
    labels: mutable(labelsOf({ scene, take, camera: index, source: source.name, template })),
  }
}

function mutable(labels: ReturnType<typeof labelsOf>): Candidate['clips'][number]['labels'] {
  return Object.fromEntries(
    Object.entries(labels).map(([name, words]) => [
      name,
      typeof words === 'string' ? words : [...words],
    ]),
  )
}

/** `all` is shot by the first camera; the others are in the take as well. */
function onlyCamera({ camera }: Source): string | undefined {
  return camera === 'all' ? undefined : camera
}

/** What a recipe changes about the clips of its sources. */
export function clipOptionsOf({ profile, size, fps, frames }: Recipe): ClipOptions {
  return { profile, size, fps, frames }
}

/** By its group alone: siblings are never divided, and other clips of the reel do not matter. */
export function splitOf(group: string, { splits, seed }: Pick<Recipe, 'splits' | 'seed'>): string {
  const at = numberFrom(`${seed}/${group}`) / 2 ** 32
  let passed = 0
  const names = Object.keys(splits)
  return names.find((name) => (passed += splits[name] ?? 0) > at) ?? (names.at(-1) as string)
}

/** 32 bits that follow from a text. */
function numberFrom(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE()
}
