import type { RgbaPicture } from '../encode/png.ts'
import { labelHeight, writeLabel } from './label.ts'

export interface Cell {
  picture: RgbaPicture
  /** Digits, points and `s`: `1.25s`. */
  label: string
}

/** Pictures of one size side by side, each made smaller to its cell and labelled below. */
export function contactSheet(
  cells: readonly Cell[],
  { columns, cellWidth }: { columns: number; cellWidth: number },
): RgbaPicture {
  const [first] = cells
  if (!first) throw new RangeError('a contact sheet needs a picture')
  const perRow = Math.min(columns, cells.length)
  const width = Math.min(cellWidth, first.picture.width)
  const height = Math.round((width * first.picture.height) / first.picture.width)
  const [stepX, stepY] = [width + gap, height + labelHeight + gap]
  const sheet = blank(gap + perRow * stepX, gap + Math.ceil(cells.length / perRow) * stepY)
  for (const [i, { picture, label }] of cells.entries()) {
    const left = gap + (i % perRow) * stepX
    const top = gap + Math.floor(i / perRow) * stepY
    paste(sheet, shrunk(picture, width, height), left, top)
    writeLabel(sheet, label, left, top + height)
  }
  return sheet
}

/** Pixels between the cells and around them. */
const gap = 6
const background = 24

function blank(width: number, height: number): RgbaPicture {
  const bytes = new Uint8Array(width * height * 4).fill(background)
  for (let i = 3; i < bytes.length; i += 4) bytes[i] = 255
  return { width, height, bytes }
}

function paste(
  onto: RgbaPicture,
  { width, height, bytes }: RgbaPicture,
  left: number,
  top: number,
): void {
  for (let y = 0; y < height; y++)
    onto.bytes.set(
      bytes.subarray(y * width * 4, (y + 1) * width * 4),
      ((top + y) * onto.width + left) * 4,
    )
}

/** Each pixel is the mean of what it covers; edges of a whole source pixel are near enough for a preview. */
function shrunk(from: RgbaPicture, width: number, height: number): RgbaPicture {
  const bytes = new Uint8Array(width * height * 4)
  const edge = (i: number, length: number, whole: number) => Math.floor((i * whole) / length)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [left, right] = [edge(x, width, from.width), edge(x + 1, width, from.width)]
      const [top, bottom] = [edge(y, height, from.height), edge(y + 1, height, from.height)]
      const sum = [0, 0, 0, 0]
      for (let v = top; v < bottom; v++)
        for (let u = left; u < right; u++)
          for (let c = 0; c < 4; c++)
            sum[c] = (sum[c] as number) + (from.bytes[(v * from.width + u) * 4 + c] as number)
      const area = (right - left) * (bottom - top)
      for (let c = 0; c < 4; c++)
        bytes[(y * width + x) * 4 + c] = Math.round((sum[c] as number) / area)
    }
  return { width, height, bytes }
}
