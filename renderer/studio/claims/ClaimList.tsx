import { useEffect, useState } from 'react'
import { showClaim } from '../actions.ts'
import { Segments } from '../chrome/Segments.tsx'
import { desk } from '../desk.ts'
import { NOBODY, player } from '../player/player.ts'
import type { CaptionFile } from '../protocol.ts'
import { useStore } from '../store.ts'
import { actorsOf } from './actors-of.ts'
import { Evidence } from './Evidence.tsx'
import { ProofState } from './ProofState.tsx'
import { lineOf } from './words.ts'

const FILTERS = ['all', 'verified', 'untestable', 'refuted'] as const
type Filter = (typeof FILTERS)[number]

/** Every claim with its proof; grey and refuted ones, which no sentence tells, as well. */
export function ClaimList() {
  const captions = useStore(desk, (state) => state.captions)
  const [filter, setFilter] = useState<Filter>('all')
  if (!captions)
    return (
      <div className="panel">
        <ProofState />
      </div>
    )
  const { claims } = captions
  const count = (one: Filter) =>
    one === 'all' ? claims.length : claims.filter(({ status }) => status === one).length
  const shown = claims.filter(({ status }) => filter === 'all' || status === filter)
  return (
    <div className="panel">
      <Segments
        label="Status"
        options={FILTERS.map((one): [Filter, string] => [
          one,
          `${one === 'untestable' ? 'grey' : one} ${count(one)}`,
        ])}
        value={filter}
        onPick={(value) => setFilter(value)}
      />
      <ul className="claims" aria-label="Claims">
        {shown.map((claim) => (
          <ClaimRow key={claim.id} claim={claim} />
        ))}
      </ul>
    </div>
  )
}

function ClaimRow({ claim }: { claim: CaptionFile['claims'][number] }) {
  const isChosen = useStore(desk, (state) => state.claim === claim.id)
  const [row, setRow] = useState<HTMLLIElement | null>(null)
  useEffect(() => {
    if (isChosen) row?.scrollIntoView({ block: 'nearest' })
  }, [isChosen, row])
  const light = () => player.set({ lit: actorsOf([claim]) })
  const darken = () => player.set({ lit: NOBODY })
  return (
    <li ref={setRow} data-status={claim.status} data-chosen={isChosen || undefined}>
      <button
        type="button"
        aria-expanded={isChosen}
        onPointerEnter={light}
        onPointerLeave={darken}
        onFocus={light}
        onBlur={darken}
        onClick={() => (isChosen ? desk.set({ claim: undefined }) : showClaim(claim.id))}
      >
        <i className="dot" />
        <span className="line">{lineOf(claim)}</span>
        <span className="span">
          {claim.frames[0]}–{claim.frames[1] - 1}
        </span>
      </button>
      {isChosen && (
        <div className="proof">
          <p>
            <span className="status">{claim.status}</span> with margin {claim.margin}; {claim.id}
          </p>
          <Evidence evidence={claim.evidence} />
        </div>
      )}
    </li>
  )
}
