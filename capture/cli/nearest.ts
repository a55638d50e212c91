import { closest, distance } from 'fastest-levenshtein'

/** `; did you mean depth?` where a word is nearly one of those that there are. */
export function nearestOf(got: string, choices: readonly string[]): string {
  if (choices.length === 0) return ''
  const near = closest(got, [...choices])
  return distance(got, near) <= Math.max(1, near.length / 3) ? `; did you mean ${near}?` : ''
}
