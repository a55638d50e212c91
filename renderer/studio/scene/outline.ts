import { type Node, parseTree } from 'jsonc-parser'

export type Path = readonly (string | number)[]

/** Something in the text that can be chosen: the world, a camera, an actor, a group, an operator of a template. */
export interface Item {
  path: Path
  sort: 'clip' | 'world' | 'camera' | 'actor' | 'group' | 'light' | 'operator'
  label: string
  /** What it is, where the label does not say it. */
  kind: string
  id?: string
  /** Offsets in the text. */
  from: number
  to: number
  items: Item[]
}

/** What a text is made of, in its order; of a text with mistakes what can be read. */
export function outlineOf(text: string): Item[] {
  const root = parseTree(text, [], { allowTrailingComma: true })
  return entriesOf(root).flatMap(([key, node]): Item[] => {
    if (key === 'clip' || key === 'physics') return [itemOf(node, [key], 'clip', named(key), '')]
    if (key === 'world') return [worldOf(node)]
    if (key === 'cameras') return camerasOf(node)
    if (key === 'actors') return actorsIn(node, [key])
    return []
  })
}

/** The innermost item around an offset, after those that it is in. */
export function chainAt(items: readonly Item[], at: number): Item[] {
  const item = items.find(({ from, to }) => from <= at && at <= to)
  return item ? [item, ...chainAt(item.items, at)] : []
}

/** The item of a path, after those that it is in. */
export function chainOf(items: readonly Item[], path: Path): Item[] {
  for (const item of items) {
    if (isSame(item.path, path)) return [item]
    const inner = chainOf(item.items, path)
    if (inner.length > 0) return [item, ...inner]
  }
  return []
}

/** The item that somebody of the cast comes from; a repeat makes `ball_0` of `ball`. */
export function chainOfMember(items: readonly Item[], member: string): Item[] {
  let found: Item[] = []
  for (const item of items) {
    if (item.id === member) return [item]
    const inner = chainOfMember(item.items, member)
    if (inner.length > 0) return [item, ...inner]
    if (item.id !== undefined && isCopyOf(member, item.id)) found = [item]
  }
  return found
}

/** Who of the cast is meant: those made of the item, or what it is a part of. */
export function membersOf(chain: readonly Item[], cast: readonly { id: string }[]): string[] {
  const item = chain.at(-1)
  if (!item) return []
  const ids = new Set(idsIn(item))
  const own = cast.filter(({ id }) => ids.has(id) || [...ids].some((one) => isCopyOf(id, one)))
  if (own.length > 0) return own.map(({ id }) => id)
  return membersOf(chain.slice(0, -1), cast)
}

export function isSame(a: Path, b: Path): boolean {
  return a.length === b.length && a.every((key, i) => key === b[i])
}

function idsIn({ id, items }: Item): string[] {
  return [...(id === undefined ? [] : [id]), ...items.flatMap(idsIn)]
}

function isCopyOf(member: string, id: string): boolean {
  return member.startsWith(id) && /^(_\d+)+$/.test(member.slice(id.length))
}

function worldOf(node: Node): Item {
  const world = itemOf(node, ['world'], 'world', 'World', '')
  world.items = entriesOf(node)
    .filter(([, { type }]) => type === 'object')
    .map(([key, inner]) =>
      itemOf(
        inner,
        ['world', key],
        key === 'sun' || key === 'moon' ? 'light' : 'world',
        named(key),
        '',
      ),
    )
  return world
}

function camerasOf(node: Node): Item[] {
  return (node.type === 'array' ? (node.children ?? []) : []).map((camera, i) => {
    const id = textOf(camera, 'id') ?? (i === 0 ? 'main' : `camera ${i + 1}`)
    return itemOf(camera, ['cameras', i], 'camera', id, 'camera')
  })
}

/** Actors however deep in operators; each operator that holds some is an item around them. */
function actorsIn(node: Node, path: Path): Item[] {
  if (node.type === 'array')
    return (node.children ?? []).flatMap((child, i) => actorsIn(child, [...path, i]))
  if (node.type !== 'object') return []
  const entries = entriesOf(node)
  const kind = textOf(node, 'kind')
  if (kind !== undefined || entries.some(([key]) => key === 'kind')) {
    const id = textOf(node, 'id')
    const children = entries.find(([key]) => key === 'children')?.[1]
    const sort = children ? 'group' : /lamp|light|fire/.test(kind ?? '') ? 'light' : 'actor'
    const item = itemOf(node, path, sort, id ?? kind ?? 'actor', kind ?? '')
    if (id !== undefined) item.id = id
    if (children) item.items = actorsIn(children, [...path, 'children'])
    return [item]
  }
  const [operator] = entries.find(([key]) => key.startsWith('$')) ?? []
  const inner = entries.flatMap(([key, value]) => actorsIn(value, [...path, key]))
  if (operator === undefined) return inner
  const item = itemOf(node, path, 'operator', operator.slice(1), namesOf(inner))
  item.items = inner
  return [item]
}

/** Whom an operator makes, as far as there is room to say it. */
function namesOf(items: readonly Item[]): string {
  const names = [...new Set(items.flatMap(idsIn))]
  return names.length > 2 ? `${names[0]}, ${names[1]} …` : names.join(', ')
}

function itemOf(node: Node, path: Path, sort: Item['sort'], label: string, kind: string): Item {
  return { path, sort, label, kind, from: node.offset, to: node.offset + node.length, items: [] }
}

function entriesOf(node: Node | undefined): [string, Node][] {
  if (node?.type !== 'object') return []
  return (node.children ?? []).flatMap(({ children }) => {
    const [key, value] = children ?? []
    return key && value ? [[String(key.value), value] as [string, Node]] : []
  })
}

function textOf(node: Node, name: string): string | undefined {
  const value: unknown = entriesOf(node).find(([key]) => key === name)?.[1].value
  return typeof value === 'string' ? value : undefined
}

function named(key: string): string {
  return key.slice(0, 1).toUpperCase() + key.slice(1)
}
