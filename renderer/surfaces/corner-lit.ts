import type { Material } from 'three'

/**
 * Has a Lambert material work out its light at the corners of triangles instead of at every pixel: for leaves, of which
 * each has one normal and one tone, and for triangles of a pixel or two.
 *
 * llvmpipe shades all 16 pixels of a 4x4 block for each triangle that touches it (with MSAA it does not even leave out
 * what is hidden), so the leaves of a small crown shade five to nine times the pixels that they cover.
 */
export function lightAtCorners(material: Material, { isLeafy }: { isLeafy: boolean }): void {
  material.onBeforeCompile = isLeafy ? lightLeaves : lightSkin
}

interface Shaders {
  vertexShader: string
  fragmentShader: string
}

function lightLeaves(shader: Shaders): void {
  rewrite(shader, THROUGH_LEAVES)
}

function lightSkin(shader: Shaders): void {
  rewrite(
    shader,
    'lit += light.color * open * max( facing, 0.0 ) * smoothstep( 0.0, 0.12, facing );',
  )
}

/** Half of the sun goes through leaves to those behind them, less of its blue, and a fifth is scattered to all sides. */
const THROUGH_LEAVES = `lit += light.color * mix( vec3( 0.5, 0.54, 0.3 ), vec3( 1.0 ), open )
        * ( max( facing, 0.0 ) + vec3( 0.2, 0.2, 0.1 ) );`

function rewrite(shader: Shaders, sunlit: string): void {
  shader.vertexShader = replaced(shader.vertexShader, PARS, `${PARS}\n${LOOKS}`)
  shader.vertexShader = replaced(shader.vertexShader, LAST, `${LAST}\n${lightingBy(sunlit)}`)
  shader.fragmentShader = FRAGMENT
}

const PARS = '#include <shadowmap_pars_vertex>'
const LAST = '#include <shadowmap_vertex>'

function replaced(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error('three has moved the shadows in its vertex shader')
  return text.replace(from, to)
}

/** Four looks at a shadow map, on a square about the place: a corner has no neighbours to be dithered among. */
const LOOKS = `
  uniform vec3 diffuse;
  uniform vec3 emissive;
  #ifdef USE_MAP
    uniform sampler2D map;
  #endif
  varying vec3 vLit;
  #include <lights_pars_begin>
  #ifdef USE_SHADOWMAP
    #if NUM_DIR_LIGHT_SHADOWS > 0
      uniform sampler2DShadow directionalShadowMap[ NUM_DIR_LIGHT_SHADOWS ];
      float openToSun( sampler2DShadow shadows, DirectionalLightShadow shadow, vec4 place ) {
        vec3 at = place.xyz / place.w;
        at.z += shadow.shadowBias;
        vec2 rim = min( at.xy, 1.0 - at.xy );
        float inside = smoothstep( 0.0, 0.045, min( rim.x, rim.y ) );
        if ( inside == 0.0 || at.z > 1.0 ) return 1.0;
        vec2 reach = 0.7 * shadow.shadowRadius / shadow.shadowMapSize;
        float open = texture( shadows, vec3( at.xy + reach * vec2( 0.9, 0.4 ), at.z ) )
          + texture( shadows, vec3( at.xy + reach * vec2( -0.4, 0.9 ), at.z ) )
          + texture( shadows, vec3( at.xy + reach * vec2( -0.9, -0.4 ), at.z ) )
          + texture( shadows, vec3( at.xy + reach * vec2( 0.4, -0.9 ), at.z ) );
        return mix( 1.0, 0.25 * open, inside * shadow.shadowIntensity );
      }
    #endif
    #if NUM_POINT_LIGHT_SHADOWS > 0
      uniform samplerCubeShadow pointShadowMap[ NUM_POINT_LIGHT_SHADOWS ];
      float openToLamp( samplerCubeShadow shadows, PointLightShadow shadow, vec3 away ) {
        vec3 size = abs( away );
        float ahead = max( max( size.x, size.y ), size.z );
        float near = shadow.shadowCameraNear;
        float far = shadow.shadowCameraFar;
        if ( ahead > far || ahead < near ) return 1.0;
        float depth = ( far - near * far / ahead ) / ( far - near ) + shadow.shadowBias;
        return mix( 1.0, texture( shadows, vec4( away, depth ) ), shadow.shadowIntensity );
      }
    #endif
  #endif
`

/**
 * @param sunlit adds to `lit` what comes from the sun: `light`, of which `open` arrives and which is `facing` the surface.
 *   It declares nothing: a sun and a moon have it twice in one block.
 */
const lightingBy = (sunlit: string) => `
  {
    vec3 upright = normalize( transformedNormal );
    vec3 lit = ambientLightColor;
    #ifdef USE_LIGHT_PROBES
      lit += getLightProbeIrradiance( lightProbe, upright );
    #endif
    IncidentLight light;
    float open;
    float facing;
    #if NUM_DIR_LIGHTS > 0
      #pragma unroll_loop_start
      for ( int i = 0; i < NUM_DIR_LIGHTS; i ++ ) {
        getDirectionalLightInfo( directionalLights[ i ], light );
        facing = dot( upright, light.direction );
        open = 1.0;
        #if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_DIR_LIGHT_SHADOWS )
          open = openToSun( directionalShadowMap[ i ], directionalLightShadows[ i ], vDirectionalShadowCoord[ i ] );
        #endif
        ${sunlit}
      }
      #pragma unroll_loop_end
    #endif
    #if NUM_POINT_LIGHTS > 0
      #pragma unroll_loop_start
      for ( int i = 0; i < NUM_POINT_LIGHTS; i ++ ) {
        getPointLightInfo( pointLights[ i ], mvPosition.xyz, light );
        open = 1.0;
        #if defined( USE_SHADOWMAP ) && ( UNROLLED_LOOP_INDEX < NUM_POINT_LIGHT_SHADOWS )
          open = openToLamp( pointShadowMap[ i ], pointLightShadows[ i ], vPointShadowCoord[ i ].xyz );
        #endif
        lit += light.color * open * max( dot( upright, light.direction ), 0.0 );
      }
      #pragma unroll_loop_end
    #endif
    #if NUM_SPOT_LIGHTS > 0
      #pragma unroll_loop_start
      for ( int i = 0; i < NUM_SPOT_LIGHTS; i ++ ) {
        getSpotLightInfo( spotLights[ i ], mvPosition.xyz, light );
        lit += light.color * max( dot( upright, light.direction ), 0.0 );
      }
      #pragma unroll_loop_end
    #endif
    vec3 tone = diffuse;
    #ifdef USE_COLOR
      tone *= vColor.rgb;
    #endif
    #ifdef USE_MAP
      tone *= textureLod( map, vMapUv, 0.0 ).rgb;
    #endif
    vLit = lit * tone * RECIPROCAL_PI + emissive;
  }
`

const FRAGMENT = `
  #include <common>
  #include <fog_pars_fragment>
  varying vec3 vLit;
  void main() {
    vec4 diffuseColor = vec4( 1.0 );
    vec3 outgoingLight = vLit;
    #include <opaque_fragment>
    #include <tonemapping_fragment>
    #include <colorspace_fragment>
    #include <fog_fragment>
  }
`
