/** By pixel the category of what it shows: 1 + its index in `CATEGORIES`, 0 for the sky. @param categories by id */
export function semanticOf(ids: ArrayLike<number>, categories: readonly number[]): Uint8Array {
  return Uint8Array.from(ids, (id) => categories[id] ?? 0)
}
