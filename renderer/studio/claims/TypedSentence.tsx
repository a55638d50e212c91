import { useEffect, useState } from 'react'
import { desk } from '../desk.ts'
import { goTo, pause } from '../player/playback.ts'
import type { PhraseVerdict } from '../protocol.ts'
import { api } from '../server/api.ts'
import { useStore } from '../store.ts'
import { Evidence } from './Evidence.tsx'

/** Any sentence, put to the proof phrase by phrase. */
export function TypedSentence() {
  // Before it is proven there is nothing to check against.
  const job = useStore(desk, (state) =>
    state.proof.state === 'proven' ? state.summary?.job : undefined,
  )
  const text = useStore(desk, (state) => state.typed)
  const [answered, setAnswered] = useState<PhraseVerdict[]>([])
  const verdicts = !job || text.trim() === '' ? [] : answered

  useEffect(() => {
    if (!job || text.trim() === '') return undefined
    let isStale = false
    const timer = setTimeout(() => {
      api.verify(job, text).then(
        (answer) => isStale || setAnswered(answer),
        (error: unknown) => desk.set({ notice: String(error) }),
      )
    }, 150)
    return () => {
      isStale = true
      clearTimeout(timer)
    }
  }, [job, text])

  return (
    <div className="typed">
      <label htmlFor="typed">Is it so?</label>
      <textarea
        id="typed"
        rows={2}
        value={text}
        placeholder="A red ball rolls from left to right."
        onChange={(event) => desk.set({ typed: event.target.value })}
      />
      <ul className="verdicts" aria-label="Verdicts">
        {verdicts.map((verdict, i) => (
          <li key={i} data-status={verdict.status}>
            <div>
              <span className="status">{verdict.status}</span>
              <span className="phrase">{verdict.text}</span>
              {verdict.frames && <Frames frames={verdict.frames} />}
            </div>
            <Evidence evidence={verdict.evidence} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Frames({ frames: [from, to] }: { frames: [number, number] }) {
  return (
    <button
      type="button"
      className="frames"
      onClick={() => {
        pause()
        goTo(from)
      }}
    >
      {from}–{to - 1}
    </button>
  )
}
