import {
  Mesh,
  NeutralToneMapping,
  PerspectiveCamera,
  PMREMGenerator,
  SRGBColorSpace,
  Vector3,
  type DirectionalLight,
  type Scene,
  type Texture,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'
import { poseAtFrame } from '#scenes'
import type { Puppet } from './actors/puppet.ts'
import { IdPass } from './passes/id-pass.ts'
import { PicturePass } from './passes/picture-pass.ts'
import { Survey } from './passes/survey.ts'
import type { LoadReport, Pass, Picture, StageJob } from './protocol.ts'
import { ambientLight, mirrors } from './sky/ambient.ts'
import { groundLight } from './sky/ground-light.ts'
import { fitShadow } from './sky/shadow-frame.ts'
import { skyMap } from './sky/sky-map.ts'

/** One clip on the stage: everything is built, any frame can be drawn in any order. */
export class Shoot {
  readonly #renderer: WebGLRenderer
  readonly #scene: Scene
  readonly #puppets: Map<string, Puppet>
  readonly #job: StageJob
  readonly #camera = new PerspectiveCamera(40, 1, 0.05, 4000)
  readonly #members: Mesh[][]
  readonly #picture: PicturePass
  readonly #ids: IdPass
  readonly #survey: Survey
  readonly #environment: WebGLRenderTarget
  #sky: Texture | undefined
  #posed = -1

  constructor(renderer: WebGLRenderer, scene: Scene, puppets: Map<string, Puppet>, job: StageJob) {
    this.#renderer = renderer
    this.#scene = scene
    this.#puppets = puppets
    this.#job = job
    this.#camera.matrixAutoUpdate = false
    this.#camera.aspect = job.width / job.height
    this.#members = job.take.cast.map((member) =>
      member.solids.flatMap((id) => puppets.get(id)?.meshes ?? []),
    )
    this.#environment = this.#dressSky()
    this.#pose(0)
    this.#fitSun()
    // R3F's own defaults (ACES) would desaturate; set after its configure.
    renderer.toneMapping = NeutralToneMapping
    renderer.outputColorSpace = SRGBColorSpace
    renderer.toneMappingExposure = job.scene.world.exposure
    this.#picture = new PicturePass(renderer, job.width, job.height)
    this.#ids = new IdPass(renderer, this.#members)
    this.#survey = new Survey(renderer, this.#ids, this.#members)
  }

  /** Compiles every program and uploads every texture by drawing the first frame in every pass. */
  async warmUp(): Promise<LoadReport> {
    await this.#renderer.compileAsync(this.#scene, this.#camera)
    this.#renderer.info.reset()
    this.draw(0, 'rgb')
    const { triangles, calls } = this.#renderer.info.render
    this.draw(0, 'survey')
    const gl = this.#renderer.getContext()
    const names = gl.getExtension('WEBGL_debug_renderer_info')
    const rendererName = String(
      gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER),
    )
    return { renderer: rendererName, triangles, drawCalls: calls }
  }

  draw(frame: number, pass: Pass): Picture {
    const { width, height, surveyWidth, surveyHeight } = this.#job
    this.#pose(frame)
    if (pass === 'rgb' || pass === 'rgba') {
      this.#picture.draw(this.#scene, this.#camera, frame)
      return {
        frame,
        width,
        height,
        bytes: pass === 'rgb' ? this.#picture.i420() : this.#picture.rgba(),
      }
    }
    if (pass === 'floor') {
      this.#picture.drawOnly(this.#scene, this.#camera)
      return { frame, width, height, bytes: new Uint8Array() }
    }
    if (pass === 'instance') {
      return {
        frame,
        width,
        height,
        bytes: idBytes(this.#ids.draw(this.#camera, width, height), width, height),
      }
    }
    const size = { frame, width: surveyWidth, height: surveyHeight }
    if (pass === 'survey') {
      if (this.#picture.frame !== frame) this.#picture.draw(this.#scene, this.#camera, frame)
      const rgb = this.#picture.thumbnail(surveyWidth, surveyHeight)
      return { ...size, bytes: this.#survey.draw(this.#camera, surveyWidth, surveyHeight, rgb) }
    }
    return { ...size, bytes: this.#drawWithout(pass.without, frame) }
  }

  dispose(): void {
    this.#ids.dispose()
    this.#survey.dispose()
    this.#environment.dispose()
    this.#sky?.dispose()
    this.#scene.traverse((object) => {
      if (object instanceof Mesh) object.geometry.dispose()
    })
    const sun = this.#scene.getObjectByName('sun') as DirectionalLight | undefined
    sun?.shadow.dispose()
  }

  #drawWithout(hidden: number[], frame: number): Uint8Array {
    const meshes = hidden.flatMap((member) => this.#members[member] ?? [])
    for (const mesh of meshes) mesh.visible = false
    this.#picture.draw(this.#scene, this.#camera, frame)
    for (const mesh of meshes) mesh.visible = true
    const rgb = this.#picture.thumbnail(this.#job.surveyWidth, this.#job.surveyHeight)
    this.#picture.forget()
    return rgb
  }

  #pose(frame: number): void {
    if (this.#posed === frame) return
    this.#posed = frame
    for (const puppet of this.#puppets.values()) puppet.pose(frame)
    const track = this.#job.take.cameras[this.#job.camera]
    if (!track) throw new Error(`the take has no camera number ${this.#job.camera}`)
    const { position, rotation } = poseAtFrame(track.track, frame)
    this.#camera.position.set(...position)
    this.#camera.quaternion.set(...rotation)
    this.#camera.updateMatrix()
    this.#camera.updateMatrixWorld(true)
    this.#camera.fov = track.fov[Math.min(frame, track.fov.length - 1)] as number
    this.#camera.updateProjectionMatrix()
    this.#scene.updateMatrixWorld()
  }

  /** The sky behind the scene, and its light (with the ground's bounce) on everything. */
  #dressSky(): WebGLRenderTarget {
    const { world } = this.#job.scene
    const ground = groundLight(this.#job.scene)
    // Prefiltering costs by the pixel: 64 px faces take a ninth of what the visible sky's 192 would.
    const source = skyMap(world, ground, 256)
    const generator = new PMREMGenerator(this.#renderer)
    const environment = generator.fromEquirectangular(source)
    generator.dispose()
    this.#scene.add(ambientLight(source))
    this.#scene.traverse((object) => {
      if (object instanceof Mesh && mirrors(object.material))
        object.material.envMap = environment.texture
    })
    source.dispose()
    this.#sky = skyMap(world, ground, 768)
    this.#scene.background = this.#sky
    return environment
  }

  #fitSun(): void {
    const sun = this.#scene.getObjectByName('sun') as DirectionalLight | undefined
    if (!sun) return
    sun.target.updateMatrixWorld()
    const casters: Mesh[] = []
    this.#scene.traverse((object) => {
      if (object instanceof Mesh && object.castShadow) casters.push(object)
    })
    const track = this.#job.take.cameras[this.#job.camera]?.track
    const samples = [0, 0.25, 0.5, 0.75, 1].map((share) =>
      Math.round(share * (this.#job.take.frames - 1)),
    )
    const stops = samples.map((frame) => {
      const { position } = poseAtFrame(track as NonNullable<typeof track>, frame)
      this.#pose(frame)
      const eye = new Vector3(...position)
      const ahead = new Vector3(0, 0, -1).applyQuaternion(this.#camera.quaternion)
      return { eye, target: eye.clone().addScaledVector(ahead, this.#focusDistance(eye, ahead)) }
    })
    fitShadow(sun, casters, stops)
    this.#scene.add(sun.target)
    this.#scene.updateMatrixWorld()
  }

  /** How far away the camera looks at something: where its axis meets the ground, within reason. */
  #focusDistance(eye: Vector3, ahead: Vector3): number {
    const toGround = ahead.y < -0.02 ? eye.y / -ahead.y : Infinity
    return Math.min(Math.max(toGround, 0.3), 30)
  }
}

function idBytes(truth: Float32Array, width: number, height: number): Uint8Array {
  const ids = new Uint16Array(width * height)
  for (let row = 0; row < height; row++)
    for (let column = 0; column < width; column++)
      ids[row * width + column] = truth[((height - 1 - row) * width + column) * 4] as number
  return new Uint8Array(ids.buffer)
}
