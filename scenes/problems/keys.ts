import type { Node } from 'jsonc-parser'
import { pathText, type JsonPath } from './fault.ts'
import { placeIn, type Source } from './locate.ts'
import type { Problem } from './scene-error.ts'

/** Keys that stand twice in one object: JSON would silently keep the last. */
export function duplicateKeys({ file, tree, lines }: Source): Problem[] {
  const problems: Problem[] = []
  const visit = (node: Node, path: JsonPath): void => {
    const seen = new Map<string, number>()
    node.children?.forEach((child, index) => {
      if (node.type === 'array') return visit(child, [...path, index])
      const [key, value] = child.children ?? []
      if (!key) return
      const name = String(key.value)
      const first = seen.get(name)
      if (first === undefined) seen.set(name, key.offset)
      else {
        problems.push({
          file,
          ...placeIn(lines, key.offset),
          path: pathText([...path, name]),
          wanted: 'is written twice',
          hint: `the first is on line ${placeIn(lines, first).line}; keep one`,
        })
      }
      if (value) visit(value, [...path, name])
    })
  }
  visit(tree, [])
  return problems
}
