/** A function of something that works each answer out once and keeps it as long as that lives. */
export function kept<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { value: V }>()
  return (of) => {
    const before = known.get(of)
    if (before) return before.value
    const value = make(of)
    known.set(of, { value })
    return value
  }
}

/** The same of something and one of those in it, by its id. */
export function keptById<K extends object, V>(
  make: (of: K, id: string) => V,
): (of: K, id: string) => V {
  const known = kept<K, Map<string, V>>(() => new Map())
  return (of, id) => {
    const own = known(of)
    if (own.has(id)) return own.get(id) as V // it has
    const value = make(of, id)
    own.set(id, value)
    return value
  }
}
