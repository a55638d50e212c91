import type { BufferGeometry } from 'three'

/**
 * A mesh's UVs, which are in metres, as those of an image that covers them once: centred, unstretched, and cut off evenly
 * where it is too wide or too high.
 * @param aspect width over height of the image
 */
export function printedUv(geometry: BufferGeometry, aspect: number): Float32Array {
  const uv = geometry.getAttribute('uv')
  const low = [Infinity, Infinity]
  const high = [-Infinity, -Infinity]
  for (let i = 0; i < uv.count; i++)
    [uv.getX(i), uv.getY(i)].forEach((value, k) => {
      low[k] = Math.min(low[k], value)
      high[k] = Math.max(high[k], value)
    })
  const [width, height] = [high[0] - low[0], high[1] - low[1]]
  // How many metres the whole image would cover.
  const wide = Math.max(width, height * aspect)
  const tall = wide / aspect
  const printed = new Float32Array(2 * uv.count)
  for (let i = 0; i < uv.count; i++) {
    printed[2 * i] = 0.5 + (uv.getX(i) - low[0] - width / 2) / wide
    printed[2 * i + 1] = 0.5 + (uv.getY(i) - low[1] - height / 2) / tall
  }
  return printed
}
