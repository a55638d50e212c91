import { sided } from './adjunct-grammar.ts'
import { blowPhrase, passivePhrase } from './blow-grammar.ts'
import type { Form } from './inflect.ts'
import type { NounMeaning, Said } from './meaning.ts'
import { all, any, lazy, many, map, maybe, memo, oneOf, words, type Parser } from './parser.ts'
import { oneWord, tell, verbs, verbsOf, type Deeds, type Nouns } from './said-grammar.ts'
import {
  APPROACHES,
  CROSSES,
  EDGES,
  ENDS_AT,
  FALLS_OFF,
  LEAVES,
  PACES,
  STOPS,
  THIRDS,
  VERBS,
} from './vocabulary.ts'

/** What someone does: `drives past behind her in the opposite direction`, `bumping into a ball, which rolls away`. */
export function deedPhrases(nouns: Nouns, adjunct: Parser<Said>): Deeds {
  const known = new Map<Form, Parser<Said[]>>()
  const deeds: Deeds = (form) => {
    const made = known.get(form) ?? memo(deedPhrase(nouns, form, adjunct, deeds))
    known.set(form, made)
    return made
  }
  return deeds
}

function deedPhrase(nouns: Nouns, form: Form, adjunct: Parser<Said>, deeds: Deeds): Parser<Said[]> {
  const passive = passivePhrase(nouns, form)
  const verb =
    form === 'past'
      ? passive
      : any(verbPhrase(nouns, form, deeds), blowPhrase(nouns, form, deeds), passive)
  // `slowly rolls`, `meanwhile rolls`.
  const manner = any<Said>(
    tell(oneOf(PACES), (pace) => ({ does: 'pace', pace })),
    tell(oneWord('meanwhile', 'at the same time'), () => ({ does: 'coincide' })),
  )
  return map(all(many(manner), verb, adjuncts(adjunct)), ([before, said, rest]) => [
    ...before,
    ...said,
    ...rest,
  ])
}

/** `past a rock and out of the frame`. */
function adjuncts(adjunct: Parser<Said>): Parser<Said[]> {
  return many(map(all(maybe(words('and', 0)), adjunct), ([, said]) => said))
}

function verbPhrase({ one, list }: Nouns, form: Form, deeds: Deeds): Parser<Said[]> {
  const begins: Said = { text: 'starts', what: { does: 'begin' } }
  const move = (how: Form) =>
    map(
      tell(verbsOf(VERBS, how), (verb) => ({ does: 'move', verb })),
      (said) => [said],
    )
  const others = (how: Form) => map(otherVerbs({ one, list }, how), (said) => [said])
  return any(
    map(
      all(
        verbs(['starts to', 'begins to'], form),
        lazy(() => deeds('base')),
      ),
      ([, said]) => [begins, ...said],
    ),
    map(
      all(
        verbs(['starts', 'begins'], form),
        lazy(() => deeds('ing')),
      ),
      ([, said]) => [begins, ...said],
    ),
    map(
      all(
        verbs(['keeps', 'keeps on', 'goes on'], form),
        lazy(() => deeds('ing')),
      ),
      ([, said]) => [{ text: 'keeps on', what: { does: 'go on' } }, ...said],
    ),
    move(form),
    others(form),
    map(
      all(
        tell(verbs(STOPS, form), () => ({ does: 'stop' })),
        tell(all(oneOf(ENDS_AT), one), ([relation, other]) => ({ does: 'end', relation, other })),
      ),
      (said) => said,
    ),
    // Before the frame can be taken for a thing: `stops in the middle of the frame`.
    map(
      all(
        tell(verbs(STOPS, form), () => ({ does: 'stop' })),
        tell(all(oneOf(THIRDS), words('of the frame', 0)), ([where]) => ({
          does: 'end framed',
          where,
        })),
      ),
      (said) => said,
    ),
    map(
      all(
        verbs(['passes'], form),
        passing(list),
        many(
          map(all(oneWord('and', ',', ', then', 'and then'), passing(list)), ([, said]) => said),
        ),
      ),
      ([, first, rest]) => [first, ...rest],
    ),
    map(all(verbs(['crosses'], form), one), ([, other], from, to, tokens): Said[] => [
      { text: 'moves', what: { does: 'move', verb: 'move' } },
      {
        text: tokens.slice(from, to).join(' '),
        what: { does: 'go over', how: 'across', other },
      },
    ]),
    map(all(verbs(['follows'], form), one), ([, other], from, to, tokens): Said[] => [
      { text: 'moves', what: { does: 'move', verb: 'move' } },
      {
        text: tokens.slice(from, to).join(' '),
        what: { does: 'go over', how: 'along', other },
      },
    ]),
  )
}

/** `in front of a sign`, of what passes. */
function passing(list: Parser<NounMeaning[]>): Parser<Said> {
  const side = oneOf<'behind' | 'in front of'>({ behind: 'behind', 'in front of': 'in front of' })
  return tell(all(side, list), ([how, other]) => ({ does: 'pass', side: how, other }))
}

function otherVerbs({ one, list }: Nouns, form: Form): Parser<Said> {
  const edge = (table: readonly string[]) => all(verbs(table, form), maybe(sided))
  return any(
    tell(verbs(STOPS, form), () => ({ does: 'stop' })),
    tell(verbs(['sets off', 'starts moving', 'gets going'], form), () => ({ does: 'begin' })),
    tell(all(verbs(FALLS_OFF, form), one), ([, other]) => ({ does: 'fall off', other })),
    tell(all(verbs(['bounces off', 'bounces on', 'rebounds from'], form), one), ([, other]) => ({
      does: 'bounce off',
      other,
    })),
    tell(all(verbs(['breaks off', 'comes off', 'snaps off'], form), maybe(one)), ([, other]) => ({
      does: 'break off',
      other,
    })),
    tell(verbs(['collapses', 'comes down', 'crumbles'], form), () => ({ does: 'collapse' })),
    tell(
      any(
        ...(['down', 'up', 'out'] as const).map((way) =>
          map(verbs([`swings ${way}`], form), () => way),
        ),
      ),
      (way) => ({ does: 'swing to', way }),
    ),
    tell(verbs(['strikes the next'], form), () => ({ does: 'strike next' })),
    tell(verbs(['stays still', 'stays in place'], form), () => ({ does: 'stay put' })),
    tell(verbs(['stays standing', 'remains standing', 'stays upright'], form), () => ({
      does: 'stay standing',
    })),
    tell(all(verbs(['passes'], form), list), ([, other]) => ({ does: 'pass', side: null, other })),
    tell(verbs(['passes by', 'goes by'], form), () => ({ does: 'pass', side: null, other: null })),
    tell(edge(LEAVES), ([, value]) => ({ does: 'leave', side: value })),
    tell(edge(EDGES), ([, value]) => ({ does: 'enter', side: value })),
    tell(verbs(CROSSES, form), () => ({ does: 'cross' })),
    tell(verbs(['circles'], form), () => ({ does: 'circle' })),
    tell(verbs(APPROACHES, form), () => ({ does: 'head', direction: 'toward' })),
    tell(all(verbs(['approaches', 'nears'], form), one), ([, other]) => ({
      does: 'approach',
      other,
    })),
  )
}
