/** One thing that is wrong with a scene file, and what to change. */
export interface Problem {
  /** As it was given to `parseScene`. */
  file: string
  /** From 1. */
  line: number
  /** From 1, in UTF-16 units as editors count. */
  column: number
  /** As in `actors[3].size[1]`; empty when it concerns the whole file. */
  path: string
  /** What stands there, shortened; undefined where nothing does or where it says nothing. */
  got?: string
  /** A phrase that follows the path: `must be above 0`. */
  wanted: string
  /** What to try: ``did you mean `radius`?`` */
  hint?: string
}

/** More than these are only counted: they are seldom read, and often echo the first. */
const SHOWN = 20

/** A scene file that cannot be used; the message has one line per problem, in the order of the text. */
export class SceneError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[], options?: ErrorOptions) {
    super(messageOf(problems), options)
    this.name = 'SceneError'
    this.problems = problems
  }
}

/** `park.json:12:14: actors[3].radius must be above 0 (got -2)` */
export function problemText({ file, line, column, path, got, wanted, hint }: Problem): string {
  const subject = path === '' ? '' : isPhrase(wanted) ? `${path} ` : `${path}: `
  return `${file}:${line}:${column}: ${subject}${wanted}${got === undefined ? '' : ` (got ${got})`}${hint ? `; ${hint}` : ''}`
}

function messageOf(problems: readonly Problem[]): string {
  const lines = problems.slice(0, SHOWN).map(problemText)
  const more = problems.length - SHOWN
  return (more > 0 ? [...lines, `and ${more} more`] : lines).join('\n')
}

/** Whether it reads on after the path, as `must be ...` does; a sentence of its own takes a colon. */
function isPhrase(wanted: string): boolean {
  return /^(must|is|has|needs|names|leads) /.test(wanted)
}
