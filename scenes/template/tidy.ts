/** A drawn number with 7 digits: enough for a hair on a house, and the scene stays readable. */
export function tidy(value: number): number {
  return Number(value.toPrecision(7))
}
