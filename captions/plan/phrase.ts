/** A piece of text and the ids of the claims that it rests on. */
export interface Phrase {
  text: string
  claims: string[]
}

/** A template tag that joins words and phrases into one, with the claims of all. @param tidy what is done to the text */
export function sayer(tidy: (text: string) => string) {
  return (strings: TemplateStringsArray, ...parts: (Phrase | string)[]): Phrase => {
    const texts = parts.map((part) => (typeof part === 'string' ? part : part.text))
    return {
      text: tidy(String.raw({ raw: strings }, ...texts)),
      claims: [...new Set(parts.flatMap((part) => (typeof part === 'string' ? [] : part.claims)))],
    }
  }
}

/** Several as a list, with the claims of all. @param last what stands before the last one */
export function listed(phrases: readonly Phrase[], comma: string, last: string): Phrase {
  const texts = phrases.map(({ text }) => text)
  const end = texts.at(-1) ?? ''
  return {
    text: texts.length > 1 ? `${texts.slice(0, -1).join(comma)}${last}${end}` : end,
    claims: [...new Set(phrases.flatMap(({ claims }) => claims))],
  }
}

/** With more claims behind it. */
export function proven(phrase: Phrase | string, ...claims: ({ id: string } | undefined)[]): Phrase {
  const { text, claims: own } = typeof phrase === 'string' ? { text: phrase, claims: [] } : phrase
  return {
    text,
    claims: [...new Set([...own, ...claims.flatMap((claim) => (claim ? [claim.id] : []))])],
  }
}
