import { choose } from '../actions.ts'
import { desk } from '../desk.ts'
import type { Control } from '../fields/control.ts'
import { Field } from '../fields/Field.tsx'
import type { DeclaredParam, TemplateSummary } from '../protocol.ts'
import { useStore } from '../store.ts'

/** A field for each parameter that the template declares. */
export function Params({ template: { params, values } }: { template: TemplateSummary }) {
  const given = useStore(desk, (state) => state.which.params)
  const entries = Object.entries(params)
  if (entries.length === 0) return undefined
  return (
    <fieldset className="params">
      <legend>Parameters</legend>
      {entries.map(([name, param]) => {
        const words = name.replaceAll('_', ' ')
        return (
          <div key={name} className="param" title={param.doc}>
            <span>{words}</span>
            <Field
              label={words}
              control={controlOf(param)}
              value={values[name]}
              onSet={(value) => choose({ params: { ...given, [name]: value } })}
            />
            {param.doc && <small>{param.doc}</small>}
          </div>
        )
      })}
    </fieldset>
  )
}

function controlOf({ type, min, max, choices = [] }: DeclaredParam): Control {
  switch (type) {
    case 'number':
    case 'int':
      return {
        type: 'number',
        isWhole: type === 'int',
        ...(min !== undefined && { min }),
        ...(max !== undefined && { max }),
      }
    case 'boolean':
      return { type: 'toggle' }
    case 'choice':
      return { type: 'choice', choices }
    case 'color':
      return { type: 'color', names: [] }
    case 'text':
      return { type: 'text' }
    case 'point':
      return { type: 'vector', length: 3 }
    case 'any':
      return { type: 'json' }
  }
}
