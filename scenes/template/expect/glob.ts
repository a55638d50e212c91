/** Whether an id is one of those that a glob means: `domino_*`. */
export function matches(glob: string, id: string): boolean {
  const [first = '', ...rest] = glob.split('*')
  if (rest.length === 0) return glob === id
  const last = rest.pop() ?? ''
  if (!id.startsWith(first) || !id.endsWith(last) || id.length < first.length + last.length)
    return false
  // The earliest place is good enough for each piece between: no backtracking, whatever the glob.
  let at = first.length
  for (const piece of rest) {
    const found = id.indexOf(piece, at)
    if (found === -1 || found + piece.length > id.length - last.length) return false
    at = found + piece.length
  }
  return true
}
