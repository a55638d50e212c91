import {
  BufferGeometry,
  Float32BufferAttribute,
  Mesh,
  MeshDepthMaterial,
  RGBADepthPacking,
  SkinnedMesh,
  type DirectionalLight,
  type Object3D,
  type Scene,
  type WebGLRenderer,
} from 'three'

/** A layer that only the shadow camera sees. */
const SHADOW_LAYER = 1

/**
 * The shadow map of what stands still, drawn with the clip's first frame and copied back under the movers
 * in every other one: the same depths as if all were drawn each time.
 *
 * three draws casters in the order of the scene's children: those that stand still come first, then a
 * marker that draws nothing and tells the moment in between, then the movers.
 */
export class KeptShadow {
  readonly #gl: WebGL2RenderingContext
  readonly #still: Mesh[]
  readonly #size: number
  #kept: { framebuffer: WebGLFramebuffer; depth: WebGLRenderbuffer } | undefined

  /** @param still meshes that neither move nor turn in the whole clip; `sun` already fitted. */
  constructor(
    renderer: WebGLRenderer,
    scene: Scene,
    sun: DirectionalLight,
    still: [Mesh, ...Mesh[]],
  ) {
    this.#gl = renderer.getContext() as WebGL2RenderingContext
    this.#still = still.filter((mesh) => mesh.castShadow)
    this.#size = sun.shadow.mapSize.x
    // Its material is never drawn with; one of its own would only be compiled.
    const marker = new Mesh(NOTHING, still[0].material)
    marker.castShadow = true
    marker.customDepthMaterial = DEPTH
    marker.frustumCulled = false
    marker.layers.set(SHADOW_LAYER)
    marker.onBeforeShadow = () => this.#between()
    sun.shadow.camera.layers.enable(SHADOW_LAYER)
    const first = new Set<Object3D>(this.#still.map((mesh) => childOf(scene, mesh)))
    scene.add(marker)
    scene.children.sort((a, b) => rank(a) - rank(b))
    function rank(child: Object3D): number {
      return child === marker ? 1 : first.has(child) ? 0 : 2
    }
  }

  /** Draws with every shadow drawn anew: somebody who stands still is missing. */
  aside<T>(draw: () => T): T {
    const kept = this.#kept
    this.#kept = undefined
    this.#setCasting(true)
    try {
      return draw()
    } finally {
      this.#drop()
      this.#kept = kept
      this.#setCasting(kept === undefined)
    }
  }

  dispose(): void {
    this.#drop()
  }

  /** The stills are drawn, the movers not yet; the shadow map is bound. */
  #between(): void {
    const gl = this.#gl
    const map = gl.getParameter(gl.DRAW_FRAMEBUFFER_BINDING) as WebGLFramebuffer
    if (this.#kept) this.#copy(this.#kept.framebuffer, map)
    else {
      this.#kept = this.#makeRoom()
      this.#copy(map, this.#kept.framebuffer)
      this.#setCasting(false)
    }
    gl.bindFramebuffer(gl.FRAMEBUFFER, map)
  }

  #copy(from: WebGLFramebuffer, to: WebGLFramebuffer): void {
    const gl = this.#gl
    const n = this.#size
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from)
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, to)
    gl.blitFramebuffer(0, 0, n, n, 0, 0, n, n, gl.DEPTH_BUFFER_BIT, gl.NEAREST)
  }

  /** In the format of three's shadow maps: depth is copied between equal formats only. */
  #makeRoom() {
    const gl = this.#gl
    const [framebuffer, depth] = [gl.createFramebuffer(), gl.createRenderbuffer()]
    gl.bindRenderbuffer(gl.RENDERBUFFER, depth)
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH_COMPONENT24, this.#size, this.#size)
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.RENDERBUFFER, depth)
    return { framebuffer, depth }
  }

  #drop(): void {
    if (!this.#kept) return
    this.#gl.deleteFramebuffer(this.#kept.framebuffer)
    this.#gl.deleteRenderbuffer(this.#kept.depth)
    this.#kept = undefined
  }

  #setCasting(casting: boolean): void {
    for (const mesh of this.#still) mesh.castShadow = casting
  }
}

const NOTHING = new BufferGeometry().setAttribute(
  'position',
  new Float32BufferAttribute(new Float32Array(9), 3),
)

function childOf(scene: Scene, object: Object3D): Object3D {
  return object.parent === scene || !object.parent ? object : childOf(scene, object.parent)
}

/**
 * Lets casters write depth alone. three's own depth material writes a colour as well that only its older
 * shadow maps read; software GL pays for it by the pixel.
 */
export function castDepthOnly(casters: Mesh[]): void {
  for (const mesh of casters)
    mesh.customDepthMaterial = mesh instanceof SkinnedMesh ? DEPTH_OF_SKIN : DEPTH
}

const [DEPTH, DEPTH_OF_SKIN] = [depthMaterial(), depthMaterial()]

function depthMaterial(): MeshDepthMaterial {
  const material = new MeshDepthMaterial({ depthPacking: RGBADepthPacking })
  material.colorWrite = false
  return material
}
