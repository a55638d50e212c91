import { desk } from '../desk.ts'
import type { Control } from './control.ts'

export interface FieldProps<C extends Control = Control> {
  /** What it is called, for those who do not see where it stands. */
  label: string
  control: C
  value: unknown
  onSet(value: unknown): void
}

/** Sets a value by hand; of another kind than the control takes (a choice of a template, say), as JSON. */
export function Field({ label, control, value, onSet }: FieldProps) {
  const isChoice = typeof value === 'object' && value !== null && !Array.isArray(value)
  if (isChoice && control.type !== 'json')
    return <Field label={label} control={{ type: 'json' }} value={value} onSet={onSet} />
  switch (control.type) {
    case 'number':
      return <NumberField label={label} control={control} value={value} onSet={onSet} />
    case 'toggle':
      return (
        <input
          type="checkbox"
          aria-label={label}
          checked={value === true}
          onChange={(event) => onSet(event.target.checked)}
        />
      )
    case 'choice':
      return <Choices label={label} choices={control.choices} value={value} onSet={onSet} />
    case 'color':
      return <ColorField label={label} control={control} value={value} onSet={onSet} />
    case 'vector':
      return <VectorField label={label} control={control} value={value} onSet={onSet} />
    case 'text':
      return (
        <TextField
          label={label}
          value={typeof value === 'string' ? value : ''}
          read={(text) => text}
          onSet={onSet}
        />
      )
    case 'json':
      return (
        <TextField
          label={label}
          value={value === undefined ? '' : JSON.stringify(value)}
          read={(text) => JSON.parse(text)}
          onSet={onSet}
        />
      )
  }
}

type Of<T extends Control['type']> = Extract<Control, { type: T }>

function NumberField({ label, control, value, onSet }: FieldProps<Of<'number'>>) {
  const { isWhole, min, max } = control
  const range =
    min !== undefined && max !== undefined && max - min <= WIDEST ? max - min : undefined
  const set = (text: string) => text !== '' && onSet(Number(text))
  return (
    <span className="number">
      {range !== undefined && (
        <input
          type="range"
          aria-hidden="true"
          tabIndex={-1}
          min={min}
          max={max}
          step={isWhole ? 1 : stepOf(range)}
          value={Number(value ?? min)}
          onChange={(event) => set(event.target.value)}
        />
      )}
      <input
        type="number"
        aria-label={label}
        min={min}
        max={max}
        step={isWhole ? 1 : 'any'}
        value={value === undefined ? '' : Number(value)}
        onChange={(event) => set(event.target.value)}
      />
    </span>
  )
}

/** A slider over more is too coarse to be of use. */
const WIDEST = 720

/** About two hundred steps, round ones. */
function stepOf(range: number): number {
  return 10 ** Math.floor(Math.log10(range / 100))
}

function VectorField({ label, control, value, onSet }: FieldProps<Of<'vector'>>) {
  const given: unknown[] = Array.isArray(value) ? value : []
  const isPlain = given.every((one) => typeof one === 'number')
  if (!isPlain)
    return <Field label={label} control={{ type: 'json' }} value={value} onSet={onSet} />
  return (
    <span className="vector">
      {Array.from({ length: control.length }, (_, axis) => (
        <input
          key={axis}
          type="number"
          aria-label={`${label}, ${AXES[axis] ?? axis + 1}`}
          step="any"
          value={given[axis] === undefined ? '' : Number(given[axis])}
          onChange={({ target }) => {
            if (target.value === '') return
            onSet(
              Array.from({ length: control.length }, (_o, i) =>
                i === axis ? Number(target.value) : (given[i] ?? 0),
              ),
            )
          }}
        />
      ))}
    </span>
  )
}

const AXES = ['x', 'y', 'z']

function ColorField({ label, control: { names }, value, onSet }: FieldProps<Of<'color'>>) {
  const text = typeof value === 'string' ? value : ''
  const isHex = /^#[0-9a-f]{6}$/i.test(text)
  return (
    <span className="color">
      <span className="swatch" style={{ background: isHex ? text : shadeOf(text) }}>
        <input
          type="color"
          aria-label={`${label}, any`}
          value={isHex ? text : '#888888'}
          onChange={(event) => onSet(event.target.value)}
        />
      </span>
      {names.length > 0 ? (
        <Choices
          label={label}
          choices={isHex ? [text, ...names] : names}
          value={text}
          onSet={onSet}
        />
      ) : (
        <TextField label={label} value={text} read={(one) => one} onSet={onSet} />
      )}
    </span>
  )
}

/** About the colour of a name: what it is exactly, the surface says. */
function shadeOf(name: string): string {
  return name === 'cream' ? '#fffdd0' : name.replace('-', '')
}

function Choices({
  label,
  choices,
  value,
  onSet,
}: {
  label: string
  choices: readonly string[]
  value: unknown
  onSet(value: unknown): void
}) {
  return (
    <select
      aria-label={label}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => event.target.value !== '' && onSet(event.target.value)}
    >
      {typeof value !== 'string' && <option value="">by itself</option>}
      {choices.map((one) => (
        <option key={one}>{one}</option>
      ))}
    </select>
  )
}

/** Set when it is left or Enter is pressed, and only when it can be read. */
function TextField({
  label,
  value,
  read,
  onSet,
}: {
  label: string
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
      aria-label={label}
      defaultValue={value}
      onBlur={(event) => take(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
    />
  )
}
