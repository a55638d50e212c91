/** Where one actor's visible pixels are in one frame; places in shares of the picture. */
export interface Mask {
  /** Pixels. */
  area: number
  x: number
  y: number
  left: number
  top: number
  right: number
  bottom: number
}

/** The masks of all ids in one frame, by id. */
export function masksIn(
  ids: Uint16Array,
  width: number,
  height: number,
  count: number,
): (Mask | null)[] {
  const [area, sumX, sumY] = [
    new Float64Array(count),
    new Float64Array(count),
    new Float64Array(count),
  ]
  const [left, top] = [new Float64Array(count).fill(width), new Float64Array(count).fill(height)]
  const [right, bottom] = [new Float64Array(count).fill(-1), new Float64Array(count).fill(-1)]
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const id = ids[at] as number
      area[id] = (area[id] as number) + 1
      sumX[id] = (sumX[id] as number) + x
      sumY[id] = (sumY[id] as number) + y
      if (x < (left[id] as number)) left[id] = x
      if (x > (right[id] as number)) right[id] = x
      if (y < (top[id] as number)) top[id] = y
      if (y > (bottom[id] as number)) bottom[id] = y
    }
  return Array.from(area, (pixels, id): Mask | null =>
    pixels === 0
      ? null
      : {
          area: pixels,
          x: ((sumX[id] as number) / pixels + 0.5) / width,
          y: ((sumY[id] as number) / pixels + 0.5) / height,
          left: (left[id] as number) / width,
          top: (top[id] as number) / height,
          right: ((right[id] as number) + 1) / width,
          bottom: ((bottom[id] as number) + 1) / height,
        },
  )
}
