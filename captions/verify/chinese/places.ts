import type { NounMeaning, Said } from '../meaning.ts'
import { all, any, map, maybe, type Parser } from '../parser.ts'
import { chars, oneOf, tell } from './characters.ts'
import { FRAMES, PLACES, RELATIONS, TIMES } from './vocabulary.ts'

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
      ),
    ),
    ([, said]) => [said],
  ),
)

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
  )
}
