/** Metres that codes 1 and 65535 stand for. */
const [NEAR, FAR] = [0.1, 10_000]

/**
 * Planar metres of a 16-bit logarithmic depth code `c`: `0.1 * (10000 / 0.1) ^ ((c - 1) / 65534)`, off by less
 * than 1e-4 of the depth; 0 is the sky. The shader that writes it is in renderer/passes/depth-code.ts.
 */
export function metresOf(code: number): number {
  return code === 0 ? 0 : NEAR * (FAR / NEAR) ** ((code - 1) / 65_534)
}
