import { type Phrase, proven } from '../plan/phrase.ts'
import { stillLifeOf } from '../plan/still-life.ts'
import type { Teller } from '../plan/teller.ts'
import { list, say } from './phrase.ts'
import { name, several, upon } from './refer.ts'

/** A clip in which nothing moves: 一张木桌上放着一个绿色马克杯和两本书. At most `most` nouns. */
export function stillLife(teller: Teller, most: number): Phrase {
  const { groups, carrier, small, seated, proof } = stillLifeOf(teller.book, most)
  if (groups.length === 0) {
    const [any] = teller.book.all('exists')
    return any ? say`画面中有${name(teller, any.args.actor)}` : { text: '画面安静', claims: [] }
  }
  const where = carrier === undefined ? '画面中' : upon(name(teller, carrier))
  const what = list(groups.map((group) => several(teller, group.map(({ id }) => id).sort())))
  return say`${where}${proven(seated ? '坐着' : small ? '放着' : '立着', ...proof)}${what}`
}
