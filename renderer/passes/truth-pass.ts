import {
  BufferGeometry,
  Float32BufferAttribute,
  Group,
  Matrix4,
  Mesh,
  NearestFilter,
  Vector2,
  WebGLRenderTarget,
  type Material,
  type PerspectiveCamera,
  type WebGLRenderer,
} from 'three'
import type { Readback } from './readback.ts'
import type { Stance } from './stance.ts'
import type { Moment } from './stances.ts'
import { skyTruthMaterial, truthMaterial, type TruthUniforms } from './truth-material.ts'
import { isSolid, twin } from './twin.ts'

/** The four targets of one frame, RGBA 8 bits each, bottom row first; see truth-material.ts. */
export interface TruthPixels {
  surface: Uint8Array
  facing: Uint8Array
  forward: Uint8Array
  backward: Uint8Array
}

/**
 * Everything that is known of what a frame shows, in one draw: twins of the picture's meshes that share geometry,
 * skeleton and world matrix with them.
 */
export class TruthPass {
  /** The picture's meshes that have a twin, in the order of the stances. */
  readonly meshes: readonly Mesh[]
  readonly #renderer: WebGLRenderer
  readonly #readback: Readback
  readonly #target: WebGLRenderTarget
  readonly #all = new Group()
  readonly #size: Vector2
  #moment: Moment | undefined

  /** @param members meshes of each member of the cast, in cast order */
  constructor(
    renderer: WebGLRenderer,
    readback: Readback,
    members: readonly Mesh[][],
    { width, height }: { width: number; height: number },
  ) {
    this.#renderer = renderer
    this.#readback = readback
    this.#size = new Vector2(width, height)
    this.#target = new WebGLRenderTarget(width, height, {
      count: 4,
      minFilter: NearestFilter,
      magFilter: NearestFilter,
    })
    const meshes: Mesh[] = []
    this.#all.matrixWorldAutoUpdate = false
    members.forEach((own, member) => {
      for (const mesh of own) {
        const { side } = mesh.material as Material
        if (!isSolid(mesh.material as Material)) continue
        const material = truthMaterial(member + 1, side)
        const copy = twin(mesh, material)
        const index = meshes.push(mesh) - 1
        copy.onBeforeRender = () => {
          this.#tell(material.uniforms, index)
          material.uniformsNeedUpdate = true
        }
        this.#all.add(copy)
      }
    })
    this.meshes = meshes
    this.#all.add(this.#sky())
  }

  /** Everybody stands as `now` says. */
  async draw(camera: PerspectiveCamera, moment: Moment): Promise<TruthPixels> {
    this.#moment = moment
    this.#renderer.setRenderTarget(this.#target)
    this.#renderer.setClearColor(0, 0)
    this.#renderer.clear()
    this.#renderer.render(this.#all, camera)
    const { x: width, y: height } = this.#size
    const reads = [0, 1, 2, 3].map((attachment) =>
      this.#readback.read(
        { x: 0, y: 0, width, height },
        new Uint8Array(width * height * 4),
        attachment,
      ),
    )
    this.#renderer.setRenderTarget(null)
    const [surface, facing, forward, backward] = (await Promise.all(reads)) as [
      Uint8Array,
      Uint8Array,
      Uint8Array,
      Uint8Array,
    ]
    return { surface, facing, forward, backward }
  }

  dispose(): void {
    this.#target.dispose()
  }

  #tell(uniforms: TruthUniforms, mesh: number): void {
    const { now, next = now, before = now } = this.#moment as Moment
    const to = ({ picture, worlds }: Stance) =>
      new Matrix4().multiplyMatrices(picture, worlds[mesh] as Matrix4)
    uniforms.toNext.value = to(next)
    uniforms.toBefore.value = to(before)
    uniforms.bonesNext.value = next.bones.get(mesh) ?? null
    uniforms.bonesBefore.value = before.bones.get(mesh) ?? null
    this.#tellAll(uniforms)
  }

  #tellAll(uniforms: TruthUniforms): void {
    const { next, before } = this.#moment as Moment
    uniforms.size.value = this.#size
    uniforms.goesOn.value = new Vector2(next ? 1 : 0, before ? 1 : 0)
  }

  /** Behind everything, so that it is drawn last and only where nothing stands. */
  #sky(): Mesh {
    const corners = new Float32BufferAttribute([-1, -1, 0, 3, -1, 0, -1, 3, 0], 3)
    const material = skyTruthMaterial()
    const sky = new Mesh(new BufferGeometry().setAttribute('position', corners), material)
    sky.frustumCulled = false
    sky.renderOrder = 1
    sky.onBeforeRender = () => {
      const { now, next = now, before = now } = this.#moment as Moment
      const back = now.heavens.clone().invert()
      material.uniforms.toNext.value = new Matrix4().multiplyMatrices(next.heavens, back)
      material.uniforms.toBefore.value = new Matrix4().multiplyMatrices(before.heavens, back)
      this.#tellAll(material.uniforms)
      material.uniformsNeedUpdate = true
    }
    return sky
  }
}
