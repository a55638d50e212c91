import { deedsOf } from '../plan/deeds.ts'
import type { Page } from '../plan/page.ts'
import { taleOf } from '../plan/plot.ts'
import type { Teller } from '../plan/teller.ts'
import { finale, opening, sequel } from './clause.ts'
import { stillLife } from './still-life.ts'
import { beginning } from './tale.ts'

/** Who the clip is about, what it looks like and does; of a clip in which nothing moves, what one sees first. */
export function mainObject(teller: Teller, page: Page): void {
  const tale = taleOf(teller.book)
  const [main] = deedsOf(teller.book)
  if (tale) page.add(beginning(teller, tale))
  else if (!main) page.add(stillLife(teller, 1))
  else {
    page.add(opening(teller, main))
    if (!page.offer(() => sequel(teller, main, 2))) page.offer(() => finale(teller, main))
  }
}
