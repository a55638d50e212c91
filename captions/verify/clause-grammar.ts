import { deedPhrase } from './deed-grammar.ts'
import type { Clause, NounMeaning } from './meaning.ts'
import { nounList } from './nouns.ts'
import { all, any, many, map, oneOf, words, type Parser } from './parser.ts'
import { locativePhrase, setting } from './place-grammar.ts'
import { tell } from './said-grammar.ts'
import { ones, statePhrase } from './state-grammar.ts'
import { STAYS } from './vocabulary.ts'

/** Someone and what they do or where they stay, in either order: `behind the bench stands a tree`, `there is a tree`. */
export function clausePhrase(noun: Parser<NounMeaning>): Parser<Clause> {
  const nouns = nounList(noun)
  const state = statePhrase(map(noun, (value) => [value]))
  const predicate = any(
    deedPhrase(noun, nouns),
    map(state, (said) => [said]),
  )
  const locative = locativePhrase(nouns)
  const stays = tell(oneOf(STAYS), (how) =>
    how === 'glow'
      ? { does: 'glow' }
      : how === 'hang'
        ? { does: 'stay', how: 'hang' }
        : { does: 'stay', how },
  )

  const joint = any(
    ...[', then', 'and then', ', and', 'and', ','].map((between) => words(between, 0)),
  )
  const acting = map(
    all(nouns, predicate, many(map(all(joint, predicate), ([, said]) => said))),
    ([subject, first, rest]): Clause => ({ subject, said: [...first, ...rest.flat()] }),
  )
  const staying = map(
    all(nouns, stays, many(any(locative, setting))),
    ([subject, how, where]): Clause => ({ subject, said: [how, ...where] }),
  )
  const inverted = map(all(locative, stays, nouns), ([where, how, subject]): Clause => ({
    subject,
    said: [how, where],
  }))
  const there = map(
    all(any(words('there is', 0), words('there are', 0)), nouns, many(any(locative, setting))),
    ([, subject, where]): Clause => ({ subject, said: where }),
  )
  const among = map(all(words('among', 0), nouns, ones), ([, subject, said]): Clause => ({
    subject,
    said: [said],
  }))
  const standing = any(...Object.keys(STAYS).map((verb) => words(verb, verb)))
  const first = map(
    all(
      any(words('at first ,', 0), words('at the start ,', 0)),
      nouns,
      tell(
        all(
          standing,
          words('on', 0),
          map(noun, (one) => [one]),
        ),
        ([, , other]) => ({
          does: 'start on',
          other,
        }),
      ),
    ),
    ([, subject, said]): Clause => ({ subject, said: [said] }),
  )
  return any(acting, staying, inverted, there, among, first)
}
