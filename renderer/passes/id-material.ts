import { GLSL3, NoBlending, ShaderMaterial, type Side } from 'three'
import { BYTES_OF, DEPTH_CODE } from './depth-code.ts'

/**
 * Writes the 16-bit id and a 16-bit code of the planar depth, low byte first, with the vertex path of the picture: rigid, instanced and
 * skinned alike, since the chunks are three's own. No lights, no blending, no tone mapping, no encoding.
 */
export function idMaterial(id: number, side: Side): ShaderMaterial {
  const key = `${id} ${side}`
  const known = made.get(key)
  if (known) return known
  const material = new ShaderMaterial({
    name: 'id',
    glslVersion: GLSL3,
    uniforms: { id: { value: id } },
    vertexShader: /* glsl */ `
      #include <common>
      #include <skinning_pars_vertex>
      out float depth;
      void main() {
        #include <skinbase_vertex>
        #include <begin_vertex>
        #include <skinning_vertex>
        #include <project_vertex>
        depth = -mvPosition.z;
      }`,
    fragmentShader: /* glsl */ `
      precision highp float;
      uniform float id;
      in float depth;
      layout(location = 0) out vec4 truth;
      ${DEPTH_CODE}
      ${BYTES_OF}
      void main() {
        truth = bytesOf(vec2(id, depthCode(depth)));
      }`,
    side,
    blending: NoBlending,
    toneMapped: false,
    fog: false,
  })
  made.set(key, material)
  return material
}

/** Kept for the life of the page: three drops a program, and compiles it anew, when its last material goes. */
const made = new Map<string, ShaderMaterial>()
