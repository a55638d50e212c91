import { desk } from '../desk.ts'
import type { Who } from '../stage/treaty.ts'
import { useStore } from '../store.ts'
import { meantIn } from './meant.ts'
import { player } from './player.ts'

/** Boxes and names of everybody of whom a pixel is seen; of whoever is lit or chosen, at all times. */
export function Marks({ width, height }: { width: number; height: number }) {
  const hasBoxes = useStore(player, (state) => state.hasBoxes)
  const lit = useStore(player, (state) => state.lit)
  const chosen = useStore(player, (state) => state.chosen)
  const who = useStore(player, (state) => state.who)
  const summary = useStore(desk, (state) => state.summary)
  if (!who) return undefined
  const nouns = new Map(summary?.cast.map(({ id, noun }) => [id, noun]))
  const meant = meantIn(who, lit)
  const picked = who.boxes.filter(
    ({ id }) => chosen.includes(id) && !meant.some((one) => one.id === id),
  )
  const shown = (hasBoxes ? largest(who) : [...picked, ...meant]).slice(0, MOST)
  return (
    <div className="marks" aria-hidden="true">
      {shown.map(({ id, box: [left, top, right, bottom] }) => (
        <div
          key={id}
          className="mark"
          data-actor={id}
          data-lit={meant.some((one) => one.id === id) || undefined}
          data-chosen={chosen.includes(id) || undefined}
          data-high={top < 0.06 * height || undefined}
          style={{
            left: `${(100 * left) / width}%`,
            top: `${(100 * top) / height}%`,
            width: `${(100 * (right - left)) / width}%`,
            height: `${(100 * (bottom - top)) / height}%`,
          }}
        >
          <span>
            {nouns.get(id) ?? id}
            {hasBoxes && nouns.get(id) !== id && <small>{id}</small>}
          </span>
        </div>
      ))}
    </div>
  )
}

/** More boxes nobody can read, and a thousand take a third of a second to lay out. */
const MOST = 120

function largest({ boxes }: Who): Who['boxes'] {
  const areaOf = ([left, top, right, bottom]: Who['boxes'][number]['box']) =>
    (right - left) * (bottom - top)
  return boxes.toSorted((a, b) => areaOf(b.box) - areaOf(a.box))
}
