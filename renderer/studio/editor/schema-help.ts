import type { CompletionContext } from '@codemirror/autocomplete'
import { hoverTooltip } from '@codemirror/view'
import { completionsAt } from './completions.ts'
import { docAt } from './docs.ts'
import { schemaOf } from './schema.ts'

/** Completion and hover texts out of the format's own schema. */
export function schemaHelp(kind: 'scene' | 'template') {
  const schema = () => schemaOf(kind)
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
