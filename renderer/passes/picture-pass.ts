import type { PerspectiveCamera, Scene, WebGLRenderer } from 'three'
import type { Readback } from './readback.ts'
import type { Box } from './survey.ts'

/** A finished picture, 8-bit sRGB RGBA, bottom row first as WebGL reads it. */
export interface RawPicture {
  width: number
  height: number
  pixels: Uint8Array
}

/** Draws the finished picture to the canvas (its MSAA is the cheapest on software GL) and reads it once. */
export class PicturePass {
  readonly #renderer: WebGLRenderer
  readonly #readback: Readback
  readonly #width: number
  readonly #height: number

  constructor(renderer: WebGLRenderer, readback: Readback, width: number, height: number) {
    this.#renderer = renderer
    this.#readback = readback
    this.#width = width
    this.#height = height
    renderer.setPixelRatio(1)
    renderer.setSize(width, height, false)
  }

  async draw(scene: Scene, camera: PerspectiveCamera): Promise<RawPicture> {
    this.#render(scene, camera)
    const size = { width: this.#width, height: this.#height }
    const pixels = new Uint8Array(size.width * size.height * 4)
    return { ...size, pixels: await this.#readback.read({ x: 0, y: 0, ...size }, pixels) }
  }

  /**
   * Draws one part of the picture; the rest is black.
   * @param part pixels of a picture `scale` times smaller, from the top left; may leave the picture.
   */
  async drawPart(
    scene: Scene,
    camera: PerspectiveCamera,
    part: Box,
    scale: number,
  ): Promise<RawPicture> {
    // Outlines are true to about a hundredth of a thing's size.
    const margin = Math.ceil(0.05 * (part.right - part.left + part.bottom - part.top)) + 2
    const left = Math.max(0, Math.floor((part.left - margin) * scale))
    const right = Math.min(this.#width, Math.ceil((part.right + margin) * scale))
    const top = Math.max(0, Math.floor((part.top - margin) * scale))
    const bottom = Math.min(this.#height, Math.ceil((part.bottom + margin) * scale))
    this.#renderer.setRenderTarget(null)
    this.#renderer.clear()
    this.#renderer.setScissor(left, this.#height - bottom, right - left, bottom - top)
    this.#renderer.setScissorTest(true)
    const picture = this.draw(scene, camera)
    this.#renderer.setScissorTest(false)
    return picture
  }

  /** Draws and waits for the end of it, without taking the picture home. */
  drawOnly(scene: Scene, camera: PerspectiveCamera): void {
    this.#render(scene, camera)
    const gl = this.#renderer.getContext()
    gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4))
  }

  #render(scene: Scene, camera: PerspectiveCamera): void {
    this.#renderer.setRenderTarget(null)
    this.#renderer.shadowMap.needsUpdate = true
    this.#renderer.clear()
    this.#renderer.render(scene, camera)
  }
}

/** The same bytes, top row first. */
export function upright({ width, height, pixels }: RawPicture): Uint8Array {
  const row = width * 4
  const turned = new Uint8Array(pixels.length)
  for (let y = 0; y < height; y++)
    turned.set(pixels.subarray(y * row, (y + 1) * row), (height - 1 - y) * row)
  return turned
}

/** RGB8 sampled at the centres of a coarser grid, top row first: the same points the ids are drawn at. */
export function thumbnail(picture: RawPicture, width: number, height: number): Uint8Array {
  const { pixels } = picture
  const rgb = new Uint8Array(width * height * 3)
  const columns = Int32Array.from(
    { length: width },
    (_, x) => Math.floor(((x + 0.5) / width) * picture.width) * 4,
  )
  for (let row = 0, to = 0; row < height; row++) {
    const y = picture.height - 1 - Math.floor(((row + 0.5) / height) * picture.height)
    const start = y * picture.width * 4
    for (let column = 0; column < width; column++) {
      const from = start + columns[column]
      rgb[to++] = pixels[from]
      rgb[to++] = pixels[from + 1]
      rgb[to++] = pixels[from + 2]
    }
  }
  return rgb
}
