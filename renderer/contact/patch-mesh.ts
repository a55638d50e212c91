import {
  BufferGeometry,
  DynamicDrawUsage,
  Mesh,
  Uint32BufferAttribute,
  Float32BufferAttribute,
} from 'three'
import { contactMaterial } from './contact-material.ts'
import type { Patch } from './patch.ts'
import { cellsOf, spread } from './spread.ts'

/** Shared by all clips: compiled once per page. */
const MATERIAL = contactMaterial()

/** Numbers a vertex. */
const SIZES = { position: 3, place: 4, body: 4, clip: 4, core: 2 }

/** Patches as one mesh. */
export class PatchMesh extends Mesh<BufferGeometry> {
  /**
   * @param vertices and @param triangles that it has room for
   */
  constructor(vertices: number, triangles: number) {
    const geometry = new BufferGeometry()
    for (const [name, size] of Object.entries(SIZES)) {
      const attribute = new Float32BufferAttribute(new Float32Array(vertices * size), size)
      geometry.setAttribute(name, attribute.setUsage(DynamicDrawUsage))
    }
    const index = new Uint32BufferAttribute(new Uint32Array(triangles * 3), 1)
    geometry.setIndex(index.setUsage(DynamicDrawUsage))
    super(geometry, MATERIAL)
    this.name = 'contact shade'
    this.frustumCulled = false
    this.matrixAutoUpdate = false
    // Before glass, flames and water.
    this.renderOrder = -1
  }

  /** Draws these patches from now on. */
  show(patches: readonly Patch[]): void {
    const { attributes, index } = this.geometry
    if (!index) return
    let [vertex, corner] = [0, 0]
    for (const patch of patches) {
      const cells = cellsOf(patch)
      spread(patch, cells, attributes, vertex)
      for (const k of cells.corners) index.setX(corner++, vertex + k)
      vertex += cells.vertices
    }
    for (const attribute of [...Object.values(attributes), index]) attribute.needsUpdate = true
    this.geometry.setDrawRange(0, corner)
  }
}
