import { parse } from 'jsonc-parser'
import { useEffect, useState } from 'react'
import type { JsonSchema } from '#scenes'
import { Button } from '../chrome/Button.tsx'
import { desk } from '../desk.ts'
import { withPen } from '../editor/pen.ts'
import { schemaOf } from '../editor/schema.ts'
import { schemasAt } from '../editor/schema-at.ts'
import { controlOf, isOperator } from '../fields/control.ts'
import { Field } from '../fields/Field.tsx'
import { useStore } from '../store.ts'
import { changesFor } from './change-json.ts'
import type { Path } from './outline.ts'

/** What can be set of the chosen thing, out of the format's own schema; what is set is written into the text. */
export function Inspector({ path }: { path: Path }) {
  const text = useStore(desk, (state) => state.text)
  const kind = useStore(desk, (state) => (state.open?.kind === 'template' ? 'template' : 'scene'))
  const [root, setRoot] = useState<JsonSchema>()
  useEffect(() => {
    let isStale = false
    schemaOf(kind).then(
      (schema) => isStale || setRoot(schema),
      (error: unknown) => desk.set({ notice: String(error) }),
    )
    return () => {
      isStale = true
    }
  }, [kind])
  if (!root) return <p className="hint">Reading the format</p>
  const json: unknown = parse(text, [], { allowTrailingComma: true })
  return <Fields root={root} json={json} path={path} depth={0} />
}

interface FieldsProps {
  root: JsonSchema
  json: unknown
  path: Path
  depth: number
}

function Fields({ root, json, path, depth }: FieldsProps) {
  const forms = schemasAt(root, json, path).filter((form) => !isOperator(form))
  const known = Object.assign({}, ...forms.map(({ properties }) => properties)) as Record<
    string,
    JsonSchema
  >
  const value = valueAt(json, path)
  const given = typeof value === 'object' && value !== null ? Object.keys(value) : []
  const names = Object.keys(known).filter((name) => !ELSEWHERE.has(name))
  // A field that moved while somebody types into it would lose the focus.
  const [first] = useState(given)
  const here = first.filter((name) => names.includes(name))
  const more = names.filter((name) => !first.includes(name))
  if (names.length === 0)
    return (
      <p className="hint">It is chosen by the template; what there is to set is in the text.</p>
    )
  const fieldOf = (name: string) => (
    <FieldOf
      key={name}
      {...{ root, json, depth }}
      path={[...path, name]}
      isGiven={given.includes(name)}
    />
  )
  return (
    <div className="fields">
      {here.map(fieldOf)}
      {more.length > 0 && (
        <details className="more">
          <summary>{more.length} more</summary>
          {more.map(fieldOf)}
        </details>
      )}
    </div>
  )
}

function FieldOf({ root, json, path, depth, isGiven }: FieldsProps & { isGiven: boolean }) {
  const name = String(path.at(-1))
  const forms = schemasAt(root, json, path)
  const control = controlOf(forms)
  const doc = forms.find(({ description }) => description !== undefined)?.description
  const words = wordsOf(name)
  const value = valueAt(json, path)
  const isDrawn =
    typeof value === 'object' &&
    value !== null &&
    Object.keys(value).some((key) => key.startsWith('$'))
  if (control.type === 'fields' && !isDrawn && depth < DEEPEST)
    return (
      <details className="part" open={isGiven}>
        <summary title={doc}>{words}</summary>
        <Fields root={root} json={json} path={path} depth={depth + 1} />
      </details>
    )
  const parts = partsIn(value)
  if (parts.length > 0 && depth < DEEPEST)
    return (
      <details className="part" open>
        <summary title={doc}>
          {words} {parts.length > 1 && <small>{parts.length}</small>}
        </summary>
        {parts.map((part, i) => (
          <details key={i} className="part" open={parts.length === 1}>
            <summary>{typeof part['kind'] === 'string' ? wordsOf(part['kind']) : i + 1}</summary>
            <Fields root={root} json={json} path={[...path, i]} depth={depth + 2} />
          </details>
        ))}
      </details>
    )
  const byDefault = forms.find((form) => form.default !== undefined)?.default
  return (
    <div className="param" data-given={isGiven || undefined} title={doc}>
      <span>{words}</span>
      <Field
        label={path
          .slice(-1 - depth)
          .map((key) => wordsOf(String(key)))
          .join(' ')}
        control={control.type === 'fields' ? { type: 'json' } : control}
        value={value ?? byDefault}
        onSet={(one) => write(path, one)}
      />
      {isGiven && (
        <Button icon="close" label={`Leave ${words} out`} onPress={() => write(path, undefined)} />
      )}
    </div>
  )
}

function write(path: Path, value: unknown): void {
  withPen((pen) => pen.write(changesFor(desk.get().text, path, value)))
}

/** Chosen in the outline, or not by hand. */
const ELSEWHERE = new Set(['kind', 'id', 'children', 'version', '$schema'])
const DEEPEST = 2

/** Motions of an actor, keys of a camera: a list of things that have fields of their own. */
function partsIn(value: unknown): Record<string, unknown>[] {
  const isPart = (one: unknown): one is Record<string, unknown> =>
    typeof one === 'object' &&
    one !== null &&
    !Array.isArray(one) &&
    !Object.keys(one).some((key) => key.startsWith('$'))
  return Array.isArray(value) && value.length <= MOST_PARTS && value.every(isPart) ? value : []
}

const MOST_PARTS = 24

function valueAt(json: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value as Record<string | number, unknown> | undefined)?.[key],
    json,
  )
}

/** `glowColor` is read as `glow color`. */
function wordsOf(name: string): string {
  return name
    .replaceAll(/([A-Z])/g, ' $1')
    .replaceAll('_', ' ')
    .toLowerCase()
}
