import type { Phrase } from '../plan/phrase.ts'

/** Joins words and phrases without spaces; claims are collected. */
export function say(strings: TemplateStringsArray, ...parts: (Phrase | string)[]): Phrase {
  const text = strings.reduce((whole, string, i) => {
    const part = parts[i]
    return whole + string + (part === undefined ? '' : typeof part === 'string' ? part : part.text)
  }, '')
  return {
    text,
    claims: [...new Set(parts.flatMap((part) => (typeof part === 'object' ? part.claims : [])))],
  }
}

/** 甲、乙和丙; claims are collected. */
export function list(phrases: Phrase[]): Phrase {
  const texts = phrases.map(({ text }) => text)
  const last = texts.at(-1) ?? ''
  return {
    text: texts.length > 1 ? `${texts.slice(0, -1).join('、')}和${last}` : last,
    claims: [...new Set(phrases.flatMap(({ claims }) => claims))],
  }
}

/** With a full stop. */
export function sentence(phrase: Phrase): Phrase {
  return phrase.text.endsWith('。') ? phrase : { ...phrase, text: `${phrase.text}。` }
}

export function charactersIn(text: string): number {
  return Array.from(text).length
}

export const NOTHING: Phrase = { text: '', claims: [] }
