import {
  CustomBlending,
  ShaderMaterial,
  SrcColorFactor,
  UniformsLib,
  UniformsUtils,
  ZeroFactor,
  OneFactor,
} from 'three'

/**
 * Multiplies the picture by the share of the sky that a place on a plane still sees. A half plane at height h
 * whose edge is x metres away covers F(x, h) = (1 - x / sqrt(x^2 + h^2)) / 2 of the cosine-weighted sky, so a
 * strip covers the difference of two, and a rectangle about the product of two strips. A sphere covers
 * r^2 h / d^3, seen whole. Along the rim of a foot lies a narrow dark line besides.
 */
export function contactMaterial(): ShaderMaterial {
  return new ShaderMaterial({
    name: 'contact shade',
    uniforms: UniformsUtils.clone(UniformsLib.fog),
    fog: true,
    transparent: true,
    depthWrite: false,
    toneMapped: false,
    polygonOffset: true,
    polygonOffsetFactor: -1,
    polygonOffsetUnits: -4,
    blending: CustomBlending,
    blendSrc: ZeroFactor,
    blendDst: SrcColorFactor,
    blendSrcAlpha: ZeroFactor,
    blendDstAlpha: OneFactor,
    vertexShader: /* glsl */ `
      attribute vec4 place;
      attribute vec4 body;
      attribute vec4 clip;
      attribute vec2 core;
      varying vec4 vPlace;
      varying vec4 vBody;
      varying vec4 vClip;
      varying vec2 vCore;
      varying float vFogDepth;
      void main() {
        vPlace = place;
        vBody = body;
        vClip = clip;
        vCore = core;
        vec4 seen = viewMatrix * vec4(position, 1.0);
        vFogDepth = -seen.z;
        gl_Position = projectionMatrix * seen;
      }`,
    fragmentShader: /* glsl */ `
      // From the middle (x, z) and half sizes of the underside, metres.
      varying vec4 vPlace;
      // Gap, height, form (0 box, 1 round, 2 ball), reach.
      varying vec4 vBody;
      // Place on the face (-1..1), 1 where the face is round, strength.
      varying vec4 vClip;
      // Width of the dark line at the rim, metres, and its strength; 0 and 0 on walls.
      varying vec2 vCore;
      varying float vFogDepth;
      uniform float fogDensity;

      float halfPlane(float x, float h) { return 0.5 - 0.5 * x / sqrt(x * x + h * h); }
      float strip(float x, float a, float gap, float tall) {
        return halfPlane(x - a, x > a ? tall : gap) - halfPlane(x + a, gap);
      }
      void main() {
        vec2 at = abs(vClip.xy);
        if (vClip.z > 0.5 ? dot(at, at) > 1.0 : max(at.x, at.y) > 1.0) discard;
        vec2 p = abs(vPlace.xy);
        vec2 size = vPlace.zw;
        // A wall's shade on another is drawn a hair before that wall as well, and so is that one's on this.
        vec2 within = size - p;
        float share = 1.0;
        if (vCore.x == 0.0 && min(within.x, within.y) > 0.0) {
          share = 0.5;
          if (within.x < within.y) p.x = size.x; else p.y = size.y;
        }
        // Nothing is seen of a hard edge: undersides are round at the rim.
        float gap = max(vBody.x, 0.3 * min(size.x, size.y));
        float tall = max(vBody.y, gap);
        float cover, away, rim;
        if (vBody.z > 1.5) {
          float h = gap + size.x;
          float d2 = dot(p, p) + h * h;
          cover = size.x * size.x * h / (d2 * sqrt(d2));
          away = max(length(p) - size.x, 0.0);
          rim = length(p);
        } else if (vBody.z > 0.5) {
          float mean = 0.5 * (size.x + size.y);
          float r = length(p / size) * mean;
          cover = strip(r, mean, gap, min(tall, 3.0 * mean)) * strip(0.0, mean, gap, tall);
          rim = away = max(r - mean, 0.0);
        } else {
          // Off one side, the ends of that side grow soft.
          vec2 off = max(p - size, 0.0);
          vec2 gaps = max(vec2(gap), off.yx);
          vec2 talls = max(gaps, min(vec2(tall), 3.0 * size.yx));
          cover = strip(p.x, size.x, gaps.x, talls.x) * strip(p.y, size.y, gaps.y, talls.y);
          rim = away = length(off);
        }
        // Darker and wider than in truth: eyes look for it under a ball, and under whatever hangs.
        float hangs = vCore.x == 0.0 ? 0.0 : clamp(10.0 * vBody.x, 0.0, 1.0);
        cover = pow(max(cover, 0.0), mix(vBody.z > 1.5 ? 0.85 : 1.0, 0.5, hangs));
        float fade = clamp(1.0 - away / vBody.w, 0.0, 1.0);
        float shade = share * vClip.w * cover * fade * fade * (3.0 - 2.0 * fade);
        rim *= rim / max(vCore.x * vCore.x, 1e-9);
        shade = 1.0 - (1.0 - shade) * (1.0 - fade * vCore.y / (1.0 + rim * rim));
        #ifdef USE_FOG
        shade *= exp(-fogDensity * fogDensity * vFogDepth * vFogDepth);
        #endif
        // The picture is in sRGB by now, where a half is darker than half of the light: as dark as it is painted.
        gl_FragColor = vec4(vec3(1.0 - shade), 1.0);
      }`,
  })
}
