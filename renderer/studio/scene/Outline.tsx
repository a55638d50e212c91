import { useDeferredValue, useEffect, useRef, useState } from 'react'
import { Icon, type IconName } from '../chrome/Icon.tsx'
import { desk } from '../desk.ts'
import { NOBODY, player } from '../player/player.ts'
import { useStore } from '../store.ts'
import { chainOf, type Item, isSame, membersOf, type Path } from './outline.ts'
import { choosePlace, outline } from './selection.ts'

/** The scene as a tree; arrows go through it, right and left open and close. */
export function Outline() {
  // Opening the panel is one task, its rows are another.
  const items = useDeferredValue(
    useStore(outline, (state) => state.items),
    NONE,
  )
  const place = useStore(desk, (state) => state.place)
  const cast = useStore(desk, (state) => state.summary?.cast)
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [search, setSearch] = useState('')
  const tree = useRef<HTMLUListElement>(null)
  const chain = place ? chainOf(items, place) : []
  const around = new Set(chain.slice(0, -1).map(({ path }) => keyOf(path)))
  const isOpen = (item: Item) => opened.has(keyOf(item.path)) || around.has(keyOf(item.path))
  const all = search.trim() === '' ? rowsOf(items, isOpen) : foundIn(items, search.trim())
  const rows = all.slice(0, MOST)
  const at = rows.findIndex(({ item }) => place && isSame(item.path, place))

  useEffect(() => {
    tree.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [place])

  const toggle = (item: Item, open: boolean) => {
    const next = new Set(opened)
    if (open) next.add(keyOf(item.path))
    else next.delete(keyOf(item.path))
    setOpened(next)
  }
  const onKeyDown = (event: React.KeyboardEvent) => {
    const row = rows[at]
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
    if (to !== undefined && rows[to]) choosePlace(rows[to].item.path)
    else if (event.key === 'ArrowRight' && row) toggle(row.item, true)
    else if (event.key === 'ArrowLeft' && row && isOpen(row.item)) toggle(row.item, false)
    else if (event.key === 'ArrowLeft' && chain.length > 1) choosePlace((chain.at(-2) as Item).path)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const light = (item: Item) =>
    player.set({ lit: membersOf(chainOf(items, item.path), cast ?? []) })
  return (
    <>
      <input
        type="search"
        placeholder="Find in the scene"
        aria-label="Find in the scene"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul
        ref={tree}
        className="outline"
        role="tree"
        aria-label="Scene"
        tabIndex={0}
        onKeyDown={onKeyDown}
      >
        {rows.map(({ item, level }) => (
          <li
            key={keyOf(item.path)}
            role="treeitem"
            aria-level={level}
            aria-selected={place !== undefined && isSame(item.path, place)}
            aria-expanded={item.items.length > 0 ? isOpen(item) : undefined}
            data-item={item.id ?? item.label}
            style={{ paddingInlineStart: 4 + 14 * (level - 1) }}
            onClick={() => choosePlace(item.path)}
            onPointerEnter={() => light(item)}
            onPointerLeave={() => player.set({ lit: NOBODY })}
          >
            <button
              type="button"
              className="fold"
              tabIndex={-1}
              aria-hidden="true"
              disabled={item.items.length === 0}
              onClick={(event) => {
                event.stopPropagation()
                toggle(item, !isOpen(item))
              }}
            >
              {item.items.length > 0 && (isOpen(item) ? '▾' : '▸')}
            </button>
            <Icon name={ICONS[item.sort]} />
            <span className="label">{item.label}</span>
            {item.kind !== '' && item.kind !== item.label && <small>{item.kind}</small>}
          </li>
        ))}
      </ul>
      {all.length > MOST && <p className="hint">and {all.length - MOST} more; search for them</p>}
      {all.length === 0 && (
        <p className="hint">
          {search === ''
            ? 'The text has nothing in it that can be chosen.'
            : 'Nothing is called like that.'}
        </p>
      )}
    </>
  )
}

const NONE: Item[] = []

const ICONS: Record<Item['sort'], IconName> = {
  clip: 'film',
  world: 'world',
  camera: 'camera',
  actor: 'actor',
  group: 'group',
  light: 'light',
  operator: 'dice',
}

interface Row {
  item: Item
  level: number
}

function rowsOf(items: readonly Item[], isOpen: (item: Item) => boolean, level = 1): Row[] {
  return items.flatMap((item) => [
    { item, level },
    ...(isOpen(item) ? rowsOf(item.items, isOpen, level + 1) : []),
  ])
}

function foundIn(items: readonly Item[], search: string): Row[] {
  return items.flatMap((item) => [
    ...(`${item.label} ${item.kind}`.toLowerCase().includes(search.toLowerCase())
      ? [{ item, level: 1 }]
      : []),
    ...foundIn(item.items, search),
  ])
}

function keyOf(path: Path): string {
  return path.join('/')
}

/** More nobody reads, and 300 rows made a click of the tab last 104 ms. */
const MOST = 120
