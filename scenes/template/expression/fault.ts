/** What is wrong with an expression; whoever asked for its value knows where it stands. */
export class ExpressionFault extends Error {
  /** What to try. */
  readonly hint: string | undefined

  /** @param wanted a phrase that follows a path: `divides by 0` */
  constructor(wanted: string, hint?: string) {
    super(wanted)
    this.name = 'ExpressionFault'
    this.hint = hint
  }
}
