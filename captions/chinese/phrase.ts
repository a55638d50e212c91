import { listed, type Phrase, sayer } from '../plan/phrase.ts'

/** Joins words and phrases without spaces. */
export const say = sayer((text) => text)

/** 甲、乙和丙. */
export function list(phrases: readonly Phrase[]): Phrase {
  return listed(phrases, '、', '和')
}

/** With a full stop. */
export function sentence(phrase: Phrase): Phrase {
  return phrase.text.endsWith('。') ? phrase : { ...phrase, text: `${phrase.text}。` }
}

export function charactersIn(text: string): number {
  return Array.from(text).length
}

export const NOTHING: Phrase = { text: '', claims: [] }
