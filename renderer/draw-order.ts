import { Mesh, type Material, type RenderItem, type Scene, type WebGLRenderer } from 'three'

/**
 * Draws what is opaque in an order that the scene alone decides: by material, in the order in which the scene's tree
 * meets them, then from near to far. three goes by the number that a material got when it was made; ours stay in the
 * page from clip to clip, and where two faces meet at one depth the picture would tell of the clips before.
 *
 * To be called when all of the scene stands.
 */
export function drawInOrderOf(scene: Scene, renderer: WebGLRenderer): void {
  const ranks = new Map<Material, number>()
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return
    for (const material of [object.material as Material | Material[]].flat())
      if (!ranks.has(material)) ranks.set(material, ranks.size)
  })
  const rank = (material: Material) => ranks.get(material) ?? ranks.size
  renderer.setOpaqueSort(
    (a: RenderItem, b: RenderItem) =>
      a.groupOrder - b.groupOrder ||
      a.renderOrder - b.renderOrder ||
      rank(a.material) - rank(b.material) ||
      a.materialVariant - b.materialVariant ||
      a.z - b.z ||
      a.id - b.id,
  )
}
