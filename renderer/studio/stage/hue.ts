/** The colour of who has an id, 1 + index in the cast: neighbours are far apart on the wheel. */
export function hueOfId(id: number): [number, number, number] {
  return hueOf(id * 137.508, 0.62, 0.95)
}

export function colorOfId(id: number): string {
  return `rgb(${hueOfId(id).join(' ')})`
}

/** A colour from hue in degrees, saturation and value; 0..255. */
export function hueOf(
  degrees: number,
  saturation: number,
  value: number,
): [number, number, number] {
  const sector = (((degrees % 360) + 360) % 360) / 60
  const channel = (offset: number) => {
    const k = (offset + sector) % 6
    return Math.round(255 * (value - value * saturation * Math.max(0, Math.min(k, 4 - k, 1))))
  }
  return [channel(5), channel(3), channel(1)]
}
