import { HighlightStyle, StreamLanguage, syntaxHighlighting } from '@codemirror/language'
import { tags } from '@lezer/highlight'
import type { Extension } from '@codemirror/state'

/** JSON with comments, which CodeMirror's own JSON takes for mistakes. */
export function jsonc(): Extension {
  return [language, syntaxHighlighting(colors)]
}

const language = StreamLanguage.define<{ isInComment: boolean }>({
  name: 'jsonc',
  startState: () => ({ isInComment: false }),
  token(stream, state) {
    if (state.isInComment) {
      if (stream.skipTo('*/')) {
        stream.match('*/')
        state.isInComment = false
      } else stream.skipToEnd()
      return 'comment'
    }
    if (stream.eatSpace()) return null
    if (stream.match('//')) {
      stream.skipToEnd()
      return 'comment'
    }
    if (stream.match('/*')) {
      state.isInComment = true
      return 'comment'
    }
    const text = stream.match(/^"(?:[^"\\]|\\.)*"?/) as RegExpMatchArray | null
    if (text) {
      const isKey = /^\s*:/.test(stream.string.slice(stream.pos))
      if (!isKey) return 'string'
      return text[0].startsWith('"$') ? 'keyword' : 'propertyName'
    }
    if (stream.match(/^-?\d[\d.eE+-]*/)) return 'number'
    if (stream.match(/^(true|false|null)\b/)) return 'atom'
    stream.next()
    return null
  },
  languageData: { commentTokens: { line: '//' }, closeBrackets: { brackets: ['[', '{', '"'] } },
})

const colors = HighlightStyle.define([
  { tag: tags.comment, color: 'var(--code-comment)' },
  { tag: tags.string, color: 'var(--code-string)' },
  { tag: tags.propertyName, color: 'var(--code-key)' },
  { tag: tags.keyword, color: 'var(--code-operator)' },
  { tag: tags.number, color: 'var(--code-number)' },
  { tag: tags.atom, color: 'var(--code-number)' },
])
