import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { MOST_FAULTS, pathText, type Fault, type JsonPath } from './fault.ts'
import type { Problem } from './scene-error.ts'

/** A text and its tree, ready to say where things stand. */
export interface Source {
  file: string
  text: string
  tree: Node
  /** Offset of the first character of every line. */
  lines: number[]
}

/** From 1. */
export interface Place {
  line: number
  column: number
}

/** Faults as problems with their places, in the order of the text; at most `MOST_FAULTS`. */
export function located(source: Source, faults: readonly Fault[]): Problem[] {
  return withoutEchoes(faults)
    .slice(0, MOST_FAULTS)
    .map((fault) => problemOf(source, fault))
    .sort((a, b) => a.line - b.line || a.column - b.column)
}

/** A value that breaks two rules is told once: mending the first often mends the second. */
function withoutEchoes(faults: readonly Fault[]): Fault[] {
  const told = new Set<string>()
  return faults.filter((fault) => {
    const path = JSON.stringify(fault.path)
    return !told.has(path) && told.add(path)
  })
}

/** One fault with its place; what is not in the text (a default, say) is placed at what holds it. */
export function problemOf({ file, text, tree, lines }: Source, fault: Fault): Problem {
  const { path, wanted, hint, point = 'value' } = fault
  const node = nodeAt(tree, point === 'parent' ? path.slice(0, -1) : path)
  const start = (point === 'key' && node.parent?.children?.[0]) || node
  const got = fault.got === undefined && point === 'value' ? shortText(text, node) : fault.got
  return {
    file,
    ...placeIn(lines, start.offset),
    path: pathText(path),
    wanted,
    ...(typeof got === 'string' && { got }),
    ...(hint !== undefined && { hint }),
  }
}

/** Offset of the first character of every line. */
export function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

export function placeIn(lines: number[], offset: number): Place {
  let low = 0
  let high = lines.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((lines[middle] as number) <= offset) low = middle
    else high = middle - 1
  }
  return { line: low + 1, column: offset - (lines[low] as number) + 1 }
}

function nodeAt(tree: Node, path: JsonPath): Node {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length))
    if (node) return node
  }
  return tree
}

/** The value as its author wrote it: `1e309` says more than `Infinity`. */
function shortText(text: string, { type, offset, length, children = [] }: Node): string {
  const source = text.slice(offset, offset + Math.min(length, 1000)).replace(/\s+/g, ' ')
  if (length < 1000 && source.length <= 48) return source
  if (type === 'array') return `a list of ${children.length}`
  if (type === 'object') return `an object of ${children.length} keys`
  return `${source.slice(0, 40)}...${type === 'string' ? '"' : ''}`
}
