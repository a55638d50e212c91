/** A piece of text and the ids of the claims that it rests on. */
export interface Phrase {
  text: string
  claims: string[]
}

/** With more claims behind it. */
export function proven(phrase: Phrase | string, ...claims: ({ id: string } | undefined)[]): Phrase {
  const { text, claims: own } = typeof phrase === 'string' ? { text: phrase, claims: [] } : phrase
  return {
    text,
    claims: [...new Set([...own, ...claims.flatMap((claim) => (claim ? [claim.id] : []))])],
  }
}
