/**
 * GLSL of every pass that tells depths: 0.1 m is 1, 10 km is 65535, what is nearer or farther is told as the nearest or the
 * farthest. `capture/observe/depth-code.ts` reads it back.
 */
export const DEPTH_CODE = /* glsl */ `
  float depthCode(float depth) {
    return 1.0 + round(65534.0 * clamp(log2(depth * 10.0) / log2(1e5), 0.0, 1.0));
  }
`

/** Two numbers of 16 bits as four bytes, low byte first. */
export const BYTES_OF = /* glsl */ `
  vec4 bytesOf(vec2 number) {
    vec2 high = floor(number / 256.0);
    vec2 low = number - 256.0 * high;
    return vec4(low.x, high.x, low.y, high.y) / 255.0;
  }
`
