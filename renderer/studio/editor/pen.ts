import { desk } from '../desk.ts'
import type { TextChange } from '../scene/change-json.ts'

/** Who writes the text: the editor, whose history undoes what panels wrote as well. */
export interface Pen {
  write(changes: readonly TextChange[]): void
  undo(): void
  redo(): void
}

let pen: Pen | undefined
let waiting: ((pen: Pen) => void)[] = []

/** Does it now, or when the editor has been read. */
export function withPen(use: (pen: Pen) => void): void {
  if (pen) return use(pen)
  waiting.push(use)
  desk.set({ isWriting: true })
}

/** The editor has come up; `undefined`, it is gone. */
export function handPen(one: Pen | undefined): void {
  pen = one
  if (!one) return
  const all = waiting
  waiting = []
  for (const use of all) use(one)
}
