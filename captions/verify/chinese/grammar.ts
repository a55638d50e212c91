import {
  NO_LEAD,
  type Clause,
  type Happening,
  type Lead,
  type NounMeaning,
  type Link,
  type Sentence,
} from '../meaning.ts'
import { all, any, many, map, maybe, memo, type Parser } from '../parser.ts'
import { cameraSentence } from './camera.ts'
import { anyOf, chars } from './characters.ts'
import { clausePhrase, predicatePhrase, relativePhrase } from './clauses.ts'
import { lightSentence, lookSentence, skySentence } from './light.ts'
import { nounList, nounPhrase } from './nouns.ts'
import { locativePhrase, SAME, setting } from './places.ts'

/** Every complete reading of a Chinese sentence about this clip's nouns; none when some character has no place in it. */
export function chineseGrammarOf(own: readonly string[]): {
  sentence: Parser<Sentence>
  clause: Parser<Clause>
  noun: Parser<NounMeaning>
} {
  const plain = memo(nounPhrase(own))
  const noun = memo(nounPhrase(own, relativePhrase(plain)))
  const clause = clausePhrase(noun)
  const camera = memo(cameraSentence(plain))
  const clauses = memo(clausesSentence(noun, clause))
  return {
    sentence: memo(
      any(
        lookSentence,
        lightSentence,
        skySentence,
        skyAndLight,
        camera,
        clauses,
        withCamera(clauses, camera),
      ),
    ),
    clause,
    noun,
  }
}

/** 天空晴朗，明亮的日光洒满画面。 */
const skyAndLight: Parser<Sentence> = map(
  all(skySentence, chars('，', 0), lightSentence),
  ([sky, , light]) => ({ kind: 'joined', parts: [sky, light], together: false }),
)

/** 一名男子沿着小径行走，同时镜头缓缓向左移。 */
function withCamera(clauses: Parser<Sentence>, camera: Parser<Sentence>): Parser<Sentence> {
  const link = map(
    all(chars('，', 0), maybe(anyOf('同时|与此同时', 0))),
    ([, together]) => together !== null,
  )
  const joined = (parser: Parser<[Sentence, boolean, Sentence]>) =>
    map(parser, ([first, together, second]): Sentence => ({
      kind: 'joined',
      parts: [first, second],
      together,
    }))
  return any(joined(all(clauses, link, camera)), joined(all(camera, link, clauses)))
}

/** Clauses one after the other, after what tells where or when. */
function clausesSentence(noun: Parser<NounMeaning>, clause: Parser<Clause>): Parser<Sentence> {
  const bind = (told: Clause, binds: Happening | null): Clause =>
    binds
      ? {
          ...told,
          said: [...told.said, { text: binds.does === 'follow' ? '之后' : '同时', what: binds }],
        }
      : told
  const comma = chars('，', 0)
  const stopped = map(all(noun, anyOf('停下后|停下之后', 0)), ([one]): Clause => ({
    subject: [one],
    said: [{ text: '停下', what: { does: 'stop' } }],
  }))
  const where = locativePhrase(nounList(noun))
  const linked = (words: string, how: Link['how']) =>
    map(all(clause, anyOf(words, how), comma), ([first, word]): Lead => ({
      ...NO_LEAD,
      before: [first],
      link: { text: word, how: word, isMain: true },
    }))
  const predicate = predicatePhrase(noun)
  const linkedDeed = (words: string, how: Link['how']) =>
    map(all(predicate, anyOf(words, how), comma), ([earlier, word]): Lead => ({
      ...NO_LEAD,
      earlier,
      link: { text: word, how: word, isMain: true },
    }))
  const links = any<Lead>(
    linked('时|的时候|的同时', 'when'),
    linked('后|之后|以后', 'after'),
    linked('前|之前|以前', 'before'),
  )
  const leads = any<Lead>(
    links,
    map(all(anyOf('与此同时|同时', 0), comma), () => ({
      ...NO_LEAD,
      binds: { does: 'coincide' as const },
    })),
    map(all(anyOf('之后|随后|最后', 0), comma), () => ({
      ...NO_LEAD,
      binds: { does: 'follow' as const },
    })),
    map(all(stopped, comma), ([first]) => ({
      ...NO_LEAD,
      before: [first],
      binds: { does: 'follow' as const },
    })),
    map(all(maybe(chars('在', 0)), where, comma), ([, said]) => ({ ...NO_LEAD, own: [said] })),
    linkedDeed('时', 'when'),
    linkedDeed('后|之后|以后', 'after'),
    linkedDeed('前|之前|以前', 'before'),
  )
  const lead = map(
    all(many(map(all(setting, comma), ([told]) => told)), maybe(leads)),
    ([loose, told]): Lead => ({ ...(told ?? NO_LEAD), loose: loose.flat() }),
  )
  const joint = map(all(comma, maybe(anyOf('同时|与此同时', true))), ([, together]) => together)
  const next = map(all(joint, maybe(chars('而', 0)), clause), ([together, , told]) =>
    bind(told, together ? { does: 'coincide' } : null),
  )
  const then = map(all(comma, anyOf('随后|接着|然后|紧接着', 0), clause), ([, , told]): Clause => ({
    ...told,
    link: { text: '随后', how: 'then', isMain: false },
  }))
  const until = map(all(maybe(comma), chars('直到', 0), clause), ([, , told]): Clause => ({
    ...told,
    link: { text: '直到', how: 'until', isMain: false },
  }))
  // 小球撞倒书后，向左滚回，从桌上掉落.
  const more = map(
    all(comma, maybe(anyOf('随后|然后|接着|最后|并|再', 0)), predicate),
    ([, , said]) => said,
  )
  const same = map(all(predicate, many(more)), ([said, rest]): Clause => ({
    subject: [SAME],
    said: [...said, ...rest.flat()],
  }))
  const main = any(all(lead, clause), all(links, same))
  return map(all(main, many(any(next, then, until))), ([[start, first], rest]): Sentence => ({
    kind: 'clauses',
    loose: start.loose,
    clauses: [
      ...start.before,
      ...(start.earlier.length > 0 ? [{ subject: first.subject, said: start.earlier }] : []),
      bind(
        {
          ...first,
          subject: start.earlier.length > 0 ? [SAME] : first.subject,
          said: [...start.own, ...first.said],
          ...(start.link && { link: start.link }),
        },
        start.binds,
      ),
      ...rest,
    ],
  }))
}
