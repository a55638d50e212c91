import {
  Box2,
  BufferGeometry,
  Float32BufferAttribute,
  FrontSide,
  Mesh,
  MeshDepthMaterial,
  RGBADepthPacking,
  SkinnedMesh,
  Vector2,
  Vector3,
  type DirectionalLight,
  type Object3D,
  type Scene,
  type WebGLRenderer,
} from 'three'
import type { PixelBox } from '../passes/readback.ts'
import { MARKER_LAYER, MOVER_LAYER } from './caster-layers.ts'
import type { DepthRoom, ShadowRooms } from './shadow-rooms.ts'
import { sphereAround } from './sphere-around.ts'

/**
 * The shadow map of what stands still, drawn with the clip's first frame and copied back under the movers
 * in every other one, only where they are and were: the same depths as if all were drawn each time.
 * (With the whole map cleared and copied, a frame of the demo took 277 ms on SwiftShader instead of 253.)
 *
 * three draws casters in the order of the scene's children: those that stand still come first, then a
 * marker that draws nothing and tells the moment in between, then the movers.
 */
export class KeptShadow {
  readonly #gl: WebGL2RenderingContext
  readonly #sun: DirectionalLight
  readonly #movers: Mesh[]
  readonly #size: number
  readonly #rooms: ShadowRooms
  #kept: DepthRoom | undefined
  /** Where the movers are now, and where the map holds what was drawn of them last; texels. */
  #reach: Box2
  #stale: Box2

  /** @param still meshes that neither move nor turn in the whole clip; `sun` already fitted. */
  constructor(
    renderer: WebGLRenderer,
    rooms: ShadowRooms,
    scene: Scene,
    sun: DirectionalLight,
    still: readonly [Mesh, ...Mesh[]],
    moving: readonly Mesh[],
  ) {
    this.#gl = renderer.getContext() as WebGL2RenderingContext
    this.#rooms = rooms
    this.#sun = sun
    this.#movers = moving.filter((mesh) => mesh.castShadow)
    for (const mesh of this.#movers) mesh.layers.enable(MOVER_LAYER)
    this.#size = sun.shadow.mapSize.x
    this.#reach = this.#stale = this.#whole()
    // Its material is never drawn with; one of its own would only be compiled.
    const marker = new Mesh(NOTHING, still[0].material)
    marker.castShadow = true
    marker.customDepthMaterial = DEPTH
    marker.frustumCulled = false
    marker.layers.set(MARKER_LAYER)
    marker.onBeforeShadow = () => this.#between()
    sun.shadow.camera.layers.enable(MARKER_LAYER)
    sun.shadow.camera.layers.enable(MOVER_LAYER)
    const first = new Set<Object3D>(still.map((mesh) => childOf(scene, mesh)))
    scene.add(marker)
    scene.children.sort((a, b) => rank(a) - rank(b))
    function rank(child: Object3D): number {
      return child === marker ? 1 : first.has(child) ? 0 : 2
    }
  }

  /** To be called before each draw, when everyone stands where they shall. */
  follow(): void {
    this.#reach = this.#kept ? this.#reachOfMovers() : this.#whole()
    const { map } = this.#sun.shadow
    if (!map) return
    const { x, y, width, height } = this.#renewed()
    map.scissor.set(x, y, width, height)
    map.scissorTest = true
  }

  /** Draws with every shadow drawn anew: somebody who stands still is missing. */
  aside<T>(draw: () => T): T {
    const kept = this.#kept
    this.#kept = undefined
    this.#castStill(true)
    this.follow()
    try {
      return draw()
    } finally {
      this.#drop()
      this.#kept = kept
      this.#stale = this.#whole()
      this.#castStill(kept === undefined)
      this.follow()
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
      this.#kept = this.#rooms.take(this.#size)
      this.#copy(map, this.#kept.framebuffer)
      this.#castStill(false)
    }
    this.#stale = this.#reach
    gl.bindFramebuffer(gl.FRAMEBUFFER, map)
  }

  #copy(from: WebGLFramebuffer, to: WebGLFramebuffer): void {
    const gl = this.#gl
    const { x, y, width, height } = this.#renewed()
    const box = [x, y, x + width, y + height] as const
    gl.bindFramebuffer(gl.READ_FRAMEBUFFER, from)
    gl.bindFramebuffer(gl.DRAW_FRAMEBUFFER, to)
    gl.blitFramebuffer(...box, ...box, gl.DEPTH_BUFFER_BIT, gl.NEAREST)
  }

  /** What of the map the next draw renews. */
  #renewed(): PixelBox {
    const both = this.#reach.clone().union(this.#stale)
    if (both.isEmpty()) return { x: 0, y: 0, width: 0, height: 0 }
    const { x: width, y: height } = both.getSize(new Vector2())
    return { x: both.min.x, y: both.min.y, width, height }
  }

  #whole(): Box2 {
    return new Box2(new Vector2(), new Vector2(this.#size, this.#size))
  }

  /** Around the spheres that hold the movers, whole texels and two to spare. */
  #reachOfMovers(): Box2 {
    const { camera } = this.#sun.shadow
    const reach = new Box2()
    const center = new Vector3()
    const perMetre = new Vector2(
      this.#size / (camera.right - camera.left),
      this.#size / (camera.top - camera.bottom),
    )
    for (const mesh of this.#movers) {
      const sphere = sphereAround(mesh)
      center.copy(sphere.center).applyMatrix4(camera.matrixWorldInverse)
      const at = new Vector2(center.x - camera.left, center.y - camera.bottom).multiply(perMetre)
      const half = perMetre.clone().multiplyScalar(sphere.radius).addScalar(2)
      reach.expandByPoint(at.clone().sub(half)).expandByPoint(at.add(half))
    }
    reach.min.floor()
    reach.max.ceil()
    return reach.intersect(this.#whole())
  }

  #drop(): void {
    if (this.#kept) this.#rooms.giveBack(this.#kept)
    this.#kept = undefined
  }

  /** Layer 0 holds everybody. */
  #castStill(casting: boolean): void {
    const { layers } = this.#sun.shadow.camera
    if (casting) layers.enable(0)
    else layers.disable(0)
  }
}

/** With normals: without, three compiles the material once more and draws the still mesh with that program. */
const NOTHING = new BufferGeometry()
  .setAttribute('position', new Float32BufferAttribute(new Float32Array(9), 3))
  .setAttribute('normal', new Float32BufferAttribute(new Float32Array(9), 3))

function childOf(scene: Scene, object: Object3D): Object3D {
  return object.parent === scene || !object.parent ? object : childOf(scene, object.parent)
}

/**
 * Lets casters write depth alone. three's own depth material writes a colour as well that only its older
 * shadow maps read; software GL pays for it by the pixel.
 */
export function castDepthOnly(casters: Mesh[]): void {
  for (const mesh of casters) {
    mesh.customDepthMaterial = mesh instanceof SkinnedMesh ? DEPTH_OF_SKIN : DEPTH
    if (mesh.userData['isRound']) castWithFront(mesh)
  }
}

const [DEPTH, DEPTH_OF_SKIN, DEPTH_OF_BALL] = [depthMaterial(), depthMaterial(), depthMaterial()]
// Pushed away by as much as a texel of it leans, or it would shade itself.
Object.assign(DEPTH_OF_BALL, {
  polygonOffset: true,
  polygonOffsetFactor: 2.5,
  polygonOffsetUnits: 4,
})

/**
 * Solids cast with their backs. That of a ball comes down to the floor so gently that the bias lets the sun in under
 * it, and the shadow starts a third of its size away.
 */
function castWithFront(mesh: Mesh): void {
  mesh.customDepthMaterial = DEPTH_OF_BALL
  mesh.onBeforeShadow = (_renderer, _mesh, _camera, _shadowCamera, _geometry, depthMaterial) => {
    if (depthMaterial === DEPTH_OF_BALL) depthMaterial.side = FrontSide
  }
}

function depthMaterial(): MeshDepthMaterial {
  const material = new MeshDepthMaterial({ depthPacking: RGBADepthPacking })
  material.colorWrite = false
  return material
}
