import { Color, type BufferGeometry, type Material } from 'three'
import { hexOf, type GlowStop } from '#scenes'

/** The glow of every vertex by its height, as RGBA, for a material that `glowsByVertex`. */
export function glowOf(geometry: BufferGeometry, stops: readonly GlowStop[]): Float32Array {
  const position = geometry.getAttribute('position')
  geometry.computeBoundingBox()
  const { min, max } = geometry.boundingBox ?? { min: { y: 0 }, max: { y: 1 } }
  const known = stops.map(({ at, color, opacity = 1 }) => {
    const { r, g, b } = new Color(hexOf(color))
    return { at, rgba: [r, g, b, opacity] }
  })
  const glow = new Float32Array(position.count * 4)
  for (let i = 0; i < position.count; i++) {
    const share = (position.getY(i) - min.y) / Math.max(max.y - min.y, 1e-6)
    const next = known.findIndex(({ at }) => at >= share)
    const above = known[next === -1 ? known.length - 1 : next]
    const below = known[Math.max(0, (next === -1 ? known.length : next) - 1)]
    const mix = above.at > below.at ? Math.min((share - below.at) / (above.at - below.at), 1) : 0
    glow.set(
      below.rgba.map((value, k) => value + (above.rgba[k] - value) * mix),
      4 * i,
    )
  }
  return glow
}

/** The colours of the vertices are the material's glow and its opacity, not its paint. */
export function glowsByVertex(material: Material): void {
  material.vertexColors = true
  material.onBeforeCompile = (shader) => {
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <color_fragment>', 'diffuseColor.a *= vColor.a;')
      .replace('#include <emissivemap_fragment>', 'totalEmissiveRadiance *= vColor.rgb;')
  }
}
