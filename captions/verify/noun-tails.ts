import { adjunctPhrase } from './adjunct-grammar.ts'
import { deedPhrases } from './deed-grammar.ts'
import type { Form } from './inflect.ts'
import type { NounMeaning, Said } from './meaning.ts'
import { nounList } from './nouns.ts'
import { all, any, lazy, many, map, maybe, memo, words, type Parser } from './parser.ts'
import { locativePhrase, setting } from './place-grammar.ts'
import { oneWord, tell, verbsOf, type Deeds, type Nouns } from './said-grammar.ts'
import { statePhrase } from './state-grammar.ts'
import { BEING, STAYS } from './vocabulary.ts'

/** Everything that a clause is put together from. */
export interface Phrases extends Nouns {
  /** `a bench on the grass`, too, which after a verb is where it happens. */
  subjects: Parser<NounMeaning[]>
  deeds: Deeds
  /** What is said of a subject: what it does, where it stays, what it is like. */
  predicate: (form: Form) => Parser<Said[]>
  /** How, where to and where: `to the left`, `past a bench`. */
  adjunct: Parser<Said>
  /** `behind the bench`, `at dusk`. */
  spot: Parser<Said>
  locative: Parser<Said>
}

/** Nouns with what is told of them: `a tent standing next to a van`, `an orange struck by a ball`, `a man, who walks away`. */
export function phrasesOf(core: Parser<NounMeaning>): Phrases {
  const one = memo(
    map(
      lazy(() => modified),
      (noun) => [noun],
    ),
  )
  const list = memo(nounList(lazy(() => modified)))
  const adjunct = memo(adjunctPhrase({ one, list }))
  const deeds = deedPhrases({ one, list }, adjunct)
  const locative = memo(locativePhrase(list))
  const spot = any(locative, setting)
  const known = new Map<Form, Parser<Said[]>>()
  const predicate = (form: Form) => {
    const made =
      known.get(form) ??
      memo(
        any(
          deeds(form),
          stayPhrase(form, spot),
          map(statePhrase(one, form), (said) => [said]),
        ),
      )
    known.set(form, made)
    return made
  }
  const joined = (said: Parser<Said[]>) =>
    map(all(said, many(map(all(words('and', 0), said), ([, more]) => more))), ([first, rest]) => [
      ...first,
      ...rest.flat(),
    ])
  const participle = any(predicate('ing'), deeds('past'))
  const relative = map(
    all(maybe(words(',', 0)), oneWord('that', 'which', 'who'), joined(predicate('finite'))),
    ([, , said]) => said,
  )
  const tail = any(participle, relative)
  const modified: Parser<NounMeaning> = memo(tailed(core, many(tail)))
  const placed = memo(
    tailed(
      core,
      many(
        any(
          tail,
          map(spot, (said) => [said]),
        ),
      ),
    ),
  )
  return { one, list, subjects: memo(nounList(placed)), deeds, predicate, adjunct, spot, locative }
}

function tailed(core: Parser<NounMeaning>, tails: Parser<Said[][]>): Parser<NounMeaning> {
  return map(all(core, tails), ([noun, told], from, to, tokens): NounMeaning =>
    told.length === 0
      ? noun
      : { ...noun, which: [...noun.which, ...told.flat()], text: tokens.slice(from, to).join(' ') },
  )
}

/** `stands behind the bench`, `is on the left`, `parked in front of a house`. */
function stayPhrase(form: Form, spot: Parser<Said>): Parser<Said[]> {
  const how =
    form === 'finite'
      ? any(verbsOf(STAYS, form), ...Object.entries(BEING).map(([word, what]) => words(word, what)))
      : any(verbsOf(STAYS, form), ...(form === 'ing' ? [words('parked', 'park')] : []))
  const stays = tell(how, (what) =>
    what === 'glow' ? { does: 'glow' } : { does: 'stay', how: what },
  )
  return map(all(stays, many(spot)), ([said, where]) =>
    form === 'ing' ? [said, ...where].map(atFirst) : [said, ...where],
  )
}

/** What is struck was standing on the table before. */
function atFirst(said: Said): Said {
  const { what } = said
  if (what.does === 'stay') return { ...said, what: { ...what, atFirst: true } }
  return what.does === 'be' && what.relation === 'on'
    ? { ...said, what: { does: 'start on', other: what.other } }
    : said
}
