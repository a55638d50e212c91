import type { RgbaPicture } from '../encode/png.ts'

/** Pixels that a label takes below its picture. */
export const labelHeight = 16

/** Writes a short label with its top left corner there. */
export function writeLabel(onto: RgbaPicture, text: string, left: number, top: number): void {
  for (const [i, letter] of text.split('').entries())
    for (const [row, bits] of (glyphs[letter] ?? []).entries())
      for (let column = 0; column < 3; column++)
        if (bits[column] === '#')
          dot(onto, left + (i * 4 + column) * dotSize, top + 4 + row * dotSize)
}

/** Pixels of the sheet per pixel of a glyph. */
const dotSize = 2
const ink = 220

/** 3 x 5 pixels each: all that a time is written with. */
const glyphs: Record<string, string[]> = {
  0: ['###', '# #', '# #', '# #', '###'],
  1: [' # ', '## ', ' # ', ' # ', '###'],
  2: ['###', '  #', '###', '#  ', '###'],
  3: ['###', '  #', ' ##', '  #', '###'],
  4: ['# #', '# #', '###', '  #', '  #'],
  5: ['###', '#  ', '###', '  #', '###'],
  6: ['###', '#  ', '###', '# #', '###'],
  7: ['###', '  #', ' # ', ' # ', ' # '],
  8: ['###', '# #', '###', '# #', '###'],
  9: ['###', '# #', '###', '  #', '###'],
  '.': ['   ', '   ', '   ', '   ', ' # '],
  s: ['   ', ' ##', '#  ', ' ##', '## '],
}

function dot({ width, height, bytes }: RgbaPicture, left: number, top: number): void {
  for (let y = top; y < Math.min(top + dotSize, height); y++)
    for (let x = left; x < Math.min(left + dotSize, width); x++)
      bytes.fill(ink, (y * width + x) * 4, (y * width + x) * 4 + 3)
}
