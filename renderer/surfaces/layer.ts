/** A square grey image that wraps around at its edges: the stuff surfaces are mixed from. */
export type Layer = Float32Array

/** Shifts and scales a layer, in place, to mean 0 and standard deviation 1, so that contrast can be stated. */
export function standardise(layer: Layer): Layer {
  let sum = 0
  let squares = 0
  for (let i = 0; i < layer.length; i++) {
    const value = layer[i]
    sum += value
    squares += value * value
  }
  const mean = sum / layer.length
  const scale = 1 / Math.sqrt(squares / layer.length - mean * mean || 1)
  for (let i = 0; i < layer.length; i++) layer[i] = (layer[i] - mean) * scale
  return layer
}

/** Box blur, `radius` texels each way; height minus its blur tells ridges from hollows. */
export function blur(n: number, layer: Layer, radius: number): Layer {
  const half = new Float32Array(n * n)
  slide(n, radius, layer, half, 1, n)
  const out = new Float32Array(n * n)
  slide(n, radius, half, out, n, 1)
  return out
}

/** Moves every texel's sample point by `amount` texels times two other layers: straight things become wavy. */
export function warp(n: number, layer: Layer, by: readonly [Layer, Layer], amount: number): Layer {
  const out = new Float32Array(n * n)
  const mask = n - 1
  for (let y = 0, i = 0; y < n; y++) {
    for (let x = 0; x < n; x++, i++) {
      const u = x + by[0][i] * amount
      const v = y + by[1][i] * amount
      const x0 = Math.floor(u)
      const y0 = Math.floor(v)
      const a = (y0 & mask) * n
      const b = ((y0 + 1) & mask) * n
      const left = x0 & mask
      const right = (x0 + 1) & mask
      const low = layer[a + left] + (layer[a + right] - layer[a + left]) * (u - x0)
      const high = layer[b + left] + (layer[b + right] - layer[b + left]) * (u - x0)
      out[i] = low + (high - low) * (v - y0)
    }
  }
  return out
}

/** 0 below `from`, 1 above `to`, smooth between; from > to falls instead of rising. */
export function smoothstep(from: number, to: number, x: number): number {
  const t = Math.min(1, Math.max(0, (x - from) / (to - from)))
  return t * t * (3 - 2 * t)
}

function slide(
  n: number,
  radius: number,
  from: Layer,
  to: Layer,
  step: number,
  next: number,
): void {
  const scale = 1 / (2 * radius + 1)
  const mask = n - 1
  for (let line = 0; line < n; line++) {
    const start = line * next
    let sum = 0
    for (let k = -radius; k <= radius; k++) sum += from[start + (k & mask) * step]
    for (let k = 0; k < n; k++) {
      to[start + k * step] = sum * scale
      sum +=
        from[start + ((k + radius + 1) & mask) * step] - from[start + ((k - radius) & mask) * step]
    }
  }
}
