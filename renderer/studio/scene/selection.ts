import { desk } from '../desk.ts'
import { player } from '../player/player.ts'
import { createStore } from '../store.ts'
import {
  chainAt,
  chainOf,
  chainOfMember,
  type Item,
  membersOf,
  outlineOf,
  type Path,
} from './outline.ts'

/** What is chosen, in the outline, the picture and the text at once. */

export function choosePlace(path: Path): void {
  choose(chainOf(outlineNow(), path))
}

/** Somebody in the picture. */
export function chooseMember(member: string): void {
  const chain = chainOfMember(outlineNow(), member)
  if (chain.length === 0) return
  choose(chain)
  if (desk.get().right !== 'editor') desk.set({ right: 'scene' })
}

/** Where the cursor of the editor is. */
export function chooseAt(offset: number): void {
  const chain = chainAt(outlineNow(), offset)
  if (chain.length > 0) choose(chain)
}

export function chooseNothing(): void {
  desk.set({ place: undefined })
  player.set({ chosen: [] })
}

/** For those who must know at once; read once for each text. */
export function outlineNow(): Item[] {
  const { text } = desk.get()
  if (known.text !== text) known = { text, items: outlineOf(text) }
  return known.items
}
let known: { text: string; items: Item[] } = { text: '', items: [] }

/** For those who show it. Five thousand actors take 40 ms to read: in a task of its own, after the one that set the text. */
export const outline = createStore<{ items: Item[] }>({ items: [] })
let reading: ReturnType<typeof setTimeout> | undefined
desk.subscribe(() => {
  if (desk.get().text === known.text && outline.get().items === known.items) return
  reading ??= setTimeout(() => {
    reading = undefined
    outline.set({ items: outlineNow() })
  })
})

function choose(chain: readonly Item[]): void {
  const item = chain.at(-1)
  if (!item) return chooseNothing()
  const { place, summary } = desk.get()
  if (JSON.stringify(place) !== JSON.stringify(item.path)) desk.set({ place: item.path })
  player.set({ chosen: membersOf(chain, summary?.cast ?? []) })
}
