import type { Source } from '../problems/locate.ts'
import type { Params } from './params.ts'

/** Reads the files beside a template; passed in, because templates are cast where there are no files too. */
export interface TemplateFiles {
  /**
   * The text of a file by its path from the template's folder, `/` between. Undefined where there is none; a
   * `fault` says why it cannot be had.
   */
  read(path: string): string | { fault: string } | undefined
}

/** A fragment, or the template itself, read and checked as far as it can be before anything is drawn. */
export interface TemplateFile {
  /** From the template's folder, `/` between; of the template itself its name as it was called. */
  path: string
  source: Source
  json: Record<string, unknown>
  params: Params
}

/** Many scenes in one file; `cast` makes one of them. */
export interface Template extends TemplateFile {
  /** By path from the template's folder. */
  fragments: ReadonlyMap<string, TemplateFile>
  /** All texts that it is made of, by path: what its hash is of. */
  texts: Readonly<Record<string, string>>
}
