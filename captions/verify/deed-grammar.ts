import type { NounMeaning, Said } from './meaning.ts'
import { all, any, many, map, maybe, oneOf, words, type Parser } from './parser.ts'
import { locativePhrase, setting } from './place-grammar.ts'
import { after, tell } from './said-grammar.ts'
import { SECONDS } from './state-grammar.ts'
import {
  BASES,
  DIRECTIONS,
  FALLS_OFF,
  FELLS,
  LANDS,
  PACES,
  SIDES,
  STRIKES,
  VERBS,
  WAYS,
} from './vocabulary.ts'

const side = oneOf(SIDES)

/** What someone does: `drives past behind her in the opposite direction`, `bumps into a ball, which rolls away`. */
export function deedPhrase(
  noun: Parser<NounMeaning>,
  nouns: Parser<NounMeaning[]>,
): Parser<Said[]> {
  const one = map(noun, (value) => [value])
  const adjunct = adjunctPhrase(one, nouns)
  const verb = verbPhrase(one, nouns)
  const blow = map(blowPhrase(one), (said) => [said])
  const plainHit = map(
    tell(all(bothForms(STRIKES), one), ([, other]) => ({ does: 'hit', other, next: [] })),
    (said) => [said],
  )
  const act = map(all(any(verb, blow, plainHit), many(adjunct)), ([first, rest]) => [
    ...first,
    ...rest,
  ])
  const more = map(all(words('and', 0), act), ([, said]) => said)
  const which = map(all(words(', which', 0), act, many(more)), ([, first, rest]) => [
    ...first,
    ...rest.flat(),
  ])
  const begins: Said = { text: 'starts', what: { does: 'begin' } }
  const land = map(
    all(
      maybe(words('starts to', begins)),
      tell(all(bothForms(LANDS), nouns, maybe(which)), ([, other, next]) => ({
        does: 'land',
        other,
        next: next ?? [],
      })),
    ),
    ([start, said]) => (start ? [start, said] : [said]),
  )
  const hit = map(
    tell(all(bothForms(STRIKES), one, maybe(which)), ([, other, next]) => ({
      does: 'hit',
      other,
      next: next ?? [],
    })),
    (said) => [said],
  )
  return map(all(any(verb, hit, land, blow), many(adjunct)), ([first, rest]) => [...first, ...rest])
}

/** What a blow does: `knocks over two of the pins`, `knocks a ball off the table`, `sets off a row of dominoes`. */
function blowPhrase(one: Parser<NounMeaning[]>): Parser<Said> {
  const off = any<NounMeaning[] | null>(
    after('off', one),
    after('off the edge of', one),
    words('off its place', null),
  )
  return any(
    tell(all(bothForms(FELLS), one), ([, other]) => ({ does: 'fell', other })),
    tell(all(bothForms(['knocks']), one, any(words('over', 0), words('down', 0))), ([, other]) => ({
      does: 'fell',
      other,
    })),
    tell(all(bothForms(['knocks']), one, off), ([, other, from]) => ({
      does: 'knock off',
      other,
      from,
    })),
    tell(all(bothForms(['sets off', 'starts off']), one), ([, other]) => ({
      does: 'set off',
      other,
    })),
    tell(all(bothForms(['scatters']), one), ([, other]) => ({ does: 'scatter', other })),
    tell(
      all(bothForms(['throws']), one, any(words('into the air', 'up'), oneOf(DIRECTIONS))),
      ([, other, way]) => ({ does: 'throw', other, way }),
    ),
  )
}

/** `drops off` and `drop off`. */
function bothForms(phrases: string[]): Parser<number> {
  const base = (phrase: string) => phrase.replace(/^(\w+?)(?:s)(?= |$)/, '$1')
  return any(...phrases.flatMap((phrase) => [words(phrase, 0), words(base(phrase), 0)]))
}

/** How, where to and where: what may follow a verb any number of times. */
function adjunctPhrase(one: Parser<NounMeaning[]>, nouns: Parser<NounMeaning[]>): Parser<Said> {
  return any(
    tell(oneOf(DIRECTIONS), (direction) => ({ does: 'head', direction })),
    tell(words('in the opposite direction', 0), () => ({ does: 'oppose' })),
    tell(words('in circles', 0), () => ({ does: 'circle' })),
    tell(words('in a zigzag', 0), () => ({ does: 'zigzag' })),
    tell(all(words('about', 0), SECONDS, words('into the clip', 0)), ([, seconds]) => ({
      does: 'come at',
      seconds,
    })),
    tell(words('one after another', 0), () => ({ does: 'take turns' })),
    tell(oneOf(PACES), (pace) => ({ does: 'pace', pace })),
    tell(after('in from the', side), (value) => ({ does: 'enter', side: value })),
    tell(all(any(oneOf(WAYS), after('and', oneOf(WAYS))), one), ([how, other]) => ({
      does: 'go over',
      how,
      other,
    })),
    tell(
      all(
        words('past', 0),
        maybe(
          all(
            oneOf<'behind' | 'in front of'>({ behind: 'behind', 'in front of': 'in front of' }),
            one,
          ),
        ),
      ),
      ([, how]) => ({ does: 'pass', side: how?.[0] ?? null, other: how?.[1] ?? null }),
    ),
    locativePhrase(nouns),
    setting,
  )
}

function verbPhrase(one: Parser<NounMeaning[]>, nouns: Parser<NounMeaning[]>): Parser<Said[]> {
  return any(
    map(
      all(
        words('starts to', 0),
        tell(oneOf(BASES), (value) => ({ does: 'move', verb: value })),
      ),
      ([, move]): Said[] => [{ text: 'starts', what: { does: 'begin' } }, move],
    ),
    map(
      tell(any(oneOf(VERBS), oneOf(BASES)), (value) => ({ does: 'move', verb: value })),
      (said) => [said],
    ),
    map(
      tell(bothForms(['stops', 'comes to a stop', 'comes to rest', 'rolls to a stop']), () => ({
        does: 'stop',
      })),
      (said) => [said],
    ),
    map(
      any(
        tell(all(bothForms(FALLS_OFF), one), ([, other]) => ({ does: 'fall off', other })),
        tell(all(bothForms(['bounces off', 'bounces on']), one), ([, other]) => ({
          does: 'bounce off',
          other,
        })),
        tell(all(bothForms(['breaks off', 'comes off']), maybe(one)), ([, other]) => ({
          does: 'break off',
          other,
        })),
        tell(bothForms(['collapses']), () => ({ does: 'collapse' })),
        tell(
          any(
            ...(['down', 'up', 'out'] as const).map((way) =>
              map(bothForms([`swings ${way}`]), () => way),
            ),
          ),
          (way) => ({ does: 'swing to', way }),
        ),
        tell(bothForms(['strikes the next']), () => ({ does: 'strike next' })),
        tell(bothForms(['stays still']), () => ({ does: 'stay put' })),
        tell(bothForms(['stays standing', 'remains standing']), () => ({ does: 'stay standing' })),
      ),
      (said) => [said],
    ),
    map(
      tell(
        all(
          words('passes', 0),
          oneOf<'behind' | 'in front of'>({ behind: 'behind', 'in front of': 'in front of' }),
          nouns,
        ),
        ([, how, other]) => ({ does: 'pass', side: how, other }),
      ),
      (said) => [said],
    ),
    map(
      tell(
        any(
          after('leaves the frame on the', side),
          after('leave the frame on the', side),
          after('leaves the frame at the', side),
          after('leave the frame at the', side),
        ),
        (value) => ({ does: 'leave', side: value }),
      ),
      (said) => [said],
    ),
    map(
      tell(words('leaves the frame', 0), () => ({ does: 'leave', side: null })),
      (said) => [said],
    ),
    map(
      tell(
        any(
          after('comes into view on the', side),
          after('enters from the', side),
          after('enters the frame from the', side),
        ),
        (value) => ({ does: 'enter', side: value }),
      ),
      (said) => [said],
    ),
    map(
      tell(words('crosses the frame', 0), () => ({ does: 'cross' })),
      (said) => [said],
    ),
  )
}
