import { ShaderChunk } from 'three'

/*
 * The soft shadows of the sun and of lamps, for every lit pixel: three takes five samples on a disc that it turns from
 * pixel to pixel, and works out a sine and a cosine for each of them. The five lie the same in every disc, so one turn
 * does for all; and where the three farthest agree, in full light or in full shade, the two between them are not asked.
 * (llvmpipe runs both sides of a branch. As a loop that ends there, which it could leave: 1.00 to 1.04 x a frame.)
 */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const PHI = 'float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;'
const SUN = 'float getShadow( sampler2DShadow'
const LAMP = 'float getPointShadow( samplerCubeShadow'
const LAST = { sun: ') * 0.2;', lamp: 'shadow *= 0.2;' }

/** Light that reaches a point along its own direction from a lamp; `a + b / z` is the depth of its side of the cube. */
const LAMPLIGHT = `float lampLight( samplerCubeShadow shadowMap, vec3 direction, float a, float b ) {
    vec3 size = abs( direction );
    return texture( shadowMap, vec4( direction, a + b / max( max( size.x, size.y ), size.z ) ) );
  }
  `

/** Towards the rim of the map, or a shadow would end there as if cut with a knife. */
const FADES = `vec2 rim = min( shadowCoord.xy, 1.0 - shadowCoord.xy );
  shadow = mix( 1.0, shadow, smoothstep( 0.0, 0.045, min( rim.x, rim.y ) ) );`

let chunk = ShaderChunk.shadowmap_pars_fragment
resample(SUN, LAST.sun, {
  after: FADES,
  along: 'vec2 along = vec2( up, across ) * radius;',
  aside: 'vec2 aside = vec2( - across, up ) * radius;',
  sample: (offset) => `texture( shadowMap, vec3( shadowCoord.xy + ${offset}, shadowCoord.z ) )`,
})
resample(LAMP, LAST.lamp, {
  along: 'vec3 along = ( tangent * up + bitangent * across ) * texelSize;',
  aside: 'vec3 aside = ( bitangent * up - tangent * across ) * texelSize;',
  sample: (offset) => `lampLight( shadowMap, bd3D + ${offset}, depthA, depthB )`,
})
ShaderChunk.shadowmap_pars_fragment = chunk.replace(LAMP, LAMPLIGHT + LAMP)

/** Puts our samples in the place of three's, in the function that begins so, up to and with `last`. */
function resample(from: string, last: string, { along, aside, sample, after = '' }: Disc): void {
  const start = chunk.indexOf(PHI, chunk.indexOf(from))
  const end = chunk.indexOf(last, start) + last.length
  if (!chunk.includes(from) || start < 0 || end < start)
    throw new Error('three has moved its soft shadow')
  const sum = (...points: number[]) => points.map((index) => sample(onDisc(index))).join(' + ')
  chunk = `${chunk.slice(0, start)}
  ${PHI}
  float up = cos( phi );
  float across = sin( phi );
  ${along}
  ${aside}
  shadow = ( ${sum(2, 3, 4)} );
  if ( shadow == 0.0 || shadow == 3.0 ) shadow /= 3.0;
  else shadow = ( shadow + ${sum(0, 1)} ) * 0.2;
  ${after}
${chunk.slice(end)}`
}

/** GLSL: the two radii of the disc, turned, and one look at the shadow map at an offset made of them. */
interface Disc {
  along: string
  aside: string
  sample: (offset: string) => string
  after?: string
}

/** One of five points spread evenly over a disc (Vogel's spiral). */
function onDisc(index: number): string {
  const r = Math.sqrt((index + 0.5) / 5)
  const [x, y] = [Math.cos, Math.sin].map((of) => (r * of(index * GOLDEN_ANGLE)).toFixed(7))
  return `${x} * along + ${y} * aside`
}
