import {
  Mesh,
  type Material,
  type Object3D,
  type RenderItem,
  type Scene,
  type WebGLRenderer,
} from 'three'

/** When a mesh is drawn: by which material of the scene, and which mesh of the scene it is. */
interface Turn {
  material: number
  mesh: number
}

const turns = new WeakMap<Object3D, Turn>()
const LAST: Turn = { material: Infinity, mesh: Infinity }

/**
 * Draws what is opaque in an order that the scene alone decides: by material, in the order in which the scene's tree
 * meets them, then from near to far. three goes by the number that a material got when it was made; ours stay in the
 * page from clip to clip, and where two faces meet at one depth the picture would tell of the clips before.
 *
 * Hidden pixels cost as much in any order: with MSAA, llvmpipe (Mesa 22.3) shades all 16 pixels of a block that a triangle
 * touches, whatever its depth test says. Depths drawn beforehand: 1.05 to 1.10 x a frame; with a `discard` as well: no less.
 *
 * To be called when all of the scene stands.
 */
export function drawInOrderOf(scene: Scene, renderer: WebGLRenderer): void {
  const ranks = new Map<Material, number>()
  let meshes = 0
  scene.traverse((object) => {
    if (!(object instanceof Mesh)) return
    const { material } = object as Mesh & { material: Material }
    const rank = ranks.get(material) ?? ranks.size
    ranks.set(material, rank)
    turns.set(object, { material: rank, mesh: meshes++ })
  })
  renderer.setOpaqueSort((a: RenderItem, b: RenderItem) => {
    const [one, other] = [turns.get(a.object) ?? LAST, turns.get(b.object) ?? LAST]
    return (
      a.renderOrder - b.renderOrder ||
      difference(one.material, other.material) ||
      a.z - b.z ||
      difference(one.mesh, other.mesh)
    )
  })
}

/** Has a copy of a mesh drawn in its turn: where two faces meet at one depth, passes show the one that the picture shows. */
export function drawInTurnOf(mesh: Object3D, copy: Object3D): void {
  turns.set(copy, turns.get(mesh) ?? LAST)
}

/** Of two that come last, too. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b
}
