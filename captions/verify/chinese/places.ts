import { NO_NOUN, type NounMeaning, type Said } from '../meaning.ts'
import { all, any, map, maybe, type Parser } from '../parser.ts'
import { anyOf, chars, oneOf, tell } from './characters.ts'
import { FRAMES, LIT, PLACES, RELATIONS, TIMES, UNDER } from './vocabulary.ts'

/** 黄昏的街道上: where and when, before everything else. */
export const setting: Parser<Said[]> = any(
  map(
    all(
      maybe(chars('在', 0)),
      tell(oneOf(TIMES), (time) => ({ does: 'date', time })),
      chars('的', 0),
      tell(oneOf(PLACES), (place) => ({ does: 'set', place })),
    ),
    ([, time, , place]) => [place, time],
  ),
  map(
    all(
      maybe(chars('在', 0)),
      any(
        tell(oneOf(PLACES), (place) => ({ does: 'set', place })),
        tell(oneOf(TIMES), (time) => ({ does: 'date', time })),
        tell(oneOf<string | null>(LIT), (quality) => ({ does: 'be lit', quality, from: null })),
        tell(oneOf(UNDER), (sky) => ({ does: 'be under', sky })),
      ),
    ),
    ([, said]) => [said],
  ),
)

/** Those of whom the clause before it is told. */
export const SAME: NounMeaning = {
  ...NO_NOUN,
  determiner: 'pronoun',
  pronoun: 'same',
  plural: true,
}

/** 桌上, 画面左侧, 长椅后面, 墙上. */
export function locativePhrase(nouns: Parser<NounMeaning[]>): Parser<Said> {
  return any(
    tell(oneOf(FRAMES), (where) => ({ does: 'be framed', where })),
    tell(chars('墙上', 0), () => ({ does: 'hang' })),
    tell(all(nouns, maybe(chars('的', 0)), oneOf(RELATIONS)), ([other, , relation]) => ({
      does: 'be',
      relation,
      other,
    })),
    tell(all(nouns, anyOf('之间|中间', 0)), ([other]) => ({ does: 'be between', other })),
    tell(
      oneOf<string>({
        旁边: 'next to',
        身旁: 'next to',
        后面: 'behind',
        身后: 'behind',
        前面: 'in front of',
        身前: 'in front of',
      }),
      (relation) => ({ does: 'be', relation, other: [SAME] }),
    ),
  )
}
