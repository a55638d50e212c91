import {
  Group,
  NearestFilter,
  WebGLRenderTarget,
  type Material,
  type Mesh,
  type PerspectiveCamera,
  type WebGLRenderer,
} from 'three'
import { idMaterial } from './id-material.ts'
import type { Readback } from './readback.ts'
import { isSolid, twin } from './twin.ts'

/**
 * Twins of the picture's meshes, one group per member of the cast, that share geometry, skeleton and
 * world matrix with them and carry the member's id. Drawn without lights, so it costs next to nothing.
 */
export class IdPass {
  readonly members: Group[]
  readonly #renderer: WebGLRenderer
  readonly #readback: Readback
  readonly #all = new Group()
  readonly #targets = new Map<string, WebGLRenderTarget>()

  /** @param members meshes of each member of the cast, in cast order. */
  constructor(renderer: WebGLRenderer, readback: Readback, members: Mesh[][]) {
    this.#renderer = renderer
    this.#readback = readback
    this.members = members.map((meshes, index) => {
      const group = new Group()
      group.matrixWorldAutoUpdate = false
      for (const mesh of meshes) {
        const material = mesh.material as Material
        if (isSolid(material)) group.add(twin(mesh, idMaterial(index + 1, material.side)))
      }
      return group
    })
    this.#all.matrixWorldAutoUpdate = false
    this.#all.add(...this.members)
  }

  /** Draws everyone: four bytes a pixel, id (0 = sky) and code of planar depth, low bytes first; bottom row first. */
  draw(camera: PerspectiveCamera, width: number, height: number): Promise<Uint8Array> {
    this.#renderer.setRenderTarget(this.#target(width, height))
    this.#renderer.setClearColor(0, 0)
    this.#renderer.clear()
    this.#renderer.render(this.#all, camera)
    const bytes = new Uint8Array(width * height * 4)
    const read = this.#readback.read({ x: 0, y: 0, width, height }, bytes)
    this.#renderer.setRenderTarget(null)
    return read
  }

  /**
   * Draws one member alone into a part of a shared target, which stays bound: llvmpipe finishes all it has
   * of a target whenever another is bound (21 members of the demo: 30 ms that way; a whole survey takes
   * 20 ms this way, and no less with one mesh for all that moves as one instead of one per material).
   * @param tile which piece of the picture lands where.
   */
  drawAlone(
    member: number,
    camera: PerspectiveCamera,
    target: WebGLRenderTarget,
    tile: Tile,
  ): void {
    const { x, y, width, height, fromX, fromY, pictureWidth, pictureHeight } = tile
    target.viewport.set(x - fromX, y - fromY, pictureWidth, pictureHeight)
    target.scissor.set(x, y, width, height)
    target.scissorTest = true
    this.#renderer.setRenderTarget(target)
    this.#renderer.render(this.members[member] as Group, camera)
  }

  dispose(): void {
    for (const target of this.#targets.values()) target.dispose()
  }

  #target(width: number, height: number): WebGLRenderTarget {
    const key = `${width}x${height}`
    const known = this.#targets.get(key)
    if (known) return known
    const target = new WebGLRenderTarget(width, height, {
      minFilter: NearestFilter,
      magFilter: NearestFilter,
    })
    this.#targets.set(key, target)
    return target
  }
}

/** Where in a shared target a piece of the picture is drawn; pixels, rows from the bottom. */
export interface Tile {
  x: number
  y: number
  width: number
  height: number
  fromX: number
  fromY: number
  pictureWidth: number
  pictureHeight: number
}
