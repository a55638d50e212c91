/*
 * What maps cost on llvmpipe, 960x540, tiles on everything in the frame, best of six medians of 12 frames:
 *   no map 49 ms; albedo x1.16; normal x1.22; both x1.33; both + roughness x1.42.
 *   Anisotropy 2 instead of 1: x5.1. Nearest instead of blended mip levels: x1.15, but bands crawl over
 *   the floor when the camera moves.
 * So every painted surface wears albedo and normal, and a roughness map only where it can be seen.
 */
import * as THREE from 'three'
import { SUN_THROUGH_LEAVES } from '../sky/sunlight.ts'
import { type Baked, bake, compose, composeGain } from './bake.ts'
import { lightAtCorners } from './corner-lit.ts'
import { type SurfaceName, surfaces } from './index.ts'
import type { Surface } from './surface.ts'

interface SurfaceLook {
  surface: SurfaceName
  /** sRGB hex; absent: the surface's own colour. */
  color?: string
  roughness?: number
  metalness?: number
  opacity?: number
  /** sRGB hex of its own light; absent: its colour. */
  emissive?: string
  /** How strongly it shines of itself; 0 is not at all. */
  glow?: number
  /** Single leaves, needles or blades. */
  isLeaf?: boolean
}

export type SurfaceMaterial = THREE.MeshStandardMaterial | THREE.MeshLambertMaterial

/**
 * A material that looks like the surface, for geometry whose UVs are in metres. Its textures are shared, and blank until
 * `paintSurfaces` is called.
 */
export function surfaceMaterial(look: SurfaceLook): SurfaceMaterial {
  const surface: Surface = surfaces[look.surface]
  const color = look.color ?? surface.color
  const opacity = look.opacity ?? surface.opacity ?? 1
  const roughness = look.roughness ?? surface.roughness
  const metalness = look.metalness ?? surface.metalness
  const shared = {
    color,
    emissive: look.glow ? (look.emissive ?? color) : '#000000',
    emissiveIntensity: look.glow ?? 0,
    opacity,
    transparent: opacity < 1,
    depthWrite: opacity >= 1,
  }
  const material =
    look.isLeaf || (surface.isMatt && look.roughness === undefined && metalness === 0)
      ? new THREE.MeshLambertMaterial(shared)
      : new THREE.MeshStandardMaterial({
          ...shared,
          roughness,
          metalness,
          envMapIntensity: surface.mirror ?? 1,
        })
  if (look.surface === 'glass') reflect(material)
  if (look.isLeaf) lightAtCorners(material, { isLeafy: true })
  else if (look.surface === 'leaves') shineThrough(material)
  if (surface.paint) wear(material, surface, color, look.isLeaf)
  return material
}

/** Roughness below which a map of it can be seen at all. */
const shiny = 0.6
const baked = new Map<string, Baked>()
const textures = new Map<string, THREE.DataTexture>()
let unpainted: (() => void)[] = []

/**
 * Paints what was made since the last call. Painting takes as long as shaders take to compile, and they compile in
 * another process: ask for the shaders first, then paint.
 */
export function paintSurfaces(): void {
  const all = unpainted
  unpainted = []
  for (const paint of all) paint()
}

function bakeOnce(surface: Surface): Baked {
  const known = baked.get(surface.name)
  if (known) return known
  const maps = bake(surface)
  if (!maps) throw new Error(`${surface.name} has no paint`)
  baked.set(surface.name, maps)
  return maps
}

function wear(material: SurfaceMaterial, surface: Surface, color: string, isLeaf = false): void {
  const bareColor = surface.bareColor
  if (bareColor) {
    const composed = () => compose(bakeOnce(surface), color, bareColor)
    material.map = texture(surface, `albedo ${color}`, composed)
    material.color.setScalar(composeGain)
  } else {
    material.map = texture(surface, 'albedo', () => bakeOnce(surface).albedo)
    unpainted.push(() => {
      const [red, green, blue] = bakeOnce(surface).gain
      material.color.multiply(new THREE.Color(red, green, blue))
    })
  }
  material.map.colorSpace = THREE.SRGBColorSpace
  // A leaf takes its tone from one spot of the texture, where there is no slope.
  if (isLeaf) return
  material.normalMap = texture(surface, 'normal', () => bakeOnce(surface).normal)
  if (!surface.variesGloss || !('roughness' in material) || material.roughness >= shiny) return
  material.roughnessMap = texture(surface, 'roughness', () => bakeOnce(surface).roughness!)
  material.roughness *= 4
}

/**
 * See-through must not thin the mirror image too: what glass reflects, twice because a pane has two faces, is added
 * in full and hides what lies behind as far as it is bright; seen edge-on the veil is thicker. (The transmission of
 * MeshPhysicalMaterial draws the scene twice.)
 */
function reflect(material: THREE.Material): void {
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <opaque_fragment>',
      `float slant = 1.0 - abs(dot(normal, normalize(vViewPosition)));
      float veil = min(1.0, diffuseColor.a * (1.0 + 3.0 * slant * slant * slant));
      vec3 mirrored = 2.0 * totalSpecular;
      float shine = max(max(mirrored.r, mirrored.g), mirrored.b);
      diffuseColor.a = max(veil, min(shine, 1.0));
      outgoingLight = ((totalDiffuse + totalEmissiveRadiance) * veil + mirrored) / diffuseColor.a;
      #include <opaque_fragment>`,
    )
  }
}

function shineThrough(material: THREE.Material): void {
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader.replace(
      '#include <lights_fragment_begin>',
      SUN_THROUGH_LEAVES,
    )
  }
}

function texture(surface: Surface, map: string, bytes: () => Uint8Array): THREE.DataTexture {
  const key = `${surface.name} ${map}`
  const known = textures.get(key)
  if (known) return known
  const made = new THREE.DataTexture(null, surface.resolution, surface.resolution)
  made.name = key
  made.wrapS = made.wrapT = THREE.RepeatWrapping
  made.repeat.set(1 / surface.size[0], 1 / surface.size[1])
  made.magFilter = THREE.LinearFilter
  made.minFilter = THREE.LinearMipmapLinearFilter
  made.generateMipmaps = true
  made.anisotropy = 1
  unpainted.push(() => {
    made.image.data = bytes()
    made.needsUpdate = true
  })
  textures.set(key, made)
  return made
}
