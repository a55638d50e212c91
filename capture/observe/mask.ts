/** A member's pixels inside a window of the picture, and what lies around them. */
export interface Mask {
  /** The window: its left, top, width and height in survey pixels. */
  left: number
  top: number
  width: number
  height: number
  /** Per pixel of the window: 2 well inside the mask, 1 in it, 0 elsewhere, 3 in the ring around it. */
  zones: Uint8Array
}

/** `[left, top, right, bottom]`, right and bottom exclusive. */
export type Box = [number, number, number, number]

/** Ring around a mask, pixels. */
export const ringWidth = 4

interface Ids {
  width: number
  height: number
  ids: Uint16Array
}

/** Sorts the pixels around a box into inside, edge, ring and rest; a handful of passes over the window. */
export function maskOf({ width, height, ids }: Ids, id: number, box: Box): Mask {
  const [left, top] = [Math.max(0, box[0] - ringWidth), Math.max(0, box[1] - ringWidth)]
  const w = Math.min(width, box[2] + ringWidth) - left
  const h = Math.min(height, box[3] + ringWidth) - top
  const zones = new Uint8Array(w * h)

  for (let y = 0; y < h; y++) {
    const row = (top + y) * width + left
    for (let x = 0; x < w; x++) {
      if (ids[row + x] !== id) continue
      const at = row + x
      const [gx, gy] = [left + x, top + y]
      // Beyond the picture's edge it goes on, for all we know.
      const isInside =
        (gx === 0 || ids[at - 1] === id) &&
        (gx === width - 1 || ids[at + 1] === id) &&
        (gy === 0 || ids[at - width] === id) &&
        (gy === height - 1 || ids[at + width] === id)
      zones[y * w + x] = isInside ? 2 : 1
    }
  }
  markRing(zones, w, h)
  return { left, top, width: w, height: h, zones }
}

/** Marks what is at most `ringWidth` columns and rows away from the mask. */
function markRing(zones: Uint8Array, w: number, h: number): void {
  const wide = new Uint8Array(w * h)
  for (let y = 0; y < h; y++) {
    let reach = -1
    for (let x = 0; x < w; x++) {
      const at = y * w + x
      if (zones[at] !== 0) {
        // The stretch to the left that the last pixel has not covered yet.
        for (let back = Math.max(reach + 1, x - ringWidth); back < x; back++) wide[y * w + back] = 1
        reach = x + ringWidth
      }
      if (x <= reach) wide[at] = 1
    }
  }
  const reach = new Int32Array(w).fill(-1)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = y * w + x
      if (wide[at] === 1) reach[x] = y + ringWidth
      if (zones[at] === 0 && y <= (reach[x] as number)) zones[at] = 3
    }
  }
  reach.fill(h + ringWidth)
  for (let y = h - 1; y >= 0; y--) {
    for (let x = 0; x < w; x++) {
      const at = y * w + x
      if (wide[at] === 1) reach[x] = y - ringWidth
      if (zones[at] === 0 && y >= (reach[x] as number)) zones[at] = 3
    }
  }
}
