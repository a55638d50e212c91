import { WebGLRenderer } from 'three'

export interface StageCanvas {
  element: HTMLCanvasElement | OffscreenCanvas
  renderer: WebGLRenderer
  /** Throws when the GL context is gone or reports an error: a black clip must never ship. */
  assertAlive(): void
}

/** A canvas of its own; attached to the page, the compositor would draw every frame once more. */
export function openCanvas(): StageCanvas {
  // A worker has no document.
  const element =
    typeof document === 'undefined' ? new OffscreenCanvas(1, 1) : document.createElement('canvas')
  const renderer = new WebGLRenderer({
    canvas: element,
    antialias: true,
    powerPreference: 'high-performance',
  })
  renderer.shadowMap.autoUpdate = false
  renderer.autoClear = false
  renderer.info.autoReset = false
  renderer.debug.onShaderError = (gl, _program, vertex, fragment) => {
    broken = `a shader does not link: ${gl.getShaderInfoLog(vertex) ?? ''} ${gl.getShaderInfoLog(fragment) ?? ''}`
  }
  let broken: string | undefined
  element.addEventListener('webglcontextlost', () => (broken ??= 'the WebGL context was lost'))
  return {
    element,
    renderer,
    assertAlive() {
      if (renderer.getContext().isContextLost()) throw new Error('the WebGL context was lost')
      if (broken) throw new Error(broken)
    },
  }
}
