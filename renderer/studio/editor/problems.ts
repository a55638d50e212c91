import { type Diagnostic, setDiagnostics } from '@codemirror/lint'
import type { EditorView } from '@codemirror/view'
import type { Played } from '../protocol.ts'

type Problem = Extract<Played, { ok: false }>['problems'][number]

/** Underlines each mistake where it stands. */
export function showProblems(view: EditorView, problems: readonly Problem[]): void {
  const { doc } = view.state
  const diagnostics = problems.map(({ line, column, path, wanted, got, hint }): Diagnostic => {
    const at = doc.line(Math.min(line, doc.lines))
    const from = Math.min(at.from + column - 1, at.to)
    return {
      from,
      to: Math.max(endOfToken(doc.sliceString(from, at.to)) + from, Math.min(from + 1, at.to)),
      severity: 'error',
      message: `${path} ${wanted}${got === undefined ? '' : ` (got ${got})`}${hint ? `; ${hint}` : ''}`,
    }
  })
  view.dispatch(setDiagnostics(view.state, diagnostics))
}

/** A string, a number or a word; of what is longer the bracket. */
function endOfToken(rest: string): number {
  return rest.match(/^("(?:[^"\\]|\\.)*"?|[\w.+-]+|.)/)?.[0].length ?? 0
}
