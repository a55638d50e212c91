import { MeshStandardMaterial, type Texture } from 'three'
import { hexOf, type MaterialInput } from '#scenes'
import { surfaces } from '../surfaces/index.ts'
import { glowsByVertex } from './glow-stops.ts'
import { surfaceMaterial, type SurfaceMaterial } from '../surfaces/texture.ts'

/** A material as asked for, with every choice made that the scene left to the surface. */
export interface Finish {
  /** Parts with the same key share one material and one draw call. */
  key: string
  /** sRGB hex. */
  color: string
  /** The colour rides on the vertices, so that parts of many colours share one mesh. */
  onVertices: boolean
  material: () => SurfaceMaterial
}

const made = new Map<string, SurfaceMaterial>()

/**
 * A material for parts without an image.
 * @param stops the glow changes along the part.
 * @param isLeaf the part is made of single leaves, needles or blades.
 */
export function finishOf(
  input: MaterialInput,
  { stops, isLeaf }: { stops: boolean; isLeaf: boolean },
): Finish {
  const surface = input.surface ?? 'plain'
  const color = input.color === undefined ? surfaces[surface].color : hexOf(input.color)
  const glow = input.glow ?? 0
  const glowColor = input.glowColor === undefined ? color : hexOf(input.glowColor)
  // A glow shines in one colour; mortar keeps its own while the bricks change theirs.
  const onVertices = glow === 0 && !('bareColor' in surfaces[surface])
  const look = {
    surface,
    color: onVertices ? '#ffffff' : color,
    ...(input.roughness === undefined ? {} : { roughness: input.roughness }),
    ...(input.metalness === undefined ? {} : { metalness: input.metalness }),
    ...(input.opacity === undefined || input.opacity === 1 ? {} : { opacity: input.opacity }),
    ...(glow === 0 ? {} : { glow, emissive: glowColor }),
    ...(stops && { stops }),
    ...(isLeaf && surface === 'leaves' && { isLeaf }),
  }
  const key = JSON.stringify(look)
  return {
    key,
    color,
    onVertices,
    material: () => {
      const known = made.get(key)
      if (known) return known
      const material = surfaceMaterial(look)
      material.vertexColors = onVertices
      if (stops) glowsByVertex(material)
      material.name = key
      made.set(key, material)
      return material
    },
  }
}

const prints = new Map<string, MeshStandardMaterial>()

/**
 * A material that an image is printed on; it takes roughness and metalness from the surface, but not its grain,
 * which has UVs in metres. The material stays from clip to clip, and its program with it; the image does not.
 */
export function printedFinish(input: MaterialInput, image: Texture): Finish {
  const surface = surfaces[input.surface ?? 'plain']
  const look = {
    roughness: input.roughness ?? surface.roughness,
    metalness: input.metalness ?? surface.metalness,
  }
  const key = JSON.stringify({ image: image.name, ...look })
  return {
    key,
    color: '#ffffff',
    onVertices: false,
    material: () => {
      const material =
        prints.get(key) ?? new MeshStandardMaterial({ ...look, map: image, name: key })
      material.map = image
      prints.set(key, material)
      return material
    },
  }
}
