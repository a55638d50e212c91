/**
 * Runs in the page, as text: tsx and bundlers add helpers to functions, and those do not exist there.
 * It draws a triangle with a known colour, reads it back, tries a float target, and then looks twice,
 * because a headless shell on llvmpipe draws well and loses its context a moment later.
 */
export const probePage = String.raw`(async () => {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const gl = canvas.getContext('webgl2', { antialias: false, preserveDrawingBuffer: true })
  if (!gl) return { reason: 'gives no WebGL2 context' }
  const info = gl.getExtension('WEBGL_debug_renderer_info')
  const renderer = String(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER))
  const fail = (reason) => ({ renderer, reason })

  const shader = (type, source) => {
    const made = gl.createShader(type)
    gl.shaderSource(made, '#version 300 es\nprecision highp float;\n' + source)
    gl.compileShader(made)
    return made
  }
  const program = gl.createProgram()
  gl.attachShader(program, shader(gl.VERTEX_SHADER, 'in vec2 at; out vec2 uv; void main() { uv = at * 0.5 + 0.5; gl_Position = vec4(at, 0.0, 1.0); }'))
  gl.attachShader(program, shader(gl.FRAGMENT_SHADER, 'in vec2 uv; uniform float red; out vec4 colour; void main() { colour = vec4(red, uv.x, uv.y, 1.0); }'))
  gl.linkProgram(program)
  if (!gl.getProgramParameter(program, gl.LINK_STATUS)) return fail('cannot link a simple shader: ' + gl.getProgramInfoLog(program))
  gl.useProgram(program)
  gl.uniform1f(gl.getUniformLocation(program, 'red'), 0.8)
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer())
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1, -1, 1, -1, -1, 1]), gl.STATIC_DRAW)
  const at = gl.getAttribLocation(program, 'at')
  gl.enableVertexAttribArray(at)
  gl.vertexAttribPointer(at, 2, gl.FLOAT, false, 0, 0)

  const draw = () => {
    gl.viewport(0, 0, 64, 64)
    gl.clearColor(0, 0, 0.4, 1)
    gl.clear(gl.COLOR_BUFFER_BIT)
    gl.drawArrays(gl.TRIANGLES, 0, 3)
  }
  const wanted = [[8, 8, [204, 34, 34]], [40, 8, [204, 161, 34]], [8, 40, [204, 34, 161]], [56, 56, [0, 0, 102]]]
  const wrongPixel = () => {
    draw()
    const pixel = new Uint8Array(4)
    for (const [x, y, want] of wanted) {
      gl.readPixels(x, y, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, pixel)
      if (want.some((value, i) => Math.abs(value - pixel[i]) > 2)) {
        return 'draws a wrong triangle: pixel ' + x + ',' + y + ' is ' + pixel.slice(0, 3) + ', not ' + want
      }
    }
  }
  const first = wrongPixel()
  if (first) return fail(first)

  if (!gl.getExtension('EXT_color_buffer_float')) return fail('cannot draw into float textures (EXT_color_buffer_float)')
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture())
  gl.texStorage2D(gl.TEXTURE_2D, 1, gl.RGBA32F, 64, 64)
  gl.bindFramebuffer(gl.FRAMEBUFFER, gl.createFramebuffer())
  gl.framebufferTexture2D(gl.FRAMEBUFFER, gl.COLOR_ATTACHMENT0, gl.TEXTURE_2D, gl.getParameter(gl.TEXTURE_BINDING_2D), 0)
  gl.uniform1f(gl.getUniformLocation(program, 'red'), 1234.5)
  draw()
  const numbers = new Float32Array(4)
  gl.readPixels(8, 8, 1, 1, gl.RGBA, gl.FLOAT, numbers)
  if (numbers[0] !== 1234.5) return fail('draws ' + numbers[0] + ' into a float texture where 1234.5 was drawn')
  gl.bindFramebuffer(gl.FRAMEBUFFER, null)
  gl.uniform1f(gl.getUniformLocation(program, 'red'), 0.8)

  await new Promise((done) => setTimeout(done, 100))
  if (gl.isContextLost()) return fail('lost its GL context')
  const second = wrongPixel()
  if (second) return fail(second)
  if (gl.isContextLost()) return fail('lost its GL context')
  const error = gl.getError()
  return error === gl.NO_ERROR ? { renderer } : fail('reports GL error ' + error)
})()`
