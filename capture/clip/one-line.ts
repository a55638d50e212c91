/**
 * One line whatever a text holds: several trainers read a second line as a second caption, and Python's `splitlines` ends
 * a line at more characters than we would.
 */
export function oneLine(text: string): string {
  return text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
}
