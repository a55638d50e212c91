import type { Phrase } from '../plan/phrase.ts'

/** Joins words and phrases; claims are collected. `say\`${ball} rolls ${across}\``; empty parts close up. */
export function say(strings: TemplateStringsArray, ...parts: (Phrase | string)[]): Phrase {
  const text = strings.reduce((whole, string, i) => {
    const part = parts[i]
    return whole + string + (part === undefined ? '' : typeof part === 'string' ? part : part.text)
  }, '')
  return {
    text: text
      .replace(/\s+/g, ' ')
      .replace(/\s+([,.;])/g, '$1')
      .trim(),
    claims: [...new Set(parts.flatMap((part) => (typeof part === 'object' ? part.claims : [])))],
  }
}

/** `a, b and c`; claims are collected. */
export function list(phrases: Phrase[]): Phrase {
  const texts = phrases.map(({ text }) => text)
  const last = texts.at(-1) ?? ''
  return {
    text: texts.length > 1 ? `${texts.slice(0, -1).join(', ')} and ${last}` : last,
    claims: [...new Set(phrases.flatMap(({ claims }) => claims))],
  }
}

/** A capital at the start and a full stop at the end. */
export function sentence(phrase: Phrase): Phrase {
  const { text, claims } = phrase
  return { text: `${text.charAt(0).toUpperCase()}${text.slice(1)}.`, claims }
}

export function wordsIn(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}
