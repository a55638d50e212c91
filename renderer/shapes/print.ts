import type { BufferGeometry } from 'three'

/**
 * Turns UVs in metres into those of an image that covers them once: centred, unstretched, and cut off evenly
 * where it is too wide or too high.
 * @param aspect width over height of the image
 */
export function printed(geometry: BufferGeometry, aspect: number): BufferGeometry {
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
  for (let i = 0; i < uv.count; i++)
    uv.setXY(
      i,
      0.5 + (uv.getX(i) - low[0] - width / 2) / wide,
      0.5 + (uv.getY(i) - low[1] - height / 2) / tall,
    )
  return geometry
}
