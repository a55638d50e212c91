import { cameraSentence } from './camera-grammar.ts'
import type { Clause, Happening, NounMeaning, Said, Sentence } from './meaning.ts'
import { nounList, nounPhrase, type Spelling } from './nouns.ts'
import { all, any, lazy, many, map, maybe, oneOf, words, type Parser } from './parser.ts'
import {
  BASES,
  DIRECTIONS,
  FRAMES,
  LIGHTS,
  PACES,
  PLACES,
  RELATIONS,
  SIDES,
  STAYS,
  TIMES,
  VERBS,
  WAYS,
} from './vocabulary.ts'

/** Every complete reading of a sentence about this clip's nouns; none when some word has no place in it. */
export function grammarOf(own: Spelling[]): {
  sentence: Parser<Sentence>
  clause: Parser<Clause>
  noun: Parser<NounMeaning>
} {
  const noun = nounPhrase(own)
  const nouns = nounList(noun)
  const one = map(noun, (value) => [value])

  const tell = <T>(parser: Parser<T>, make: (value: T) => Happening): Parser<Said> =>
    map(parser, (value, from, to, tokens) => ({
      text: tokens.slice(from, to).join(' '),
      what: make(value),
    }))
  const after = <T>(lead: string, parser: Parser<T>): Parser<T> =>
    map(all(words(lead, 0), parser), ([, value]) => value)
  const side = oneOf(SIDES)

  const setting = any(
    tell(oneOf(PLACES), (place) => ({ does: 'set', place })),
    tell(oneOf(TIMES), (time) => ({ does: 'date', time })),
  )
  const locative = any(
    tell(oneOf(FRAMES), (where) => ({ does: 'be framed', where })),
    tell(words('on the wall', 0), () => ({ does: 'hang' })),
    tell(all(oneOf(RELATIONS), nouns), ([relation, other]) => ({ does: 'be', relation, other })),
  )
  const adjunct = any(
    tell(oneOf(DIRECTIONS), (direction) => ({ does: 'head', direction })),
    tell(words('in the opposite direction', 0), () => ({ does: 'oppose' })),
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
    locative,
    setting,
  )
  const verb = any(
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
      tell(any(words('stops', 0), words('comes to a stop', 0), words('comes to rest', 0)), () => ({
        does: 'stop',
      })),
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
      tell(after('leaves the frame on the', side), (value) => ({ does: 'leave', side: value })),
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
  const which = map(all(words(', which', 0), verb, many(adjunct)), ([, first, rest]) => [
    ...first,
    ...rest,
  ])
  const hit = map(
    tell(all(words('bumps into', 0), one, maybe(which)), ([, other, next]) => ({
      does: 'hit',
      other,
      next: next ?? [],
    })),
    (said) => [said],
  )
  const predicate = map(all(any(verb, hit), many(adjunct)), ([first, rest]) => [...first, ...rest])
  const stays = tell(oneOf(STAYS), (how) =>
    how === 'glow'
      ? { does: 'glow' }
      : how === 'hang'
        ? { does: 'stay', how: 'hang' }
        : { does: 'stay', how },
  )

  const joint = any(words(', then', 0), words('and then', 0), words(', and', 0), words('and', 0))
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
  const clause = any(acting, staying, inverted)

  const while_ = map(
    all(
      any(words('as', 0), words('while', 0)),
      lazy(() => clause),
    ),
    ([, told]): Clause => ({
      ...told,
      said: [...told.said, { text: 'at the same time', what: { does: 'coincide' } }],
    }),
  )
  const and = map(
    all(
      words(', and', 0),
      lazy(() => clause),
    ),
    ([, told]) => told,
  )
  const stopped = map(
    all(words('once', 0), one, words('has stopped', 0)),
    ([, subject]): Clause => ({ subject, said: [{ text: 'has stopped', what: { does: 'stop' } }] }),
  )
  const lead = any<{ loose: Said[]; before: Clause[]; binds: Happening | null }>(
    map(all(setting, many(setting), words(',', 0)), ([first, rest]) => ({
      loose: [first, ...rest],
      before: [],
      binds: null,
    })),
    map(words('meanwhile ,', 0), () => ({
      loose: [],
      before: [],
      binds: { does: 'coincide' as const },
    })),
    map(any(words('after that ,', 0), words('then', 0)), () => ({
      loose: [],
      before: [],
      binds: { does: 'follow' as const },
    })),
    map(all(stopped, words(',', 0)), ([first]) => ({
      loose: [],
      before: [first],
      binds: { does: 'follow' as const },
    })),
  )
  const clauses = map(
    all(maybe(lead), clause, many(any(while_, and))),
    ([start, first, rest]): Sentence => {
      const bound = start?.binds
        ? {
            ...first,
            said: [
              ...first.said,
              {
                text: start.binds.does === 'follow' ? 'after that' : 'meanwhile',
                what: start.binds,
              },
            ],
          }
        : first
      return {
        kind: 'clauses',
        loose: start?.loose ?? [],
        clauses: [...(start?.before ?? []), bound, ...rest],
      }
    },
  )

  const light = map(
    all(
      oneOf<string | null>(LIGHTS),
      any(
        after('comes from the', side),
        after('falls from the', side),
        map(any(words('fills the scene', 0), words('lights the scene', 0)), () => null),
      ),
    ),
    ([quality, from], start, end, tokens): Sentence => ({
      kind: 'light',
      quality,
      from,
      text: tokens.slice(start, end).join(' '),
    }),
  )
  const look = any(
    map(
      all(
        words('3d animation', 0),
        maybe(map(all(words(',', 0), oneOf<string | null>(LIGHTS)), ([, quality]) => quality)),
      ),
      ([, quality]): Sentence => ({ kind: 'look', quality, text: '3d animation' }),
    ),
    map(
      any(
        words('the look is clean 3d animation', 0),
        words('the look is stylized 3d animation', 0),
      ),
      (): Sentence => ({ kind: 'look', quality: null, text: '3d animation' }),
    ),
  )
  return { sentence: any(look, light, cameraSentence(noun), clauses), clause, noun }
}
