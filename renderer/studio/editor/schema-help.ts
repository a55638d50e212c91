import type { CompletionContext } from '@codemirror/autocomplete'
import { hoverTooltip } from '@codemirror/view'
import type { JsonSchema } from '#scenes'
import { api } from '../server/api.ts'
import { completionsAt } from './completions.ts'
import { docAt } from './docs.ts'

const kept = new Map<string, Promise<JsonSchema>>()

/** Completion and hover texts out of the format's own schema. */
export function schemaHelp(kind: 'scene' | 'template') {
  // Fetched when it is first wanted.
  const schema = () => {
    const known = kept.get(kind) ?? api.schema(kind)
    kept.set(kind, known)
    return known
  }
  return {
    complete: async (context: CompletionContext) => completionsAt(await schema(), context),
    hover: hoverTooltip(async (view, at) => {
      const doc = docAt(await schema(), view.state.doc.toString(), at)
      if (!doc) return null
      return {
        pos: at,
        create: () => {
          const dom = document.createElement('div')
          dom.className = 'doc'
          const name = document.createElement('code')
          name.textContent = doc.name
          dom.append(name, ` ${doc.text}`)
          return { dom }
        },
      }
    }),
  }
}
