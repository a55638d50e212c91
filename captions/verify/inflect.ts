/** How a verb stands in a clause. */
export type Form =
  /** `rolls`, `roll`. */
  | 'finite'
  /** `roll`: after `to`. */
  | 'base'
  /** `rolling`. */
  | 'ing'
  /** `knocked`, `struck`. */
  | 'past'

const ODD_BASES: Record<string, string> = {
  flies: 'fly',
  is: 'be',
  passes: 'pass',
  crosses: 'cross',
}
const ODD_PASTS: Record<string, string> = {
  hit: 'hit',
  strike: 'struck',
  throw: 'thrown',
  bring: 'brought',
  run: 'run',
  set: 'set',
  hide: 'hidden',
  hang: 'hung',
  send: 'sent',
}
const DOUBLED = /^(?:hit|stop|spin|run|ram|tip|hop|flap|set|drop|slam|sit)$/

/** The phrase of a verb in its third person, `drops onto`, in a form of it: `dropping onto`. */
export function inflected(phrase: string, form: Form): string[] {
  const [third = '', ...rest] = phrase.split(' ')
  const base = baseOf(third)
  const heads = {
    finite: [third, base],
    base: [base],
    ing: [gerundOf(base)],
    past: [pastOf(base)],
  }[form]
  return heads.map((head) => [head, ...rest].join(' '))
}

function baseOf(third: string): string {
  return (
    ODD_BASES[third] ??
    (/(?:s|sh|ch|x)es$/.test(third) ? third.slice(0, -2) : third.replace(/s$/, ''))
  )
}

function gerundOf(base: string): string {
  if (base === 'lie') return 'lying'
  if (DOUBLED.test(base)) return `${base}${base.at(-1)}ing`
  return `${base.replace(/([^e])e$/, '$1')}ing`
}

function pastOf(base: string): string {
  if (DOUBLED.test(base) && !ODD_PASTS[base]) return `${base}${base.at(-1)}ed`
  return (
    ODD_PASTS[base] ?? (base.endsWith('e') ? `${base}d` : `${base.replace(/([^aeo])y$/, '$1i')}ed`)
  )
}
