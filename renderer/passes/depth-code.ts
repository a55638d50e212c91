/**
 * `float depthCode(float metres)`: 0.1 m is 1, 10 km is 65535; what is nearer or farther is told as the nearest or the
 * farthest. The logarithm is a series (2 atanh s, off by 4e-10): GL's own is off by 1.5e-4 of the depth on some software.
 */
export const DEPTH_CODE = /* glsl */ `
  float depthCode(float metres) {
    float x = clamp(10.0 * metres, 1.0, 1e5);
    int bits = floatBitsToInt(x);
    float whole = float((bits >> 23) - 127);
    float m = intBitsToFloat((bits & 0x007fffff) | 0x3f800000);
    if (m > 1.41421356) {
      m *= 0.5;
      whole += 1.0;
    }
    float s = (m - 1.0) / (m + 1.0);
    float q = s * s;
    float part = 2.0 * s * (1.0 + q * (1.0 / 3.0 + q * (0.2 + q * (1.0 / 7.0 + q / 9.0))));
    // Of ln 1e5; the powers of two by themselves, for they weigh most.
    return 1.0 + round(65534.0 * (whole * 0.060205999 + part * 0.0868588964));
  }
`
