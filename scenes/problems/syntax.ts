import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser'
import { lineStarts, placeIn, type Source } from './locate.ts'
import { MAX_NESTING, MAX_TOKENS, nestingOf, type Nesting } from './nesting.ts'
import { SceneError, type Problem } from './scene-error.ts'

/** Bigger files are refused unread; the largest sensible scene (5000 actors with motions) has about 10 MB. */
export const MAX_SCENE_BYTES = 64 * 1024 * 1024

/** A JSONC text and its tree. Throws `SceneError` for what is too big, not text, too deep or not JSON. */
export function sourceOf(text: string, file: string): Source {
  const lines = lineStarts(text.length > MAX_SCENE_BYTES ? '' : text)
  const refuse = (
    offset: number,
    wanted: string,
    more: Pick<Problem, 'got' | 'hint'> = {},
  ): never => {
    throw new SceneError([{ file, ...placeIn(lines, offset), path: '', wanted, ...more }])
  }
  if (text.length > MAX_SCENE_BYTES)
    refuse(0, 'a scene file holds at most 64 MB', { got: `${Math.ceil(text.length / 2 ** 20)} MB` })
  const nul = text.indexOf('\0')
  if (nul !== -1)
    refuse(nul, 'this is not text: it holds a NUL byte', {
      hint: 'a scene is a JSON file in UTF-8',
    })
  if (text.trim() === '')
    refuse(0, 'the file is empty', { hint: '`groundreel new` writes a scene to start from' })

  const nesting = nestingOf(text)
  if (nesting.tooDeep !== undefined)
    refuse(nesting.tooDeep, `brackets are nested deeper than ${MAX_NESTING}`, {
      hint: 'use fewer groups in groups',
    })
  if (nesting.tooMany !== undefined)
    refuse(nesting.tooMany, `a scene file holds at most ${MAX_TOKENS} values and brackets`)
  const errors: ParseError[] = []
  const tree = parseTree(text, errors, { allowTrailingComma: true })
  const [first] = errors.sort((a, b) => a.offset - b.offset)
  if (first) {
    const { offset, wanted, hint } = explained(
      first,
      text,
      nesting.unclosed && unclosedBracket(nesting.unclosed, lines),
    )
    refuse(offset, wanted, hint === undefined ? {} : { hint })
  }
  if (tree?.type !== 'object')
    return refuse(tree?.offset ?? 0, 'a scene is an object `{ ... }`', { got: wordFor(tree) })
  return { file, text, tree, lines }
}

interface Explained {
  offset: number
  wanted: string
  hint?: string
}

/** Only the first error is told: the parser's next ones are echoes of it. */
function explained(
  { error, offset, length }: ParseError,
  text: string,
  unclosed?: Explained,
): Explained {
  const bare = text.slice(offset, offset + Math.min(length, 24)).trimEnd()
  const token = said(bare)
  const atEnd = offset >= text.trimEnd().length
  if (atEnd && unclosed) return unclosed
  switch (printParseErrorCode(error)) {
    case 'CommaExpected':
      if (text[offset - 1] === '0' && /^\d/.test(bare))
        return { offset, wanted: 'a number in JSON does not begin with 0' }
      return unclosed && /^[}\]]/.test(bare)
        ? unclosed
        : { offset, wanted: `a comma is missing before ${token}` }
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return unclosed ?? { offset, wanted: 'a closing bracket is missing' }
    case 'ColonExpected':
      return { offset, wanted: `a colon is missing before ${token}` }
    case 'PropertyNameExpected':
    case 'InvalidSymbol':
      if (unclosed && /^[{[]/.test(bare)) return unclosed
      if (text.slice(0, offset).trim() === '')
        return {
          offset,
          wanted: `a scene begins with \`{\`, not with ${said(wordAt(text, offset))}`,
        }
      return invalidSymbol(wordAt(text, offset), offset)
    case 'ValueExpected':
      return {
        offset,
        wanted: atEnd
          ? 'the file ends where a value should be'
          : `a value is missing before ${token}`,
      }
    case 'UnexpectedEndOfString':
      return {
        offset,
        wanted: `the string ${token} is not closed on its line`,
        hint: 'end it with "',
      }
    case 'UnexpectedEndOfComment':
      return { offset, wanted: 'this comment is not closed', hint: 'end it with */' }
    case 'UnexpectedEndOfNumber':
    case 'InvalidNumberFormat':
      return {
        offset,
        wanted: `${token} is not a number in JSON`,
        hint: 'digits must follow a . or an e',
      }
    case 'InvalidUnicode':
    case 'InvalidEscapeCharacter':
      return {
        offset,
        wanted: `the string ${token} has a \\ that JSON does not know`,
        hint: 'write \\\\ for a backslash',
      }
    case 'InvalidCharacter':
      return {
        offset,
        wanted: `the string ${token} holds a control character`,
        hint: 'write it as \\t, \\n or \\u....',
      }
    case 'EndOfFileExpected':
      if (/^[}\]]/.test(bare)) return { offset, wanted: `this ${token} is one too many` }
      return {
        offset,
        wanted: `the scene has ended, but ${token} follows`,
        hint: 'one file holds one scene',
      }
    default:
      return { offset, wanted: `${token} cannot stand here in JSON` }
  }
}

function unclosedBracket(
  { offset, bracket }: NonNullable<Nesting['unclosed']>,
  lines: number[],
): Explained {
  const { line, column } = placeIn(lines, offset)
  const closing = bracket === '{' ? '}' : ']'
  return {
    offset,
    wanted: `the \`${bracket}\` of line ${line}, column ${column} is not closed`,
    hint: `a \`${closing}\` is missing`,
  }
}

function invalidSymbol(word: string, offset: number): Explained {
  const token = said(word)
  if (/^[+-]?(nan|infinity|inf)$/i.test(word))
    return { offset, wanted: `${token} is not a number in JSON`, hint: 'give a finite number' }
  if (/^[+.-]/.test(word) && Number.isFinite(Number(word)))
    return { offset, wanted: `${token} is not a number in JSON`, hint: `write ${Number(word)}` }
  if (word.startsWith("'"))
    return { offset, wanted: `${token} is in single quotes`, hint: 'JSON wants "double quotes"' }
  if (word.startsWith('#'))
    return {
      offset,
      wanted: `${token} cannot stand here in JSON`,
      hint: 'a comment begins with //',
    }
  if (/^[\p{L}_$]/u.test(word)) return { offset, wanted: `${token} must be in double quotes` }
  return { offset, wanted: `${token} cannot stand here in JSON` }
}

/** The whole word at an offset, for the parser's own tokens stop at a sign or a quote. */
function wordAt(text: string, offset: number): string {
  return (
    /^'[^'\n]{0,30}'?|^[^\s,:{}[\]]{1,30}|^./su.exec(text.slice(offset, offset + 40))?.[0] ?? ''
  )
}

/** A piece of the text, safe to print on a terminal. */
function said(token: string): string {
  const safe = token.replace(
    /[\p{Cc}\p{Cf}]/gu,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return `\`${safe}\``
}

function wordFor(tree: Node | undefined): string {
  return (
    {
      array: 'a list',
      string: 'a string',
      number: 'a number',
      boolean: 'true or false',
      null: 'null',
    }[tree?.type as string] ?? 'nothing'
  )
}
