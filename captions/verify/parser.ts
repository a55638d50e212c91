/** Words of one sentence in lower case; a comma is a word of its own. */
export type Words = string[]

/** Every way to read something from word `at` on: what it means and where it ends. */
export type Parser<T> = (words: Words, at: number) => [T, number][]

export function sentencesOf(text: string): Words[] {
  return text
    .split(/[.!?]+(?:\s|$)/)
    .map((sentence) => sentence.toLowerCase().match(/[a-z0-9][a-z0-9'-]*|,/g) ?? [])
    .filter((words) => words.length > 0)
}

/** Exactly these words. */
export function words<T>(phrase: string, value: T): Parser<T> {
  const wanted = phrase.split(' ')
  return (all, at) =>
    wanted.every((word, i) => all[at + i] === word) ? [[value, at + wanted.length]] : []
}

/** Any of these phrases, each with its meaning. */
export function oneOf<T>(table: Record<string, T>): Parser<T> {
  return any(...Object.entries(table).map(([phrase, value]) => words(phrase, value)))
}

export function any<T>(...parsers: Parser<T>[]): Parser<T> {
  return (all, at) => parsers.flatMap((parser) => parser(all, at))
}

/** One after the other; the meaning is the list of meanings. */
export function all<T extends unknown[]>(...parsers: { [K in keyof T]: Parser<T[K]> }): Parser<T> {
  return (tokens, at) =>
    parsers.reduce<[unknown[], number][]>(
      (ways, parser) =>
        ways.flatMap(([values, end]) =>
          parser(tokens, end).map(([value, next]): [unknown[], number] => [
            [...values, value],
            next,
          ]),
        ),
      [[[], at]],
    ) as [T, number][] // each value came from the parser at its place
}

export function maybe<T>(parser: Parser<T>): Parser<T | null> {
  return (tokens, at) => [...parser(tokens, at), [null, at] as [null, number]]
}

/** None or more, longest first. */
export function many<T>(parser: Parser<T>): Parser<T[]> {
  return (tokens, at) => {
    const longer = parser(tokens, at)
      .filter(([, end]) => end > at)
      .flatMap(([value, end]) =>
        many(parser)(tokens, end).map(([rest, last]): [T[], number] => [[value, ...rest], last]),
      )
    return [...longer, [[], at]]
  }
}

export function map<T, U>(
  parser: Parser<T>,
  make: (value: T, from: number, to: number, words: Words) => U,
): Parser<U> {
  return (tokens, at) =>
    parser(tokens, at).map(([value, end]) => [make(value, at, end, tokens), end])
}

/** Looks the grammar up when it is first used: for rules that contain themselves. */
export function lazy<T>(make: () => Parser<T>): Parser<T> {
  let made: Parser<T> | undefined
  return (tokens, at) => (made ??= make())(tokens, at)
}

/** One or more. */
export function some<T>(parser: Parser<T>): Parser<T[]> {
  return map(all(parser, many(parser)), ([first, rest]) => [first, ...rest])
}

/** The same, worked out once for each place in a sentence; ways that come to the same count as one. */
export function memo<T>(parser: Parser<T>): Parser<T> {
  const known = new WeakMap<Words, Map<number, [T, number][]>>()
  return (tokens, at) => {
    const own = known.get(tokens) ?? new Map<number, [T, number][]>()
    known.set(tokens, own)
    const found = own.get(at) ?? distinct(parser(tokens, at))
    own.set(at, found)
    return found
  }
}

function distinct<T>(ways: [T, number][]): [T, number][] {
  if (ways.length < 2) return ways
  return [...new Map(ways.map((way) => [JSON.stringify(way), way])).values()]
}
