import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { EnvironmentError } from './errors.ts'

/** Where package.json lies, with what ships beside it: that of a checkout or of the installed package. */
export function packageFolder(): string {
  const here = dirname(fileURLToPath(import.meta.url))
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder
    if (folder === dirname(folder))
      throw new EnvironmentError(`There is no package.json above ${here}.`, {
        remedy: 'Install groundreel again.',
      })
  }
}
