import { cast, type Cast, type Domain, shoot, type Template } from '#scenes'
import { loadPhysics } from '#scenes/physics'
import { readAssets } from '../assets/assets.ts'

/** Which of a template's scenes is meant. */
export interface CastCall {
  seed: number
  /** Domains that draw from another seed. */
  vary?: { domains: readonly Domain[]; seed: number } | undefined
  params?: Readonly<Record<string, unknown>> | undefined
}

/** Casts a template with physics where it may need them; the assets of the scene are looked at. */
export async function castTemplate(
  template: Template,
  { seed, vary, params = {} }: CastCall,
): Promise<Cast> {
  const assets = readAssets()
  const physics = mayHoldBodies(template, params) ? await loadPhysics() : undefined
  const made = cast(template, seed, params, {
    images: assets.images,
    shoot: (scene) => shoot(scene, physics),
    ...(vary && { vary }),
  })
  assets.hashesFor(made.scene)
  return made
}

/** A key in a text may be written with escapes, as in `\u0062ody`. */
function mayHoldBodies({ texts }: Template, params: Readonly<Record<string, unknown>>): boolean {
  return [...Object.values(texts), JSON.stringify(params)].some((text) => /body|\\u/.test(text))
}
