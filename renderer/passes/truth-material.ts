import { GLSL3, NoBlending, ShaderMaterial, type IUniform, type Side } from 'three'
import { BYTES_OF, DEPTH_CODE } from './depth-code.ts'

/** What a truth material is told of before each draw. */
export interface TruthUniforms {
  /** From the mesh's own frame (of a skinned mesh: from where its bones put it) to the picture of the frame after and before. */
  toNext: IUniform
  toBefore: IUniform
  /** Of a skinned mesh, the matrices of its bones then, laid out as three lays out its own. */
  bonesNext: IUniform
  bonesBefore: IUniform
  /** Pixels. */
  size: IUniform
  /** 1 where the shot goes on after this frame, and where it has begun before. */
  goesOn: IUniform
}

/**
 * Writes everything that is known of a surface in one draw, to four targets of 8-bit RGBA, 16-bit numbers low byte first:
 * id and depth code; normal in camera space; flow forward; flow backward, 0 where it is not valid. Depth and flow are
 * worked out in 32-bit floats and leave as the codes that are stored: targets of floats would hold no more of them and
 * take four times the time to bring home.
 */
export function truthMaterial(
  id: number,
  side: Side,
): ShaderMaterial & { uniforms: TruthUniforms } {
  const key = `${id} ${side}`
  const known = made.get(key)
  if (known) return known
  const material = truth('truth', VERTEX, SURFACE, { id: { value: id } })
  material.side = side
  made.set(key, material)
  return material
}

/** The sky lies infinitely far away: only turning and zooming moves it. Its place in the picture is the vertex itself. */
export function skyTruthMaterial(): ShaderMaterial & { uniforms: TruthUniforms } {
  return truth('truth of the sky', SKY_VERTEX, SKY, {})
}

function truth(
  name: string,
  vertexShader: string,
  fragmentShader: string,
  own: Record<string, IUniform>,
): ShaderMaterial & { uniforms: TruthUniforms } {
  const uniforms: TruthUniforms = {
    toNext: { value: null },
    toBefore: { value: null },
    bonesNext: { value: null },
    bonesBefore: { value: null },
    size: { value: null },
    goesOn: { value: null },
  }
  const material = new ShaderMaterial({
    name,
    glslVersion: GLSL3,
    uniforms: { ...uniforms, ...own },
    vertexShader,
    fragmentShader: `${TARGETS}${fragmentShader}`,
    blending: NoBlending,
    toneMapped: false,
    fog: false,
  })
  return material as unknown as ShaderMaterial & { uniforms: TruthUniforms }
}

/** Kept for the life of the page: three drops a program, and compiles it anew, when its last material goes. */
const made = new Map<string, ShaderMaterial & { uniforms: TruthUniforms }>()

const VERTEX = /* glsl */ `
  #include <common>
  #include <skinning_pars_vertex>
  uniform mat4 toNext;
  uniform mat4 toBefore;
  out float depth;
  out vec3 seenNormal;
  out vec4 next;
  out vec4 before;

  #ifdef USE_SKINNING
    uniform highp sampler2D bonesNext;
    uniform highp sampler2D bonesBefore;
    mat4 boneOf(highp sampler2D bones, float index) {
      int side = textureSize(bones, 0).x;
      int first = 4 * int(index);
      ivec2 at = ivec2(first % side, first / side);
      return mat4(
        texelFetch(bones, at, 0),
        texelFetch(bones, at + ivec2(1, 0), 0),
        texelFetch(bones, at + ivec2(2, 0), 0),
        texelFetch(bones, at + ivec2(3, 0), 0)
      );
    }
    vec4 posed(highp sampler2D bones) {
      vec4 bound = bindMatrix * vec4(position, 1.0);
      return boneOf(bones, skinIndex.x) * bound * skinWeight.x
        + boneOf(bones, skinIndex.y) * bound * skinWeight.y
        + boneOf(bones, skinIndex.z) * bound * skinWeight.z
        + boneOf(bones, skinIndex.w) * bound * skinWeight.w;
    }
  #endif

  void main() {
    #include <beginnormal_vertex>
    #include <skinbase_vertex>
    #include <skinnormal_vertex>
    #include <begin_vertex>
    #include <skinning_vertex>
    #include <project_vertex>
    depth = -mvPosition.z;
    seenNormal = normalMatrix * objectNormal;
    #ifdef USE_SKINNING
      next = toNext * posed(bonesNext);
      before = toBefore * posed(bonesBefore);
    #else
      next = toNext * vec4(position, 1.0);
      before = toBefore * vec4(position, 1.0);
    #endif
  }`

const TARGETS = /* glsl */ `
  precision highp float;
  uniform vec2 size;
  uniform vec2 goesOn;
  layout(location = 0) out vec4 surface;
  layout(location = 1) out vec4 facing;
  layout(location = 2) out vec4 forward;
  layout(location = 3) out vec4 backward;

  ${BYTES_OF}
  // Pixels to the right and down, as KITTI codes them: 64 steps a pixel about 2^15; beyond 512 pixels they are not told.
  vec4 flowTo(vec4 place, float there) {
    vec2 flow = vec2(1.0, -1.0) * ((place.xy / place.w * 0.5 + 0.5) * size - gl_FragCoord.xy);
    vec2 code = round(64.0 * flow) + 32768.0;
    bool fits = place.w > 0.0 && code == clamp(code, 1.0, 65535.0);
    return bytesOf(code * (fits ? there : 0.0));
  }

  void tellFlow(vec4 next, vec4 before) {
    forward = flowTo(next, goesOn.x);
    backward = flowTo(before, goesOn.y);
  }

  // A unit vector as a place on an octahedron unfolded to a square (Cigolle et al., JCGT 3(2), 2014), 1 to 65535 each.
  vec4 facingOf(vec3 normal) {
    vec3 n = normal / (abs(normal.x) + abs(normal.y) + abs(normal.z));
    vec2 fold = (1.0 - abs(n.yx)) * vec2(n.x < 0.0 ? -1.0 : 1.0, n.y < 0.0 ? -1.0 : 1.0);
    return bytesOf(1.0 + round(32767.0 * (1.0 + (n.z < 0.0 ? fold : n.xy))));
  }
`

const SURFACE = /* glsl */ `
  uniform float id;
  ${DEPTH_CODE}
  in float depth;
  in vec3 seenNormal;
  in vec4 next;
  in vec4 before;

  void main() {
    surface = bytesOf(vec2(id, depthCode(depth)));
    vec3 normal = normalize(gl_FrontFacing ? seenNormal : -seenNormal);
    facing = facingOf(normal);
    tellFlow(next, before);
  }`

const SKY_VERTEX = /* glsl */ `
  uniform mat4 toNext;
  uniform mat4 toBefore;
  out vec4 next;
  out vec4 before;
  void main() {
    gl_Position = vec4(position.xy, 1.0, 1.0);
    next = toNext * gl_Position;
    before = toBefore * gl_Position;
  }`

const SKY = /* glsl */ `
  in vec4 next;
  in vec4 before;
  void main() {
    surface = vec4(0.0);
    facing = vec4(0.0);
    tellFlow(next, before);
  }`
