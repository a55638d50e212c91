import { choose } from '../actions.ts'
import { desk } from '../desk.ts'
import type { DeclaredParam, TemplateSummary } from '../protocol.ts'
import { useStore } from '../store.ts'

/** A field for each parameter that the template declares. */
export function Params({ template: { params, values } }: { template: TemplateSummary }) {
  const given = useStore(desk, (state) => state.which.params)
  const entries = Object.entries(params)
  if (entries.length === 0) return undefined
  const set = (name: string, value: unknown) => choose({ params: { ...given, [name]: value } })
  return (
    <fieldset className="params">
      <legend>Parameters</legend>
      {entries.map(([name, param]) => (
        <label key={name} className="param" title={param.doc}>
          <span>{name.replaceAll('_', ' ')}</span>
          <Field param={param} value={values[name]} onSet={(value) => set(name, value)} />
          {param.doc && <small>{param.doc}</small>}
        </label>
      ))}
    </fieldset>
  )
}

interface FieldProps {
  param: DeclaredParam
  value: unknown
  onSet(value: unknown): void
}

function Field({ param, value, onSet }: FieldProps) {
  switch (param.type) {
    case 'number':
    case 'int':
      return <NumberField param={param} value={value} onSet={onSet} />
    case 'boolean':
      return (
        <input
          type="checkbox"
          checked={value === true}
          onChange={(event) => onSet(event.target.checked)}
        />
      )
    case 'choice':
      return (
        <select value={String(value)} onChange={(event) => onSet(event.target.value)}>
          {param.choices?.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      )
    case 'text':
    case 'color':
      return <TextField value={String(value)} read={(text) => text} onSet={onSet} />
    case 'point':
    case 'any':
      return (
        <TextField value={JSON.stringify(value)} read={(text) => JSON.parse(text)} onSet={onSet} />
      )
  }
}

function NumberField({ param: { type, min, max }, value, onSet }: FieldProps) {
  const step = type === 'int' ? 1 : 'any'
  const isBounded = min !== undefined && max !== undefined
  return (
    <span className="number">
      {isBounded && (
        <input
          type="range"
          aria-hidden="true"
          tabIndex={-1}
          min={min}
          max={max}
          step={step === 'any' ? (max - min) / 200 : step}
          value={Number(value)}
          onChange={(event) => onSet(Number(event.target.value))}
        />
      )}
      <input
        type="number"
        min={min}
        max={max}
        step={step}
        value={Number(value)}
        onChange={(event) => event.target.value !== '' && onSet(Number(event.target.value))}
      />
    </span>
  )
}

/** Set when it is left or Enter is pressed, and only when it can be read. */
function TextField({
  value,
  read,
  onSet,
}: {
  value: string
  read(text: string): unknown
  onSet(value: unknown): void
}) {
  const take = (text: string) => {
    if (text === value) return
    try {
      onSet(read(text))
    } catch {
      desk.set({ notice: `${text} is not JSON.` })
    }
  }
  return (
    <input
      key={value}
      type="text"
      defaultValue={value}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
    />
  )
}
