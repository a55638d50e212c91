import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import { toI420 } from './i420.ts'

/** The finished picture: drawn to the canvas (its MSAA is the cheapest on software GL), read back once. */
export class PicturePass {
  /** The frame whose pixels are held; -1 when none. */
  frame = -1
  readonly #renderer: WebGLRenderer
  readonly #width: number
  readonly #height: number
  readonly #pixels: Uint8Array

  constructor(renderer: WebGLRenderer, width: number, height: number) {
    this.#renderer = renderer
    this.#width = width
    this.#height = height
    this.#pixels = new Uint8Array(width * height * 4)
    renderer.setPixelRatio(1)
    renderer.setSize(width, height, false)
  }

  draw(scene: Scene, camera: PerspectiveCamera, frame: number): void {
    this.#render(scene, camera)
    this.#read(this.#width, this.#height)
    this.frame = frame
  }

  /** Draws and waits for the end of it, without taking the picture home. */
  drawOnly(scene: Scene, camera: PerspectiveCamera): void {
    this.#render(scene, camera)
    this.#read(1, 1)
    this.forget()
  }

  #render(scene: Scene, camera: PerspectiveCamera): void {
    this.#renderer.setRenderTarget(null)
    this.#renderer.shadowMap.needsUpdate = true
    this.#renderer.clear()
    this.#renderer.render(scene, camera)
  }

  #read(width: number, height: number): void {
    const gl = this.#renderer.getContext()
    gl.readPixels(0, 0, width, height, gl.RGBA, gl.UNSIGNED_BYTE, this.#pixels)
  }

  /** The held pixels are of a picture that is nobody's frame. */
  forget(): void {
    this.frame = -1
  }

  i420(): Uint8Array {
    const bytes = new Uint8Array((this.#width * this.#height * 3) / 2)
    return toI420(this.#pixels, this.#width, this.#height, bytes)
  }

  /** Top row first. */
  rgba(): Uint8Array {
    const row = this.#width * 4
    const turned = new Uint8Array(this.#pixels.length)
    for (let y = 0; y < this.#height; y++)
      turned.set(this.#pixels.subarray(y * row, (y + 1) * row), (this.#height - 1 - y) * row)
    return turned
  }

  /** RGB8 sampled at the centres of a coarser grid, top row first: the same points the ids are drawn at. */
  thumbnail(width: number, height: number): Uint8Array {
    const rgb = new Uint8Array(width * height * 3)
    const columns = Int32Array.from(
      { length: width },
      (_, x) => Math.floor(((x + 0.5) / width) * this.#width) * 4,
    )
    for (let row = 0, to = 0; row < height; row++) {
      const y = this.#height - 1 - Math.floor(((row + 0.5) / height) * this.#height)
      const start = y * this.#width * 4
      for (let column = 0; column < width; column++) {
        const from = start + columns[column]
        rgb[to++] = this.#pixels[from]
        rgb[to++] = this.#pixels[from + 1]
        rgb[to++] = this.#pixels[from + 2]
      }
    }
    return rgb
  }
}
