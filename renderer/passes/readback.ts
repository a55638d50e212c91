/** Pixels, counted from the bottom left. */
export interface PixelBox {
  x: number
  y: number
  width: number
  height: number
}

/** Milliseconds between two looks at a fence: each asks the GPU process, and there are draws in flight anyway. */
const LONGEST_PAUSE = 8

/**
 * Brings pixels home without stalling the page: asked for now, copied by the GPU process when their turn
 * comes, taken when a fence says so. Meanwhile the page poses, submits and converts its other frames.
 */
export class Readback {
  readonly #gl: WebGL2RenderingContext
  readonly #free = new Map<number, WebGLBuffer[]>()

  constructor(gl: WebGL2RenderingContext) {
    this.#gl = gl
  }

  /**
   * RGBA, 8 bits each, of the framebuffer that is bound now.
   * @param attachment which of its several targets; without, that of the canvas or the only one
   */
  async read(
    { x, y, width, height }: PixelBox,
    into: Uint8Array,
    attachment?: number,
  ): Promise<Uint8Array> {
    const gl = this.#gl
    const buffer = this.#borrow(into.byteLength)
    if (attachment !== undefined) gl.readBuffer(gl.COLOR_ATTACHMENT0 + attachment)
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer)
    gl.readPixels(x, y, width, height, gl.RGBA, gl.UNSIGNED_BYTE, 0)
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null)
    await this.#passed()
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer)
    gl.getBufferSubData(gl.PIXEL_PACK_BUFFER, 0, into)
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null)
    this.#free.get(into.byteLength)?.push(buffer)
    return into
  }

  dispose(): void {
    for (const buffers of this.#free.values())
      for (const buffer of buffers) this.#gl.deleteBuffer(buffer)
    this.#free.clear()
  }

  #borrow(bytes: number): WebGLBuffer {
    const free = this.#free.get(bytes) ?? []
    this.#free.set(bytes, free)
    const known = free.pop()
    if (known) return known
    const gl = this.#gl
    const buffer = gl.createBuffer()
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, buffer)
    gl.bufferData(gl.PIXEL_PACK_BUFFER, bytes, gl.STREAM_READ)
    gl.bindBuffer(gl.PIXEL_PACK_BUFFER, null)
    return buffer
  }

  /** Until everything submitted so far is done. WebGL tells news of a fence only between tasks. */
  async #passed(): Promise<void> {
    const gl = this.#gl
    const fence = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0)
    gl.flush()
    let pause = 1
    try {
      for (;;) {
        if (!fence || gl.isContextLost()) throw new Error('the WebGL context was lost')
        const status = gl.clientWaitSync(fence, 0, 0)
        if (status === gl.ALREADY_SIGNALED || status === gl.CONDITION_SATISFIED) return
        if (status === gl.WAIT_FAILED) throw new Error('GL cannot wait for its own commands')
        await new Promise((resolve) => setTimeout(resolve, pause))
        pause = Math.min(2 * pause, LONGEST_PAUSE)
      }
    } finally {
      gl.deleteSync(fence)
    }
  }
}
