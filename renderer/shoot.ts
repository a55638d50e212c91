import {
  Mesh,
  NeutralToneMapping,
  PerspectiveCamera,
  SRGBColorSpace,
  type DirectionalLight,
  type MeshStandardMaterial,
  type PMREMGenerator,
  type Scene,
  type Texture,
  type WebGLRenderer,
  type WebGLRenderTarget,
} from 'three'
import { poseAtFrame, type CameraTrack } from '#scenes'
import type { Puppet } from './actors/puppet.ts'
import { ContactShade } from './contact/contact-shade.ts'
import { Lamplights } from './contact/lamplight.ts'
import { drawInOrderOf } from './draw-order.ts'
import { drawFlat } from './passes/flat-pass.ts'
import { IdPass } from './passes/id-pass.ts'
import { toI420 } from './passes/i420.ts'
import { jointBytes } from './passes/joints.ts'
import { PicturePass, thumbnail, upright, type RawPicture } from './passes/picture-pass.ts'
import { Readback } from './passes/readback.ts'
import { Stances } from './passes/stances.ts'
import { Survey } from './passes/survey.ts'
import { flowBytes, halfOf, isTruthPass, normalBytes } from './passes/truth-bytes.ts'
import { TruthPass, type TruthPixels } from './passes/truth-pass.ts'
import { pictureBytes } from './picture-bytes.ts'
import type { LoadReport, Pass, Picture, StageJob, TruthPassName } from './protocol.ts'
import { ambientLight, mirrors } from './sky/ambient.ts'
import { groundLight } from './sky/ground-light.ts'
import { castDepthOnly, KeptShadow } from './sky/kept-shadow.ts'
import { LampShadows } from './sky/lamp-shadows.ts'
import { fitSun } from './sky/fit-sun.ts'
import type { ShadowRooms } from './sky/shadow-rooms.ts'
import './sky/soft-shadow.ts'
import './sky/sunlight.ts'
import { skyMap } from './sky/sky-map.ts'
import { paletteOf } from './sky/palette.ts'
import { paintSurfaces } from './surfaces/texture.ts'
import type { View } from './view.ts'

/** Passes of the first frame. */
export type Warmed = readonly [first: Pass, ...others: Pass[]]

/** One clip on the stage: everything is built, any frame can be drawn in any order. */
export class Shoot {
  readonly #renderer: WebGLRenderer
  readonly #rooms: ShadowRooms
  readonly #scene: Scene
  readonly #puppets: Map<string, Puppet>
  readonly #job: StageJob
  readonly #camera = new PerspectiveCamera(40, 1, 0.05, 4000)
  readonly #members: Mesh[][]
  readonly #readback: Readback
  readonly #picture: PicturePass
  readonly #ids: IdPass
  readonly #survey: Survey
  /** Made when it is first asked for: most clips want none. */
  #truth: { pass: TruthPass; stances: Stances } | undefined
  #environment: WebGLRenderTarget | undefined
  #sky: Texture | undefined
  #shadow: KeptShadow | undefined
  #lampShadows: LampShadows | undefined
  #contact: ContactShade | undefined
  #posed = -1
  /** Elsewhere than the shot's camera. */
  #view: View | undefined
  /** What was drawn of the present frame, on its way or home. */
  #held: Held = { frame: -1, pictures: new Map() }

  /**
   * @param prefilter made once per page: its shaders take longer to compile than to run.
   * @param rooms for shadows, made once per page.
   */
  constructor(
    renderer: WebGLRenderer,
    prefilter: PMREMGenerator,
    rooms: ShadowRooms,
    scene: Scene,
    puppets: Map<string, Puppet>,
    job: StageJob,
  ) {
    this.#renderer = renderer
    this.#rooms = rooms
    this.#scene = scene
    this.#puppets = puppets
    this.#job = job
    this.#camera.matrixAutoUpdate = false
    this.#camera.aspect = job.width / job.height
    this.#members = job.take.cast.map((member) =>
      member.solids.flatMap((id) => puppets.get(id)?.meshes ?? []),
    )
    this.#dressSky(prefilter)
    this.#pose(0)
    const { still, moving } = this.#stillAndMoving()
    this.#fitSun(still, moving)
    this.#lampShadows = new LampShadows(scene, still, moving)
    this.#contact = new ContactShade(puppets.values(), new Lamplights(scene))
    scene.add(this.#contact.group)
    drawInOrderOf(scene, renderer)
    // R3F's own defaults (ACES) would desaturate; set after its configure.
    renderer.toneMapping = NeutralToneMapping
    renderer.outputColorSpace = SRGBColorSpace
    renderer.toneMappingExposure = job.scene.world.exposure
    this.#readback = new Readback(renderer.getContext() as WebGL2RenderingContext)
    this.#picture = new PicturePass(renderer, this.#readback, job.width, job.height)
    this.#ids = new IdPass(renderer, this.#readback, this.#members)
    this.#survey = new Survey(renderer, this.#readback, this.#ids, this.#members)
  }

  /** Compiles every program and uploads every texture by drawing the first frame in these passes. */
  async warmUp([first, ...others]: Warmed): Promise<LoadReport> {
    const compiling = this.#renderer.compileAsync(this.#scene, this.#camera)
    this.#renderer.getContext().flush()
    paintSurfaces()
    await compiling
    this.#renderer.info.reset()
    const drawn = this.draw(0, first)
    const { triangles, calls } = this.#renderer.info.render
    await Promise.all([drawn, ...others.map((pass) => this.draw(0, pass))])
    const gl = this.#renderer.getContext()
    const names = gl.getExtension('WEBGL_debug_renderer_info')
    const rendererName = String(
      gl.getParameter(names ? names.UNMASKED_RENDERER_WEBGL : gl.RENDERER),
    )
    return { renderer: rendererName, triangles, drawCalls: calls }
  }

  /**
   * Everything is submitted to GL before this returns; the promise is for the pixels. The next draw may be
   * called at once.
   */
  draw(frame: number, pass: Pass): Promise<Picture> {
    this.#pose(frame)
    if (this.#held.frame !== frame) this.#held = { frame, pictures: new Map() }
    if (typeof pass !== 'string' || pass === 'floor') return this.#submit(frame, pass)
    const { pictures } = this.#held
    const picture = pictures.get(pass) ?? this.#submit(frame, pass)
    pictures.set(pass, picture)
    return picture
  }

  /** From now on pictures are drawn from there; without a view, from where the shot's camera is. */
  look(view: View | undefined): void {
    this.#view = view
    this.#posed = -1
    this.#held = { frame: -1, pictures: new Map() }
  }

  async #submit(frame: number, pass: Pass): Promise<Picture> {
    const { width, height, surveyWidth, surveyHeight } = this.#job
    const size = { frame, width, height }
    const surveySize = { frame, width: surveyWidth, height: surveyHeight }
    if (pass === 'rgb') {
      const { pixels } = await this.#picturing()
      const bytes = pictureBytes((width * height * 3) / 2)
      return { ...size, bytes: toI420(pixels, width, height, bytes) }
    }
    if (pass === 'rgba') return { ...size, bytes: upright(await this.#picturing()) }
    if (pass === 'floor') {
      this.#picture.drawOnly(this.#scene, this.#camera)
      return { ...size, bytes: new Uint8Array() }
    }
    if (pass === 'flat') {
      const context = [this.#renderer, this.#readback, this.#scene, this.#camera] as const
      const pixels = await drawFlat(...context, this.#members, size)
      return { ...size, bytes: halfOf('id', pixels, width, height) }
    }
    if (pass === 'joints') return { ...size, bytes: jointBytes(this.#job.take, this.#puppets) }
    if (isTruthPass(pass)) return { ...size, bytes: await this.#truthOf(pass, frame) }
    if (pass === 'survey') {
      const rgb = this.#picturing().then((raw) => thumbnail(raw, surveyWidth, surveyHeight))
      const bytes = await this.#survey.draw(this.#camera, surveyWidth, surveyHeight, rgb)
      return { ...surveySize, bytes }
    }
    const picture = await this.#drawWithout(pass.without, surveyWidth, surveyHeight)
    return { ...surveySize, bytes: thumbnail(picture, surveyWidth, surveyHeight) }
  }

  dispose(): void {
    this.#ids.dispose()
    this.#truth?.pass.dispose()
    this.#truth?.stances.dispose()
    this.#survey.dispose()
    this.#readback.dispose()
    this.#shadow?.dispose()
    this.#lampShadows?.dispose()
    this.#environment?.dispose()
    this.#sky?.dispose()
    this.#scene.traverse((object) => {
      if (object instanceof Mesh) object.geometry.dispose()
    })
    const sun = this.#scene.getObjectByName('sun') as DirectionalLight | undefined
    if (sun) this.#rooms.vacate(sun)
  }

  /** The finished picture of the present frame: drawn once, however many passes look at it. */
  #picturing(): Promise<RawPicture> {
    this.#held.raw ??= this.#picture.draw(this.#scene, this.#camera)
    return this.#held.raw
  }

  async #truthOf(pass: TruthPassName, frame: number): Promise<Uint8Array> {
    const { width, height } = this.#job
    if (pass === 'instance' || pass === 'depth') {
      const surface = this.#held.truth
        ? (await this.#held.truth).surface
        : await (this.#held.surface ??= this.#ids.draw(this.#camera, width, height))
      return halfOf(pass === 'depth' ? 'depth' : 'id', surface, width, height)
    }
    const truth = await (this.#held.truth ??= this.#truthing(frame))
    if (pass === 'normal') return normalBytes(truth, 8, width, height)
    if (pass === 'normal16') return normalBytes(truth, 16, width, height)
    const way = pass === 'flow_forward' ? 'forward' : 'backward'
    return flowBytes(truth, way, width, height)
  }

  #truthing(frame: number): Promise<TruthPixels> {
    if (!this.#truth) {
      const pass = new TruthPass(this.#renderer, this.#readback, this.#members, this.#job)
      const place = (other: number) => this.#place(other)
      this.#truth = { pass, stances: new Stances(pass.meshes, this.#camera, this.#track(), place) }
    }
    const { pass, stances } = this.#truth
    return pass.draw(this.#camera, stances.about(frame))
  }

  #track(): CameraTrack {
    const track = this.#job.take.cameras[this.#job.camera]
    if (!track) throw new Error(`the take has no camera number ${this.#job.camera}`)
    return track
  }

  /** Only where they would have been, which is all that anybody looks at, is drawn. */
  #drawWithout(hidden: number[], surveyWidth: number, surveyHeight: number): Promise<RawPicture> {
    const meshes = hidden.flatMap((member) => this.#members[member] ?? [])
    const place = this.#survey.placeOf(hidden, this.#camera, surveyWidth, surveyHeight)
    const scale = this.#job.height / surveyHeight
    const missing = hidden.flatMap((member) => this.#job.take.cast[member]?.solids ?? [])
    for (const mesh of meshes) mesh.visible = false
    this.#contact?.hide(new Set(missing.flatMap((id) => this.#puppets.get(id) ?? [])))
    const draw = () => this.#picture.drawPart(this.#scene, this.#camera, place, scale)
    this.#lampShadows?.renew()
    const picture = this.#shadow?.aside(draw) ?? draw()
    this.#lampShadows?.renew()
    for (const mesh of meshes) mesh.visible = true
    this.#contact?.showAll()
    return picture
  }

  #pose(frame: number): void {
    if (this.#posed === frame) return
    this.#posed = frame
    this.#place(frame)
    this.#shadow?.follow()
    this.#lampShadows?.follow()
    this.#contact?.follow()
  }

  /** Puts everybody and the camera where they are at a frame. */
  #place(frame: number): void {
    for (const puppet of this.#puppets.values()) puppet.pose(frame)
    const { track, fov } = this.#track()
    const filmed = poseAtFrame(track, frame)
    const { position, rotation } = this.#view ?? filmed
    this.#camera.position.set(...position)
    this.#camera.quaternion.set(...rotation)
    this.#camera.updateMatrix()
    this.#camera.updateMatrixWorld(true)
    this.#camera.fov = this.#view?.fov ?? (fov[Math.min(frame, fov.length - 1)] as number)
    this.#camera.updateProjectionMatrix()
    this.#scene.updateMatrixWorld()
  }

  /** The sky behind the scene, and its light (with the ground's bounce) on everything. */
  #dressSky(prefilter: PMREMGenerator): void {
    const { world } = this.#job.scene
    const ground = groundLight(this.#job.scene)
    const source = skyMap(world, ground, 256)
    this.#scene.add(ambientLight(source, paletteOf(world).sunlight))
    const mirroring: MeshStandardMaterial[] = []
    this.#scene.traverse((object) => {
      if (object instanceof Mesh && mirrors(object.material)) mirroring.push(object.material)
    })
    if (mirroring.length > 0) this.#environment = prefilter.fromEquirectangular(source)
    for (const material of mirroring) material.envMap = this.#environment?.texture ?? null
    source.dispose()
    // The GPU process filters while this page paints on.
    this.#renderer.getContext().flush()
    this.#sky = skyMap(world, ground, 960)
    this.#scene.background = this.#sky
  }

  #stillAndMoving(): { still: Mesh[]; moving: Mesh[] } {
    const puppets = [...this.#puppets.values()]
    return {
      still: puppets.flatMap(({ isStill, meshes }) => (isStill ? meshes : [])),
      moving: puppets.flatMap(({ isStill, meshes }) => (isStill ? [] : meshes)),
    }
  }

  #fitSun(still: Mesh[], moving: Mesh[]): void {
    const sun = this.#scene.getObjectByName('sun') as DirectionalLight | undefined
    if (!sun) return
    this.#rooms.furnish(sun)
    const casters = fitSun(this.#scene, sun, this.#camera, this.#job.take.frames, (frame) =>
      this.#pose(frame),
    )
    castDepthOnly(casters)
    const [first, ...more] = still
    if (!first) return
    const everyone = [[first, ...more], moving] as const
    this.#shadow = new KeptShadow(this.#renderer, this.#rooms, this.#scene, sun, ...everyone)
  }
}

interface Held {
  frame: number
  raw?: Promise<RawPicture>
  /** Ids and depths alone, or everything. */
  surface?: Promise<Uint8Array>
  truth?: Promise<TruthPixels>
  pictures: Map<Pass, Promise<Picture>>
}
