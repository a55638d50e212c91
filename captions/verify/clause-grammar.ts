import { inflected } from './inflect.ts'
import type { Clause, Said } from './meaning.ts'
import type { Phrases } from './noun-tails.ts'
import { all, any, many, map, maybe, memo, some, words, type Parser } from './parser.ts'
import { oneWord, tell, verbsOf } from './said-grammar.ts'
import { ones } from './state-grammar.ts'
import { BEING, STAYS } from './vocabulary.ts'

/** Someone and what they do or where they stay, in either order: `behind the bench stands a tree`, `there is a tree`. */
export function clausePhrase(phrases: Phrases): Parser<Clause> {
  const { one, list, subjects, predicate, spot, locative } = phrases
  const more = continued(phrases)
  const stays = tell(
    any(verbsOf(STAYS, 'finite'), ...Object.entries(BEING).map(([word, how]) => words(word, how))),
    (how) => (how === 'glow' ? { does: 'glow' } : { does: 'stay', how }),
  )
  const acting = map(
    all(subjects, maybe(words('then', 0)), predicate('finite'), many(more)),
    ([subject, then, first, rest]): Clause => ({
      subject,
      said: [...first, ...rest.flat()],
      ...(then !== null && { link: { text: 'then', how: 'then', isMain: false } }),
    }),
  )
  const inverted = map(all(locative, stays, subjects), ([where, how, subject]): Clause => ({
    subject,
    said: [how, where],
  }))
  const there = map(
    all(oneWord('there is', 'there are'), list, many(spot)),
    ([, subject, where]): Clause => ({ subject, said: where }),
  )
  const among = map(all(words('among', 0), list, ones), ([, subject, told]): Clause => ({
    subject,
    said: [told],
  }))
  const standing = oneWord(
    ...Object.keys(STAYS).flatMap((verb) => inflected(verb, 'finite')),
    ...Object.keys(BEING),
  )
  const first = map(
    all(
      oneWord('at first ,', 'at the start ,'),
      list,
      tell(all(standing, words('on', 0), one), ([, , other]) => ({ does: 'start on', other })),
    ),
    ([, subject, told]): Clause => ({ subject, said: [told] }),
  )
  return memo(any(acting, inverted, there, among, first))
}

/** What else is said of the same one: `, then stops`, `, passing a bench`, `, behind a tree`. */
function continued({ predicate, adjunct }: Phrases): Parser<Said[]> {
  const joint = any(
    ...['and', ', and', ','].map((between) => words(between, false)),
    ...[', then', 'and then', ', and then', 'and finally', ', and finally'].map((between) =>
      words(between, true),
    ),
  )
  const said = any(predicate('finite'), predicate('ing'), some(adjunct))
  // `and, about one second into the clip, hits a ball`.
  const aside = map(all(words(',', 0), some(adjunct), words(',', 0)), ([, told]) => told)
  return memo(
    map(all(joint, maybe(aside), said), ([isLater, between, told]): Said[] => [
      ...told.map((one, i) => (isLater && i === 0 ? { ...one, later: true as const } : one)),
      ...(between ?? []),
    ]),
  )
}

/** No verb, and yet told: `two cacti on the left`, `a car driving past`. */
export function tellingPhrase(phrases: Phrases): Parser<Clause> {
  const { list, spot, deeds, predicate } = phrases
  const told = any(
    map(spot, (said) => [said]),
    predicate('ing'),
    deeds('past'),
  )
  return memo(
    map(all(list, some(told), many(continued(phrases))), ([subject, where, rest]): Clause => ({
      subject,
      said: [...where, ...rest].flat(),
    })),
  )
}

/** What is there, and no more: `two cacti and a tent`. */
export function namingPhrase({ subjects }: Phrases): Parser<Clause> {
  return memo(map(subjects, (subject): Clause => ({ subject, said: [] })))
}
