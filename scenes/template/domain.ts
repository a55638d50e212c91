/**
 * What a choice is about. Each domain draws from a stream of its own, so that one can be varied while the
 * others stay as they are.
 */
export const DOMAINS = ['layout', 'motion', 'look', 'light', 'weather', 'camera'] as const
export type Domain = (typeof DOMAINS)[number]

/** Words of a path that tell the domain; the outermost word that is in a list decides. */
const WORDS: Record<Exclude<Domain, 'layout'>, readonly string[]> = {
  camera: ['camera', 'cameras', 'lens', 'fov'],
  motion: [
    ...['motion', 'body', 'joints', 'physics', 'speed', 'velocity', 'impulse', 'force', 'wind'],
    ...['explosion', 'push'],
  ],
  look: [
    ...['material', 'color', 'colors', 'colour', 'palette', 'surface', 'roughness', 'metalness'],
    ...['opacity', 'glow', 'image', 'noun', 'shirt', 'trousers', 'shoes', 'skin', 'hair'],
    ...['hairstyle', 'build', 'top', 'look', 'paint'],
  ],
  light: ['sun', 'moon', 'exposure', 'light', 'stars', 'time', 'daylight'],
  weather: ['sky', 'fog', 'weather', 'clouds'],
}

/** The domain of a choice from the keys that lead to it, ids left out: `world`, `sun`, `elevation` is light. */
export function domainOf(keys: readonly string[]): Domain {
  for (const word of keys.flatMap(wordsIn))
    for (const [domain, words] of Object.entries(WORDS))
      // The entries' keys are the record's.
      if (words.includes(word)) return domain as Domain
  return 'layout'
}

/** `ball_color` and `ballColor` are both about a colour. */
function wordsIn(key: string): string[] {
  return key
    .replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    .split(/[_-]/)
    .filter((word) => word !== '')
}
