import { ShaderChunk } from 'three'

const LOOKED_UP = 'material.dfg = texture2D( dfgLUT, vec2( material.roughness, dotNVms ) ).rg;'
if (!ShaderChunk.lights_fragment_begin.includes(LOOKED_UP))
  throw new Error('three has moved the table of its gloss')

/**
 * How much a rough surface mirrors at a slant, in closed form (Karis 2014) instead of from three's table, for every pixel
 * of every material that is not matt: software GL pays for each look at a texture.
 */
ShaderChunk.lights_fragment_begin = ShaderChunk.lights_fragment_begin.replace(
  LOOKED_UP,
  `vec4 bent = material.roughness * vec4( - 1.0, - 0.0275, - 0.572, 0.022 ) + vec4( 1.0, 0.0425, 1.04, - 0.04 );
	float straight = min( bent.x * bent.x, exp2( - 9.28 * dotNVms ) ) * bent.x + bent.y;
	material.dfg = vec2( - 1.04, 1.04 ) * straight + bent.zw;`,
)
