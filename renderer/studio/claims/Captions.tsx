import { showClaim } from '../actions.ts'
import { Segments } from '../chrome/Segments.tsx'
import { desk } from '../desk.ts'
import { NOBODY, player } from '../player/player.ts'
import type { CaptionFile } from '../protocol.ts'
import { useStore } from '../store.ts'
import { actorsOf } from './actors-of.ts'
import { ProofState } from './ProofState.tsx'
import { formsTold, type Line, linesTold } from './told.ts'
import { TypedSentence } from './TypedSentence.tsx'

/** What is told of the clip: every form, in both languages, each sentence with who is meant. */
export function Captions() {
  const captions = useStore(desk, (state) => state.captions)
  const language = useStore(desk, (state) => state.language)
  const form = useStore(desk, (state) => state.form)
  if (!captions)
    return (
      <div className="panel">
        <ProofState />
      </div>
    )
  return (
    <div className="panel">
      <div className="bar-of-two">
        <Segments
          label="Language"
          options={[
            ['en', 'English'],
            ['zh', 'Chinese'],
          ]}
          value={language}
          onPick={(value) => desk.set({ language: value })}
        />
        <label className="field">
          <span className="unseen">Form</span>
          <select
            value={form}
            aria-label="Form"
            onChange={(event) => desk.set({ form: event.target.value })}
          >
            {formsTold(captions).map((name) => (
              <option key={name} value={name}>
                {name.replaceAll('_', ' ')}
              </option>
            ))}
          </select>
        </label>
      </div>
      {language === 'zh' && !captions.captions.zh && (
        <p className="hint">An actor has no Chinese noun: there are no Chinese captions.</p>
      )}
      <Lines
        lines={linesTold(captions, language, form)}
        form={form}
        claims={captions.claims}
        language={captions.captions[language] ? language : 'en'}
      />
      <p className="hint">
        {captions.stats.verified} claims proven, {captions.stats.refuted} refuted and left unsaid;{' '}
        {Math.round(100 * captions.stats.coverage)} % of what is seen is told.
      </p>
      <TypedSentence />
    </div>
  )
}

function Lines({
  lines,
  form,
  claims,
  language,
}: {
  lines: readonly Line[]
  form: string
  claims: CaptionFile['claims']
  language: 'en' | 'zh'
}) {
  const chosen = useStore(desk, (state) => state.claim)
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  if (lines.length === 0)
    return <p className="hint">Nothing of this is proven, and so nothing is said.</p>
  return (
    <div className="sentences" data-form={form} lang={language}>
      {lines.map(({ text, claims: ids, at, answer }, i) => {
        const own = ids.flatMap((id) => byId.get(id) ?? [])
        const earliest = own.reduce<(typeof own)[number] | undefined>(
          (first, one) => (first && first.frames[0] <= one.frames[0] ? first : one),
          undefined,
        )
        const light = () => player.set({ lit: actorsOf(own) })
        const darken = () => player.set({ lit: NOBODY })
        return (
          <button
            key={i}
            type="button"
            className="sentence"
            data-chosen={(chosen !== undefined && ids.includes(chosen)) || undefined}
            onPointerEnter={light}
            onPointerLeave={darken}
            onFocus={light}
            onBlur={darken}
            onClick={() => earliest && showClaim(earliest.id)}
          >
            {at !== undefined && <time>{at.toFixed(1)} s</time>}
            {text} {answer !== undefined && <b>{answer}</b>}
          </button>
        )
      })}
    </div>
  )
}
