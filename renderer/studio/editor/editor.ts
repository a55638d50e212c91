import { autocompletion, closeBrackets, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands'
import { bracketMatching, indentUnit } from '@codemirror/language'
import { lintGutter } from '@codemirror/lint'
import { highlightSelectionMatches, searchKeymap } from '@codemirror/search'
import { Annotation, EditorState } from '@codemirror/state'
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  keymap,
  lineNumbers,
} from '@codemirror/view'
import { schemaHelp } from './schema-help.ts'
import { jsonc } from './jsonc.ts'
import { markedPlace } from './marked-place.ts'

export interface EditorSettings {
  text: string
  kind: 'scene' | 'template'
  onEdit(text: string): void
  /** Somebody put the cursor there. */
  onCursor(offset: number): void
}

/** A text that came from elsewhere is not an edit. */
const theirs = Annotation.define<boolean>()

export function openEditor(
  parent: HTMLElement,
  { text, kind, onEdit, onCursor }: EditorSettings,
): EditorView {
  const { complete, hover } = schemaHelp(kind)
  return new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(),
        lintGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        indentUnit.of('  '),
        jsonc(),
        markedPlace,
        autocompletion({ override: [complete], icons: false }),
        hover,
        keymap.of([
          ...defaultKeymap,
          ...historyKeymap,
          ...searchKeymap,
          ...completionKeymap,
          indentWithTab,
        ]),
        // Said outright, for those who look for what takes the focus in what scrolls.
        EditorView.contentAttributes.of({ 'aria-label': 'The text of the scene', tabindex: '0' }),
        EditorView.updateListener.of((update) => {
          if (update.docChanged && !update.transactions.some((one) => one.annotation(theirs)))
            onEdit(update.state.doc.toString())
          if (update.transactions.some((one) => one.isUserEvent('select')))
            onCursor(update.state.selection.main.head)
        }),
      ],
    }),
  })
}

/** Puts in what differs, so that cursor, scroll and history stay. */
export function replaceText(view: EditorView, text: string): void {
  const now = view.state.doc.toString()
  if (now === text) return
  const most = Math.min(now.length, text.length)
  let from = 0
  while (from < most && now[from] === text[from]) from++
  let tail = 0
  while (tail < most - from && now[now.length - 1 - tail] === text[text.length - 1 - tail]) tail++
  view.dispatch({
    changes: { from, to: now.length - tail, insert: text.slice(from, text.length - tail) },
    annotations: theirs.of(true),
  })
}
