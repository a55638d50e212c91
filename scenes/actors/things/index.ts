import { book } from './book.ts'
import { candle } from './candle.ts'
import { pencil } from './pencil.ts'

/** What is carried, worn and worked with. */
export const things = {
  book,
  candle,
  pencil,
} as const
