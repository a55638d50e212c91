import { useState } from 'react'
import { openClip, openSource } from '../actions.ts'
import { desk } from '../desk.ts'
import type { ClipEntry, SourceEntry } from '../protocol.ts'
import { mediaUrl } from '../server/api.ts'
import { useStore } from '../store.ts'
import { Thumb } from './Thumb.tsx'

/** All that can be opened; arrows go through it, Enter opens. */
export function Gallery() {
  const listing = useStore(desk, (state) => state.listing)
  const [search, setSearch] = useState('')
  if (!listing) return <p className="hint">Looking at the folder</p>
  const isFound = (...texts: (string | undefined)[]) =>
    texts.join(' ').toLowerCase().includes(search.trim().toLowerCase())
  const sources = listing.sources.filter(({ name, title, file }) => isFound(name, title, file))
  const clips = listing.clips.filter(({ name, seed, file, caption }) =>
    isFound(seed === undefined ? name : `${name} seed ${seed}`, file, caption),
  )
  const inGroup = (group: SourceEntry['group']) => sources.filter((one) => one.group === group)
  return (
    <div className="gallery" onKeyDown={onArrow}>
      <input
        id="search"
        type="search"
        placeholder="Search  /"
        aria-label="Search the gallery"
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      {listing.isCut && (
        <p className="hint">The folder holds more than is shown: open a folder in it.</p>
      )}
      <div className="cards">
        <Group title={`In ${listing.opened}`} cards={inGroup('opened').map(sourceCard)} />
        <Group title="Clips" cards={clips.map(clipCard)} />
        <Group title="Examples" cards={inGroup('examples').map(sourceCard)} />
        <Group title="Templates" cards={inGroup('templates').map(sourceCard)} />
        {sources.length + clips.length === 0 && (
          <p className="hint">Nothing is called like that.</p>
        )}
      </div>
    </div>
  )
}

function sourceCard(entry: SourceEntry) {
  return <SourceCard key={entry.id} entry={entry} />
}

function clipCard(entry: ClipEntry) {
  return <ClipCard key={entry.id} entry={entry} />
}

function Group({ title, cards }: { title: string; cards: readonly React.ReactNode[] }) {
  if (cards.length === 0) return undefined
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="faint">{cards.length}</span>
      </h2>
      {cards.slice(0, MOST)}
      {cards.length > MOST && (
        <p className="hint">{cards.length - MOST} more; the search finds them.</p>
      )}
    </section>
  )
}

/** Nobody scrolls through a reel of ten thousand. */
const MOST = 200

function SourceCard({ entry: { id, name, kind, title } }: { entry: SourceEntry }) {
  const isOpen = useStore(desk, (state) => state.open?.id === id)
  return (
    <button
      type="button"
      className="card"
      data-open={isOpen || undefined}
      data-source={id}
      aria-current={isOpen || undefined}
      onClick={() => void openSource(id)}
    >
      <Thumb asked={{ id, ...(kind === 'template' && { seed: 0 }) }} />
      <span className="words">
        <strong>{name}</strong>
        <span className="faint">{title ?? (kind === 'template' ? 'template' : 'scene')}</span>
      </span>
    </button>
  )
}

function ClipCard({ entry: { id, name, seed, file, caption } }: { entry: ClipEntry }) {
  const isOpen = useStore(desk, (state) => state.open?.id === id)
  return (
    <button
      type="button"
      className="card"
      data-open={isOpen || undefined}
      data-clip={id}
      aria-current={isOpen || undefined}
      title={file}
      onClick={() => void openClip(id)}
    >
      <span className="thumb" data-state="drawn">
        <img src={mediaUrl('poster', id)} alt="" loading="lazy" />
      </span>
      <span className="words">
        <strong>
          {name}
          {seed !== undefined && <small> seed {seed}</small>}
        </strong>
        <span className="faint">{caption}</span>
      </span>
    </button>
  )
}

function onArrow(event: React.KeyboardEvent<HTMLDivElement>): void {
  const way = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  if (way === 0) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('input, .card')]
  const at = all.indexOf(document.activeElement as HTMLElement)
  all[at + way]?.focus()
  event.preventDefault()
  event.stopPropagation()
}
