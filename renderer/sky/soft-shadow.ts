import { ShaderChunk } from 'three'

/*
 * The sun's soft shadow, for every lit pixel: three takes five samples on a disc that it turns from pixel to pixel, and
 * works out a sine and a cosine for each of them. The five lie the same in every disc, so one turn does for all; and
 * where the three farthest agree, in full light or in full shade, the two between them are not asked.
 */
const GOLDEN_ANGLE = Math.PI * (3 - Math.sqrt(5))
const FROM = 'float getShadow( sampler2DShadow'
const PHI = 'float phi = interleavedGradientNoise( gl_FragCoord.xy ) * PI2;'

const chunk = ShaderChunk.shadowmap_pars_fragment
const start = chunk.indexOf(PHI, chunk.indexOf(FROM))
const last = ') * 0.2;'
const end = chunk.indexOf(last, start) + last.length
if (start < 0 || end < start) throw new Error('three has moved its soft shadow')

ShaderChunk.shadowmap_pars_fragment = `${chunk.slice(0, start)}
  ${PHI}
  float up = cos( phi );
  float across = sin( phi );
  vec2 along = vec2( up, across ) * radius;
  vec2 aside = vec2( - across, up ) * radius;
  shadow = ( ${[2, 3, 4].map(sample).join(' + ')} );
  if ( shadow == 0.0 || shadow == 3.0 ) shadow /= 3.0;
  else shadow = ( shadow + ${[0, 1].map(sample).join(' + ')} ) * 0.2;
${chunk.slice(end)}`

/** One of five points spread evenly over a disc (Vogel's spiral). */
function sample(index: number): string {
  const r = Math.sqrt((index + 0.5) / 5)
  const [x, y] = [Math.cos, Math.sin].map((of) => (r * of(index * GOLDEN_ANGLE)).toFixed(7))
  return `texture( shadowMap, vec3( shadowCoord.xy + ${x} * along + ${y} * aside, shadowCoord.z ) )`
}
