import { useState } from 'react'
import { choose } from '../actions.ts'
import { Button } from '../chrome/Button.tsx'
import { desk, isDirty } from '../desk.ts'
import { Thumb } from '../gallery/Thumb.tsx'
import type { PlayRequest, Which } from '../protocol.ts'
import { useStore } from '../store.ts'
import { Choices } from './Choices.tsx'
import { Params } from './Params.tsx'

type VaryDomain = NonNullable<Which['vary']>['domains'][number]
const VARIED = [
  'layout',
  'motion',
  'look',
  'light',
  'weather',
  'camera',
] as const satisfies readonly VaryDomain[]

/** Twelve scenes of a template at a throw; one domain alone can be thrown. */
export function SeedDice() {
  const open = useStore(desk, (state) => state.open)
  const which = useStore(desk, (state) => state.which)
  const summary = useStore(desk, (state) => state.summary)
  const [first, setFirst] = useState(0)
  const [domain, setDomain] = useState<VaryDomain | 'all'>('all')
  // A picture is of the text as it was when it was asked for: at every letter would be too often.
  const text = useStore(desk, (state) =>
    isDirty(state) && !state.trouble ? state.text : undefined,
  )
  if (open?.kind !== 'template') return undefined
  const { seed = 0, vary, params } = which
  const whichOf = (number: number): Which =>
    domain === 'all'
      ? { seed: number, vary: undefined }
      : { seed, vary: { domains: [domain], seed: number } }
  const askedOf = (number: number): PlayRequest => ({
    id: open.id,
    ...whichOf(number),
    ...(params && { params }),
    ...(text !== undefined && { text }),
  })
  const chosen = domain === 'all' ? (vary ? undefined : seed) : vary?.seed
  return (
    <div className="seeds">
      <label className="field">
        Vary
        <select
          value={domain}
          onChange={(event) => setDomain(event.target.value as VaryDomain | 'all')}
        >
          <option value="all">everything</option>
          {VARIED.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      <div className="bar-of-two">
        <label className="field">
          From
          <input
            type="number"
            aria-label="First seed"
            min={0}
            max={MOST}
            value={first}
            onChange={(event) => setFirst(seedOf(event.target.value))}
          />
        </label>
        <Button
          icon="dice"
          label="Roll twelve others"
          isMain
          onPress={() => setFirst(Math.min(first + DICE, MOST))}
        >
          Roll
        </Button>
      </div>
      <div className="dice" role="group" aria-label="Seeds">
        {Array.from({ length: DICE }, (_, i) => first + i).map((number) => (
          <button
            key={number}
            type="button"
            className="die"
            data-seed={number}
            aria-pressed={number === chosen}
            aria-label={`Seed ${number}`}
            onClick={() => choose(whichOf(number))}
          >
            <Thumb asked={askedOf(number)} isUrgent />
            <span>{number}</span>
          </button>
        ))}
      </div>
      {summary?.template && (
        <>
          <Params template={summary.template} />
          <Choices template={summary.template} />
        </>
      )}
    </div>
  )
}

const DICE = 12
/** A seed has 32 bits. */
const MOST = 2 ** 32 - DICE

function seedOf(typed: string): number {
  return Math.max(0, Math.min(MOST, Math.floor(Number(typed)) || 0))
}
