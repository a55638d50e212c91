import { inflected, type Form } from './inflect.ts'
import type { Deed, NounMeaning, Said } from './meaning.ts'
import { all, any, lazy, map, maybe, oneOf, words, type Parser } from './parser.ts'
import { after, tell, verbs, type Deeds, type Nouns } from './said-grammar.ts'
import { DIRECTIONS, FELLS, LANDS, STRIKES } from './vocabulary.ts'

/** What a blow does: `knocks over two of the pins`, `knocks a ball off the table`, `sends it rolling away`. */
export function blowPhrase({ one, list }: Nouns, form: Form, deeds: Deeds): Parser<Said[]> {
  const off = any<NounMeaning[] | null>(
    after('off', one),
    after('off the edge of', one),
    words('off its place', null),
  )
  const going = lazy(() => deeds('ing'))
  return any(
    map(
      all(verbs(['sends', 'sets'], form), one, going),
      ([, other, next], from, to, tokens): Said[] => [
        {
          text: tokens.slice(from, to).join(' '),
          what: {
            does: 'hit',
            other: other.map((noun) => ({ ...noun, which: [...noun.which, ...next] })),
          },
        },
      ],
    ),
    ...[
      tell(all(verbs(STRIKES, form), one), ([, other]) => ({ does: 'hit', other })),
      tell(all(verbs(FELLS, form), one), ([, other]) => ({ does: 'fell', other })),
      tell(
        all(verbs(['knocks', 'brings'], form), one, any(words('over', 0), words('down', 0))),
        ([, other]) => ({ does: 'fell', other }),
      ),
      tell(all(verbs(['knocks'], form), one, off), ([, other, from]) => ({
        does: 'knock off',
        other,
        from,
      })),
      tell(all(verbs(['sets off', 'starts off'], form), one), ([, other]) => ({
        does: 'set off',
        other,
      })),
      tell(all(verbs(['scatters'], form), one), ([, other]) => ({ does: 'scatter', other })),
      tell(
        all(
          verbs(['throws', 'flings', 'tosses', 'launches', 'hurls'], form),
          one,
          any(words('into the air', 'up'), oneOf(DIRECTIONS)),
        ),
        ([, other, way]) => ({ does: 'throw', other, way }),
      ),
      tell(all(verbs(LANDS, form), list), ([, other]) => ({ does: 'land', other })),
    ].map((said) => map(said, (value) => [value])),
  )
}

const UNDERGONE: [phrases: string[], deed: Deed][] = [
  [STRIKES.filter((phrase) => phrase !== 'runs into'), 'hit'],
  [FELLS, 'fell'],
  [['scatters'], 'scatter'],
  [['throws into the air', 'flings into the air', 'tosses into the air'], 'throw'],
  [['passes'], 'pass'],
  [['sets off'], 'set off'],
]

/** `is struck by the ball`, `are knocked over`; and `struck by the ball` where a participle stands. */
export function passivePhrase({ one }: Nouns, form: Form): Parser<Said[]> {
  const done = any(
    ...UNDERGONE.flatMap(([phrases, deed]) =>
      phrases.flatMap((phrase) => inflected(phrase, 'past')).map((one) => words(one, deed)),
    ),
  )
  const undergone = tell(all(done, maybe(after('by', one))), ([deed, by]) => ({
    does: 'undergo',
    deed,
    by,
  }))
  const off = tell(all(words('knocked off', 0), one, maybe(after('by', one))), ([, other]) => ({
    does: 'fall off',
    other,
  }))
  const offBy = map(
    all(words('knocked off', 0), one, words('by', 0), one),
    ([, other, , by], from, to, tokens): Said[] => {
      const text = tokens.slice(from, to).join(' ')
      return [
        { text, what: { does: 'undergo', deed: 'hit', by } },
        { text, what: { does: 'fall off', other } },
      ]
    },
  )
  const plain = any(
    map(undergone, (said) => [said]),
    map(off, (said) => [said]),
    offBy,
  )
  if (form === 'past') return plain
  const being = { finite: 'is are gets get', base: 'be get', ing: 'being getting' }[form].split(' ')
  return map(all(any(...being.map((word) => words(word, 0))), plain), ([, said]) => said)
}
