import { type EditorState, StateEffect, StateField } from '@codemirror/state'
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view'

interface Span {
  from: number
  to: number
}

const mark = StateEffect.define<Span | undefined>()

/** The lines of what is chosen, behind the text. */
export const markedPlace = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marked, { effects, changes, state }) {
    for (const effect of effects) if (effect.is(mark)) return linesOf(state, effect.value)
    return marked.map(changes)
  },
  provide: (field) => EditorView.decorations.from(field),
})

export function markPlace(view: EditorView, span: Span | undefined): void {
  view.dispatch({ effects: mark.of(span) })
}

/** Goes there, unless the cursor is in it already. */
export function goToPlace(view: EditorView, { from, to }: Span): void {
  const { head } = view.state.selection.main
  if (head >= from && head <= to) return
  view.dispatch({
    effects: EditorView.scrollIntoView(from, { y: 'center' }),
    selection: { anchor: from },
  })
}

function linesOf({ doc }: EditorState, span: Span | undefined): DecorationSet {
  if (!span || span.to > doc.length) return Decoration.none
  const [first, last] = [doc.lineAt(span.from).number, doc.lineAt(span.to).number]
  return Decoration.set(
    Array.from({ length: Math.min(last - first + 1, MOST) }, (_, i) =>
      line.range(doc.line(first + i).from),
    ),
  )
}

const line = Decoration.line({ class: 'cm-chosen' })
const MOST = 2000
