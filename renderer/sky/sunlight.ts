import { ShaderChunk } from 'three'
// The chunk that is changed here goes into leaves as it is now.
import '../surfaces/gloss.ts'

const SHADED =
  /directLight\.color \*= (\( directLight\.visible && receiveShadow \) \? getShadow\( directional.*?) : 1\.0;/
const SHADED_BY_LAMP =
  /directLight\.color \*= (\( directLight\.visible && receiveShadow \) \? getPointShadow\(.*?) : 1\.0;/
const chunk = ShaderChunk.lights_fragment_begin
if (!SHADED.test(chunk) || !SHADED_BY_LAMP.test(chunk))
  throw new Error('three has moved the shadows of sun and lamps')

/** Cosine up to which light only grazes a surface: a shadow map tells nothing there but its own grain. */
const GRAZING = '0.12'
const COSINE = 'dot( nonPerturbedNormal, directLight.direction )'

/**
 * Leaves let half of the sun through to those behind them, less of its blue, and scatter a fifth of it to all sides:
 * the shade in a crown is lit and green.
 */
export const SUN_THROUGH_LEAVES = chunk.replace(
  SHADED,
  `directLight.color *= mix(vec3(0.5, 0.54, 0.3), vec3(1.0), $1 : 1.0);
  reflectedLight.directDiffuse += vec3(0.2, 0.2, 0.1) * directLight.color * BRDF_Lambert(material.diffuseContribution);`,
)

const FADED = `directLight.color *= smoothstep( 0.0, ${GRAZING}, ${COSINE} );
  directLight.color *= ( ${COSINE} > 0.0 ) && $1 : 1.0;`

/** Nothing is asked of a shadow map where its light is behind a surface; where it grazes it, it fades in. */
ShaderChunk.lights_fragment_begin = chunk.replace(SHADED, FADED).replace(SHADED_BY_LAMP, FADED)
