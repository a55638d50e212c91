import { useRef } from 'react'
import { useWidth } from '../chrome/use-width.ts'
import { desk } from '../desk.ts'
import type { Box, Who } from '../stage/treaty.ts'
import { useStore } from '../store.ts'
import { meantIn } from './meant.ts'
import { namePlaces } from './name-places.ts'
import { player } from './player.ts'

/** Boxes and names of everybody of whom a pixel is seen; of whoever is lit or chosen, at all times. */
export function Marks({ width, height }: { width: number; height: number }) {
  const hasBoxes = useStore(player, (state) => state.hasBoxes)
  const lit = useStore(player, (state) => state.lit)
  const chosen = useStore(player, (state) => state.chosen)
  const who = useStore(player, (state) => state.who)
  const summary = useStore(desk, (state) => state.summary)
  const place = useRef<HTMLDivElement>(null)
  const scale = useWidth(place) / width
  const nouns = new Map(summary?.cast.map(({ id, noun }) => [id, noun]))
  const boxes = who?.boxes ?? []
  const meant = who ? meantIn(who, lit) : []
  const shown = largest(
    hasBoxes ? boxes : [...new Set([...boxes.filter(({ id }) => chosen.includes(id)), ...meant])],
  ).slice(0, MOST)
  const nameOf = (id: string) => nouns.get(id) ?? id
  const isTold = (id: string) => hasBoxes && nameOf(id) !== id
  const places = namePlaces(
    shown.map(({ id, box }) => ({
      box: box.map((edge) => edge * scale) as Box,
      letters: nameOf(id).length + (isTold(id) ? id.length + 1 : 0),
    })),
    { width: width * scale, height: height * scale },
  )
  return (
    <div ref={place} className="marks" aria-hidden="true">
      {shown.map(({ id, box: [left, top, right, bottom] }, i) => (
        <div
          key={id}
          className="mark"
          data-actor={id}
          data-lit={meant.some((one) => one.id === id) || undefined}
          data-chosen={chosen.includes(id) || undefined}
          data-name={places[i]?.at}
          data-side={places[i]?.side}
          style={{
            left: `${(100 * left) / width}%`,
            top: `${(100 * top) / height}%`,
            width: `${(100 * (right - left)) / width}%`,
            height: `${(100 * (bottom - top)) / height}%`,
          }}
        >
          <span>
            {nameOf(id)}
            {isTold(id) && <small>{id}</small>}
          </span>
        </div>
      ))}
    </div>
  )
}

/** More boxes nobody can read, and a thousand take a third of a second to lay out. */
const MOST = 120

/** The smallest last: they lie over the others. */
function largest(boxes: Who['boxes']): Who['boxes'] {
  const areaOf = ([left, top, right, bottom]: Box) => (right - left) * (bottom - top)
  return boxes.toSorted((a, b) => areaOf(b.box) - areaOf(a.box))
}
