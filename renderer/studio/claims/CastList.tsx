import { desk } from '../desk.ts'
import { NOBODY, player } from '../player/player.ts'
import { colorOfId } from '../stage/hue.ts'
import { useStore } from '../store.ts'

/** Everybody whom passes and captions count, in the colour of the ids. */
export function CastList() {
  const cast = useStore(desk, (state) => state.summary?.cast)
  const lit = useStore(player, (state) => state.lit)
  if (!cast) return undefined
  return (
    <div className="panel">
      <ul className="cast" aria-label="Cast">
        {cast.slice(0, MOST).map(({ id, kind, noun }, i) => (
          <li key={id}>
            <button
              type="button"
              data-lit={lit.includes(id) || undefined}
              onPointerEnter={() => player.set({ lit: [id] })}
              onPointerLeave={() => player.set({ lit: NOBODY })}
              onFocus={() => player.set({ lit: [id] })}
              onBlur={() => player.set({ lit: NOBODY })}
            >
              <i style={{ background: colorOfId(i + 1) }} />
              <span>{noun}</span>
              {id !== noun && <code>{id}</code>}
              {kind !== noun && kind !== id && <small>{kind}</small>}
            </button>
          </li>
        ))}
      </ul>
      {cast.length > MOST && <p className="hint">and {cast.length - MOST} more</p>}
    </div>
  )
}

/** A list of five thousand would be drawn for longer than anybody reads. */
const MOST = 200
