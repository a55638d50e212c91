import type { Book } from './book.ts'
import type { Deed } from './deed.ts'
import { eachDeed } from './deeds.ts'
import { gathered } from './gathered.ts'
import type { Tale } from './plot.ts'

/** What else goes on. */
export function besides(book: Book, { actors }: Tale): Deed[] {
  const others = eachDeed(book).filter(({ actor }) => !actors.has(actor))
  return gathered(others, book)
}
