import { createScanner } from 'jsonc-parser'

/** Deep enough for 30 groups in each other; parsers and validators recurse, so there must be an end. */
export const MAX_NESTING = 64

/** More values and brackets than this take more memory as a tree than a process may have. */
export const MAX_TOKENS = 4_000_000

/** What the brackets of a text say before anything is parsed. Offsets from 0. */
export interface Nesting {
  /** Where the first bracket stands that is nested too deep. */
  tooDeep?: number
  /** Where the text exceeds `MAX_TOKENS`. */
  tooMany?: number
  /** The first bracket whose partner is missing or of the other shape. */
  unclosed?: { offset: number; bracket: '{' | '[' }
}

/** Follows the brackets of a text in one loop; needs no stack, whatever the text. */
export function nestingOf(text: string): Nesting {
  const scanner = createScanner(text, true)
  const open: { offset: number; bracket: '{' | '[' }[] = []
  let count = 0
  // Only the end of the file is an empty token. (SyntaxKind is a const enum, which we may not import.)
  for (scanner.scan(); scanner.getTokenLength() > 0; scanner.scan()) {
    const offset = scanner.getTokenOffset()
    const first = text[offset]
    if (first === '{' || first === '[') open.push({ offset, bracket: first })
    else if (first === '}' || first === ']') {
      const last = open.pop()
      if (last && (last.bracket === '{') !== (first === '}')) return { unclosed: last }
    }
    if (++count > MAX_TOKENS) return { tooMany: offset }
    if (open.length > MAX_NESTING) return { tooDeep: offset }
  }
  const unclosed = open.at(-1)
  return unclosed ? { unclosed } : {}
}
