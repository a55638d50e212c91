import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { MAX_SCENE_BYTES, type TemplateFiles } from '#scenes'
import { messageOf } from '../errors.ts'

/** Reads the fragments beside a template; a link that leads out of its folder tree is not followed. */
export function templateFiles(template: string): TemplateFiles {
  const folder = dirname(template)
  return {
    read(path) {
      const file = join(folder, path)
      try {
        const [root, real] = [realpathSync(folder), realpathSync(file)]
        if (!real.startsWith(root.endsWith(sep) ? root : root + sep))
          return { fault: `is a link out of the template's folder, to ${real}` }
        const facts = statSync(real)
        if (!facts.isFile()) return { fault: 'is no file' }
        if (facts.size > MAX_SCENE_BYTES)
          return { fault: `is a file of more than ${MAX_SCENE_BYTES / 2 ** 20} MB` }
        return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(real))
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException
        if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
        if (error instanceof TypeError) return { fault: 'is no text in UTF-8' }
        return { fault: `cannot be read (${code ?? messageOf(error)})` }
      }
    },
  }
}
