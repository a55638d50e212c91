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
  const clips = listing.clips.filter(({ name, caption }) => isFound(name, caption))
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
      <div className="cards">
        <Group title={`In ${listing.opened}`} count={inGroup('opened').length}>
          {inGroup('opened').map((entry) => (
            <SourceCard key={entry.id} entry={entry} />
          ))}
        </Group>
        <Group title="Clips" count={clips.length}>
          {clips.map((entry) => (
            <ClipCard key={entry.id} entry={entry} />
          ))}
        </Group>
        <Group title="Examples" count={inGroup('examples').length}>
          {inGroup('examples').map((entry) => (
            <SourceCard key={entry.id} entry={entry} />
          ))}
        </Group>
        <Group title="Templates" count={inGroup('templates').length}>
          {inGroup('templates').map((entry) => (
            <SourceCard key={entry.id} entry={entry} />
          ))}
        </Group>
        {sources.length + clips.length === 0 && (
          <p className="hint">Nothing is called like that.</p>
        )}
      </div>
    </div>
  )
}

function Group({
  title,
  count,
  children,
}: {
  title: string
  count: number
  children: React.ReactNode
}) {
  if (count === 0) return undefined
  return (
    <section aria-label={title}>
      <h2>
        {title} <span className="faint">{count}</span>
      </h2>
      {children}
    </section>
  )
}

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

function ClipCard({ entry: { id, name, caption } }: { entry: ClipEntry }) {
  const isOpen = useStore(desk, (state) => state.open?.id === id)
  return (
    <button
      type="button"
      className="card"
      data-open={isOpen || undefined}
      data-clip={id}
      aria-current={isOpen || undefined}
      onClick={() => void openClip(id)}
    >
      <span className="thumb" data-state="drawn">
        <img src={mediaUrl('poster', id)} alt="" loading="lazy" />
      </span>
      <span className="words">
        <strong>{name}</strong>
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
