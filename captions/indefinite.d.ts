declare module 'indefinite' {
  /** `ball` -> `a ball`, `hour` -> `an hour`. */
  export default function indefinite(phrase: string, options?: { articleOnly?: boolean }): string
}
