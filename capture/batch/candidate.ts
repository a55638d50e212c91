import { createHash } from 'node:crypto'
import type { Scene } from '#scenes'
import { clipId, groupId } from '../clip/clip-id.ts'
import type { ClipPlan } from '../clip/plan.ts'
import { cameraIndex, camerasAsked, type ClipOptions } from '../options.ts'
import { Rejected } from './judge.ts'
import { labelsOf } from './labels.ts'
import type { Looker } from './looker.ts'
import type { Candidate, Refused } from './planned.ts'
import type { Labels } from './quota.ts'
import type { Recipe } from './recipe.ts'
import { isOfSeed, isTemplate, shootSource, type Shooting, type Source } from './source.ts'

/** What candidates are made for, and by whom they are looked at. */
export interface Casting {
  recipe: Recipe
  looker: Looker
}

/** What a seed of a source would give, or why it gives nothing. Throws what is wrong with every seed. */
export async function candidateOf(
  source: Source,
  seed: number,
  casting: Casting,
): Promise<Candidate | Refused> {
  try {
    const made = await clipsOf(source, seed, casting)
    const told = { source: source.name, seed }
    return typeof made === 'string' ? { ...told, reason: made } : { ...told, clips: made }
  } catch (error) {
    const refused = error instanceof Rejected
    // What is wrong with a scene, or with the template itself, is so for every seed.
    if (!refused && (!isOfSeed(error) || !isTemplate(source.what))) throw error
    return { source: source.name, seed, reason: error.message, ...(refused && { stage: 'gate' }) }
  }
}

async function clipsOf(
  source: Source,
  seed: number,
  casting: Casting,
): Promise<Candidate['clips'] | string> {
  const { recipe } = casting
  const options = clipOptionsOf(recipe)
  const first = await shootSource(source, { seed, camera: onlyCamera(source) }, options)
  const group = groupId(first)
  const clipsOfPlan = async (shooting: Shooting, plan: ClipPlan) => {
    const made: Candidate['clips'] = []
    for (const camera of camerasAsked(plan.scene, source.camera ?? plan.scene.cameras[0]?.id))
      made.push(await clipOf(source, shooting, { plan: filmedBy(plan, camera), group, casting }))
    return made
  }
  const made = await clipsOfPlan({ seed }, first)
  const isNew = ({ id }: { id: string }) => made.every((other) => other.id !== id)
  for (const [pair, { vary: domains, count }] of recipe.pairs.entries())
    for (let i = 0; i < count; i++) {
      let sibling: typeof made = []
      for (let step = 0; step < SIBLING_TRIES && !sibling.some(isNew); step++) {
        const vary = { domains, seed: numberFrom(`${recipe.seed}/${seed}/${pair}/${i}/${step}`) }
        const shooting = { seed, vary, camera: onlyCamera(source) }
        sibling = await clipsOfPlan(shooting, await shootSource(source, shooting, options))
      }
      if (!sibling.some(isNew)) return `no sibling differs in ${domains.join(' or ')}`
      made.push(...sibling.filter(isNew))
    }
  return made
}

/** A choice of few may come out as it was. */
const SIBLING_TRIES = 8

async function clipOf(
  { name, hash, params }: Source,
  { seed, vary }: Shooting,
  { plan, group, casting: { recipe, looker } }: { plan: ClipPlan; group: string; casting: Casting },
): Promise<Candidate['clips'][number]> {
  const { scene, assets } = plan
  // The plan's camera is one of the scene's.
  const camera = (scene.cameras[plan.camera] as Scene['cameras'][number]).id
  return {
    id: clipId({ scene, camera, assets }),
    group,
    split: splitOf(group, recipe),
    source: name,
    hash,
    seed,
    ...(vary && { vary: { domains: [...vary.domains], seed: vary.seed } }),
    params,
    camera,
    labels: mutable(await looker.labelsOf(plan, labelsOf(plan, name))),
  }
}

/** A take holds all cameras of its scene. */
function filmedBy(plan: ClipPlan, id: string | undefined): ClipPlan {
  const camera = cameraIndex(plan.scene, id)
  return { ...plan, camera, job: { ...plan.job, camera } }
}

function mutable(labels: Labels): Candidate['clips'][number]['labels'] {
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
