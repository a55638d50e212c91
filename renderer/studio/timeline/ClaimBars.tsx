import { useRef } from 'react'
import { showClaim } from '../actions.ts'
import { actorsOf } from '../claims/actors-of.ts'
import { isMoment, lineOf } from '../claims/words.ts'
import { useWidth } from '../chrome/use-width.ts'
import { desk } from '../desk.ts'
import { NOBODY, player } from '../player/player.ts'
import type { CaptionFile, Summary } from '../protocol.ts'
import { useStore } from '../store.ts'
import { LANE, lanesOf, withLabel } from './lanes.ts'

/** When each claim holds. Its words may reach out of a short bar; nothing else is put there. */
export function ClaimBars({
  captions,
  summary: { clip, shots },
  isAll,
}: {
  captions: CaptionFile
  summary: Summary
  isAll: boolean
}) {
  const chosen = useStore(desk, (state) => state.claim)
  const place = useRef<HTMLDivElement>(null)
  const width = useWidth(place)
  const { frames } = clip
  const shown = captions.claims
    .filter((claim) => claim.status === 'verified' && (isAll || isMoment(claim, shots)))
    .map((claim) => ({ claim, words: lineOf(claim) }))
  const spaces = shown.map(({ claim, words }) => {
    const label = width === 0 ? 0 : ((PADDING + LETTER * words.length) * frames) / width
    return withLabel(claim.frames, label, frames)
  })
  const { lanes, count } = lanesOf(spaces.map(({ space }) => space))
  return (
    <div ref={place} className="claim-bars" style={{ height: LANE * count + 4 }}>
      {shown.length === 0 && (
        <p className="hint">Nothing begins or ends here; All shows what holds throughout.</p>
      )}
      {shown.map(({ claim, words }, i) => {
        const [from, to] = claim.frames
        return (
          <button
            key={claim.id}
            type="button"
            className="bar claim"
            data-claim={claim.id}
            data-chosen={claim.id === chosen || undefined}
            data-ends={spaces[i]?.isAtEnd || undefined}
            style={{
              left: `${(100 * from) / frames}%`,
              width: `${(100 * Math.max(1, to - from)) / frames}%`,
              top: 2 + LANE * (lanes[i] ?? 0),
            }}
            title={words}
            onClick={() => showClaim(claim.id)}
            onPointerEnter={() => player.set({ lit: actorsOf([claim]) })}
            onPointerLeave={() => player.set({ lit: NOBODY })}
          >
            <span>{words}</span>
          </button>
        )
      })}
    </div>
  )
}

/** Pixels: what a letter of these takes at most times, and what is around the words. */
const LETTER = 5.8
const PADDING = 14
