import { redo, undo } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { edit, keepOurs, save, takeTheirs } from '../actions.ts'
import { Button } from '../chrome/Button.tsx'
import { desk, isDirty } from '../desk.ts'
import type { Trouble } from '../protocol.ts'
import { chainOf, type Item } from '../scene/outline.ts'
import { chooseAt, outline, outlineNow } from '../scene/selection.ts'
import { useStore } from '../store.ts'
import { showProblems } from './problems.ts'
import { openEditor, replaceText } from './editor.ts'
import { goToPlace, markPlace } from './marked-place.ts'
import { handPen } from './pen.ts'

/** The text of the scene. It is kept while another panel shows: undo goes on where it was. */
export function EditorPanel({ isShown }: { isShown: boolean }) {
  const open = useStore(desk, (state) => state.open)
  const text = useStore(desk, (state) => state.text)
  const trouble = useStore(desk, (state) => state.trouble)
  const isStale = useStore(desk, (state) => state.isStale)
  const chosen = useStore(desk, (state) => state.place)
  const dirty = useStore(desk, isDirty)
  const place = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView | undefined>(undefined)
  const id = open?.id
  const kind = open?.kind === 'template' ? 'template' : 'scene'

  useEffect(() => {
    if (!place.current) return undefined
    // Another file has another history.
    const editor = openEditor(place.current, {
      text: desk.get().text,
      kind,
      onEdit: edit,
      onCursor: chooseAt,
    })
    view.current = editor
    handPen({
      write: (changes) => editor.dispatch({ changes: [...changes], userEvent: 'input.set' }),
      undo: () => undo(editor),
      redo: () => redo(editor),
    })
    showProblems(editor, desk.get().trouble?.problems ?? [])
    return () => {
      handPen(undefined)
      editor.destroy()
    }
  }, [id, kind])
  useEffect(() => {
    if (view.current) replaceText(view.current, text)
  }, [text])
  useEffect(() => {
    if (view.current) showProblems(view.current, trouble?.problems ?? [])
  }, [trouble])

  const items = useStore(outline, (state) => state.items)
  useEffect(() => {
    if (view.current) markPlace(view.current, chosen && chainOf(items, chosen).at(-1))
  }, [chosen, items])
  useEffect(() => {
    // Not when the text changes: whoever types elsewhere wants the cursor to stay.
    const item = chosenItem()
    if (view.current && item && isShown) goToPlace(view.current, item)
  }, [chosen, isShown])

  const isWritable = open?.isWritable ?? false
  return (
    <div className="panel editor" hidden={!isShown}>
      <div className="bar-of-two">
        <span
          className="file"
          title={
            isWritable ? open?.file : `${open?.file} ships with groundreel; it is not written.`
          }
        >
          {open?.file.split('/').at(-1)}
          {dirty && <i aria-label="not saved"> ●</i>}
          {!isWritable && <small> read only on disk</small>}
        </span>
        <span className="keys">
          <Button
            icon="undo"
            label="Undo"
            keys="Ctrl Z"
            onPress={() => view.current && undo(view.current)}
          />
          <Button
            icon="redo"
            label="Redo"
            keys="Ctrl Y"
            onPress={() => view.current && redo(view.current)}
          />
          <Button
            icon="save"
            label="Save"
            keys="Ctrl S"
            isDisabled={!dirty || !isWritable}
            onPress={() => void save()}
          >
            Save
          </Button>
        </span>
      </div>
      {isStale && (
        <div className="stale" role="alert">
          <p>Somebody else changed the file.</p>
          <Button label="Take theirs" onPress={() => void takeTheirs()}>
            Take theirs
          </Button>
          <Button label="Keep mine" onPress={() => void keepOurs()}>
            Keep mine
          </Button>
        </div>
      )}
      <div ref={place} className="code" />
      <Problems
        trouble={trouble}
        onPick={(line, column) => view.current && goToLine(view.current, line, column)}
      />
    </div>
  )
}

function chosenItem(): Item | undefined {
  const { place } = desk.get()
  return place && chainOf(outlineNow(), place).at(-1)
}

function Problems({
  trouble,
  onPick,
}: {
  trouble: Trouble | undefined
  onPick(line: number, column: number): void
}) {
  if (!trouble) return undefined
  if (trouble.problems.length === 0) return <p className="problems">{trouble.message}</p>
  return (
    <ul className="problems" aria-label="Problems">
      {trouble.problems.map(({ line, column, path, wanted, got, hint }, i) => (
        <li key={i}>
          <button type="button" onClick={() => onPick(line, column)}>
            <span className="at">
              {line}:{column}
            </span>
            <span>
              <code>{path}</code> {wanted}
              {got !== undefined && ` (got ${got})`}
              {hint && <em>; {hint}</em>}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function goToLine(view: EditorView, line: number, column: number): void {
  const at = view.state.doc.line(Math.min(line, view.state.doc.lines))
  const anchor = Math.min(at.from + column - 1, at.to)
  view.dispatch({ selection: { anchor }, scrollIntoView: true })
  view.focus()
}
