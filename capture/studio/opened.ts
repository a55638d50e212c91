import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { parse } from 'jsonc-parser'
import { isTemplateText, MAX_SCENE_BYTES } from '#scenes'
import type { ClipEntry, Listing, SourceEntry } from '#renderer/studio'
import { InputError } from '../errors.ts'
import { packageFolder } from '../package-folder.ts'

/** What the studio may show: files of the opened folder, of the folder that clips go to, and what ships. */
export interface Opened {
  list(): Promise<Listing>
  /** The file of a source. Throws for an id that was never listed, or a file that leads out of its folder. */
  source(id: string): Promise<{ file: string; isWritable: boolean }>
  /** The folder of a clip; the same. */
  clip(id: string): Promise<string>
}

/**
 * Looks at what a call names: a scene, a template, a clip or a folder of them; without one, at what ships.
 * @param out the folder that clips are rendered to
 */
export async function openFolder(path: string | undefined, out: string): Promise<Opened> {
  const { folder, first } = await whatIs(path)
  const own: Root[] = folder === undefined ? [] : [{ folder, group: 'opened', isWritable: true }]
  const shipped = (['examples', 'templates'] as const).map((group) => ({
    folder: join(packageFolder(), 'scenes', group),
    group,
    isWritable: false,
  }))
  const clipFolders = [...new Set([...(folder === undefined ? [] : [folder]), resolve(out)])]
  const sources = new Map<string, Found>()
  const clips = new Map<string, Found>()

  const guarded = async (found: Found | undefined, what: string) => {
    if (!found) throw new InputError(`There is no ${what} of that id.`)
    const [root, real] = await Promise.all([realpath(found.root), realpath(found.file)])
    if (real !== root && !real.startsWith(root + sep))
      throw new InputError(`${found.file} leads out of ${found.root}.`)
    return { file: real, isWritable: found.isWritable }
  }

  return {
    async list() {
      const lists = await Promise.all([...own, ...shipped].map(sourcesIn))
      const found = lists.flat().filter(unique(({ entry }) => entry.id))
      for (const { entry, file, root } of found)
        sources.set(entry.id, { file, root, isWritable: entry.isWritable })
      const shown = (await Promise.all(clipFolders.map(clipsIn)))
        .flat()
        .filter(unique(({ entry }) => entry.id))
      for (const { entry, file, root } of shown)
        clips.set(entry.id, { file, root, isWritable: false })
      const wanted = first === undefined ? undefined : idOf(first)
      return {
        opened: nameOf(path, folder),
        sources: found.map(({ entry }) => entry),
        clips: shown.map(({ entry }) => entry),
        ...(wanted !== undefined && { first: wanted }),
      }
    },
    source: (id) => guarded(sources.get(id), 'scene'),
    clip: async (id) => (await guarded(clips.get(id), 'clip')).file,
  }
}

interface Root {
  folder: string
  group: SourceEntry['group']
  isWritable: boolean
}

interface Found {
  file: string
  root: string
  isWritable: boolean
}

/** The folder as the user would call it. */
function nameOf(path: string | undefined, folder: string | undefined): string {
  if (path === undefined || folder === undefined) return 'examples and templates'
  return relative('', folder).startsWith('..') ? basename(folder) : relative('', folder) || '.'
}

async function whatIs(path: string | undefined): Promise<{ folder?: string; first?: string }> {
  if (path === undefined) return {}
  const full = resolve(path)
  const facts = await stat(full).catch((cause: unknown) => {
    throw new InputError(`There is no file or folder ${path}.`, { cause })
  })
  if (facts.isFile()) return { folder: dirname(full), first: full }
  if (existsSync(join(full, 'manifest.json')) && existsSync(join(full, 'video.mp4')))
    return { folder: dirname(full), first: full }
  return { folder: full }
}

async function sourcesIn({ folder, group, isWritable }: Root) {
  const files = await filesBelow(folder, (name) => name.endsWith('.json'))
  const found = await Promise.all(
    files.map(async (file) => {
      const facts = await factsOf(file)
      if (!facts) return []
      const entry: SourceEntry = {
        id: idOf(file),
        ...facts,
        file: relative(folder, file),
        group,
        isWritable,
      }
      return [{ entry, file, root: folder }]
    }),
  )
  return found.flat().sort((a, b) => (a.entry.file < b.entry.file ? -1 : 1))
}

/** Name and kind of a scene or template; undefined for any other JSON. */
async function factsOf(
  file: string,
): Promise<Pick<SourceEntry, 'kind' | 'name' | 'title'> | undefined> {
  const facts = await stat(file)
  if (facts.size > MAX_SCENE_BYTES) return undefined
  const text = await readFile(file, 'utf8')
  if (!/"actors"/.test(text) || !/"version"/.test(text)) return undefined
  // A file with a mistake in it is listed all the same: the editor is where it is mended.
  const json = parse(text, [], { allowTrailingComma: true }) as Record<string, unknown> | undefined
  if (!json || !('version' in json) || !('actors' in json)) return undefined
  const { name, title } = json
  return {
    kind: isTemplateText(text) ? 'template' : 'scene',
    name: typeof name === 'string' ? name : basename(file, '.json'),
    ...(typeof title === 'string' && { title }),
  }
}

async function clipsIn(folder: string) {
  const videos = await filesBelow(folder, (name) => name === 'video.mp4')
  const found = await Promise.all(
    videos.map(async (video) => {
      const clip = dirname(video)
      const caption = await readFile(join(clip, 'caption.txt'), 'utf8').catch(() => undefined)
      if (caption === undefined || !existsSync(join(clip, 'manifest.json'))) return []
      const entry: ClipEntry = {
        id: idOf(clip),
        name: basename(clip),
        file: relative(folder, clip) || basename(clip),
        caption: caption.trim(),
      }
      return [{ entry, file: clip, root: folder }]
    }),
  )
  return found.flat().sort((a, b) => (a.entry.file < b.entry.file ? -1 : 1))
}

/** Links are not followed: they could lead anywhere. */
async function filesBelow(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const files: string[] = []
  const visit = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(inside, { withFileTypes: true }).catch(() => [])
    for (const entry of entries) {
      if (files.length >= mostFiles) return
      if (entry.isFile() && isWanted(entry.name)) files.push(join(inside, entry.name))
      if (entry.isDirectory() && depth < deepest && !/^(\.|node_modules$)/.test(entry.name))
        await visit(join(inside, entry.name), depth + 1)
    }
  }
  await visit(folder, 0)
  return files
}

const mostFiles = 2000
const deepest = 4

/** The id by which a clip's folder is listed. */
export function clipIdOf(folder: string): string {
  return idOf(resolve(folder))
}

/** The same file has the same id whenever the studio is started, and nothing can be read off it. */
function idOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 16)
}

function unique<T>(keyOf: (one: T) => string): (one: T) => boolean {
  const seen = new Set<string>()
  return (one) => !seen.has(keyOf(one)) && Boolean(seen.add(keyOf(one)))
}
