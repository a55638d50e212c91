import type { DirectionalLight, WebGLRenderer } from 'three'

/** Depth alone, as many texels on a side as the shadow map that it keeps for. */
export interface DepthRoom {
  readonly size: number
  readonly framebuffer: WebGLFramebuffer
  readonly depth: WebGLRenderbuffer
}

/**
 * The memory of the sun's shadows, kept by the page from clip to clip: Mesa lets go of what is deleted only when it
 * draws with the same buffers again. With rooms made anew for every clip and for every picture without somebody, the
 * GPU process of a page held between 3 and 12 of 16 MB each, by chance.
 */
export class ShadowRooms {
  readonly #gl: WebGL2RenderingContext
  #map: DirectionalLight['shadow']['map'] = null
  #free: DepthRoom[] = []

  constructor(renderer: WebGLRenderer) {
    this.#gl = renderer.getContext() as WebGL2RenderingContext
  }

  /** Lends the sun of this clip the shadow map of the last one; three makes the first. */
  furnish({ shadow }: DirectionalLight): void {
    if (this.#map) this.#map.scissorTest = false
    shadow.map = this.#map
    this.#map = null
  }

  /** Takes the map back; the light casts no more. */
  vacate({ shadow }: DirectionalLight): void {
    this.#map = shadow.map
    shadow.map = null
    shadow.dispose()
  }

  /** In the format of three's shadow maps: depth is copied between equal formats only. What it holds is undefined. */
  take(size: number): DepthRoom {
    const free = this.#free.findIndex((room) => room.size === size)
    if (free >= 0) return this.#free.splice(free, 1)[0] as DepthRoom
    const gl = this.#gl
    const [framebuffer, depth] = [gl.createFramebuffer(), gl.createRenderbuffer()]
    gl.bindRenderbuffer(gl.RENDERBUFFER, depth)
    gl.renderbufferStorage(gl.RENDERBUFFER, gl.DEPTH_COMPONENT24, size, size)
    gl.bindFramebuffer(gl.FRAMEBUFFER, framebuffer)
    gl.framebufferRenderbuffer(gl.FRAMEBUFFER, gl.DEPTH_ATTACHMENT, gl.RENDERBUFFER, depth)
    return { size, framebuffer, depth }
  }

  giveBack(room: DepthRoom): void {
    this.#free.push(room)
  }
}
