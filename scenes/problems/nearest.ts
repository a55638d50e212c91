import { distance } from 'fastest-levenshtein'

/** What people write who know other tools; only offered where the right-hand word is possible. */
const SYNONYMS: Record<string, string> = {
  ball: 'sphere',
  character: 'person',
  cube: 'box',
  duration: 'frames',
  emissive: 'glow',
  floor: 'ground',
  human: 'person',
  metallic: 'metalness',
  name: 'id',
  ring: 'torus',
  target: 'lookAt',
  type: 'kind',
}

/** Longer words are not misspelt ones, and comparing them costs the square of their length. */
const LONGEST = 64

/** The choice that a misspelt word most likely stands for; undefined when none is near. */
export function nearest(word: string, choices: readonly string[]): string | undefined {
  if (word.length > LONGEST) return undefined
  const plain = word.toLowerCase()
  const meant = SYNONYMS[plain]
  if (meant !== undefined && choices.includes(meant)) return meant
  const allowed = Math.max(1, Math.floor(word.length * 0.4))
  const ranked = choices
    .map((choice) => ({ choice, off: mistakes(plain, choice.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)
  const [best] = ranked
  if (best && best.off <= allowed) return best.choice
  return plain.length < 3
    ? undefined
    : choices.find((choice) => choice.toLowerCase().startsWith(plain))
}

/** ``did you mean `radius`?`` or undefined. */
export function didYouMean(word: string, choices: readonly string[]): string | undefined {
  const choice = nearest(word, choices)
  return choice === undefined ? undefined : `did you mean \`${choice}\`?`
}

/** Letters changed, added or left out; letters in another order count as one slip. */
function mistakes(word: string, choice: string): number {
  const letters = (text: string) => text.split('').sort().join('')
  const sameLetters = word.length === choice.length && letters(word) === letters(choice)
  return sameLetters ? Math.min(1, distance(word, choice)) : distance(word, choice)
}
