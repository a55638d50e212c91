import { createHash } from 'node:crypto'
import { readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { parse } from 'jsonc-parser'
import { isTemplateText, MAX_SCENE_BYTES } from '#scenes'
import type { ClipEntry, Listing, SourceEntry } from '#renderer/studio'
import { InputError } from '../errors.ts'
import { packageFolder } from '../package-folder.ts'
import { openClips, type ShownClip } from './clips.ts'
import { findIn, type FoundFiles, isClip } from './find.ts'
import type { Piece } from './piece.ts'
import { truthFiles } from '../verify/stored-clip.ts'

/** What the studio may show: files of the opened folder, of the folder that clips go to, and what ships. */
export interface Opened {
  list(): Promise<Listing>
  /** The file of a source. Throws for an id that was never listed, or a file that leads out of its folder. */
  source(id: string): Promise<{ file: string; isWritable: boolean }>
  /** A folder with the files of a clip; the same. */
  clip(id: string): Promise<string>
  /** Where a file of a clip lies; the same, and for one that it has not. */
  clipFile(id: string, name: string): Promise<Piece>
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
  const clips = new Map<string, { clip: ShownClip; root: string }>()
  const shelf = openClips()

  const known = <T>(found: T | undefined, what: string): T => {
    if (found === undefined) throw new InputError(`There is no ${what} of that id.`)
    return found
  }
  const clipFile = async (id: string, name: string) => {
    const { clip, root } = known(clips.get(id), 'clip')
    const piece = await clip.piece(name)
    if (!piece) throw new InputError(`The clip ${clip.entry.file} has no ${name}.`)
    return { ...piece, file: await guarded(piece.file, root) }
  }

  return {
    async list() {
      const looked = new Map<string, Promise<FoundFiles>>()
      // The folder of what is opened is often the one for clips as well.
      const lookIn = (one: string) => {
        const files = looked.get(one) ?? findIn(one)
        looked.set(one, files)
        return files
      }
      const lists = [...own, ...shipped].map(async (root) => {
        const { json } = await lookIn(root.folder)
        // The scene of a clip is its own, unless it is asked for by its name.
        const asked = root.group === 'opened' && first?.endsWith('.json') ? [first] : []
        return sourcesOf(root, [...new Set([...asked, ...json])].sort())
      })
      const found = (await Promise.all(lists)).flat().filter(unique(({ entry }) => entry.id))
      for (const { entry, file, root } of found)
        sources.set(entry.id, { file, root, isWritable: entry.isWritable })
      const clipLists = clipFolders.map(async (root) =>
        (await shelf.in(root, await lookIn(root))).map((clip) => {
          const entry: ClipEntry = { id: idOf(clip.place), ...clip.entry }
          return { entry, clip, root }
        }),
      )
      const shown = (await Promise.all(clipLists)).flat().filter(unique(({ entry }) => entry.id))
      for (const { entry, clip, root } of shown) clips.set(entry.id, { clip, root })
      const wanted =
        first === undefined
          ? [...found, ...shown].find(({ root }) => root === folder)?.entry.id
          : idOf(first)
      return {
        opened: nameOf(path, folder),
        sources: found.map(({ entry }) => entry),
        clips: shown.map(({ entry }) => entry),
        ...((await Promise.all(looked.values())).some(({ isCut }) => isCut) && { isCut: true }),
        ...(wanted !== undefined && { first: wanted }),
      }
    },
    async source(id) {
      const { file, root, isWritable } = known(sources.get(id), 'scene')
      return { file: await guarded(file, root), isWritable }
    },
    async clip(id) {
      for (const name of ['manifest.json', ...truthFiles]) await clipFile(id, name)
      return known(clips.get(id), 'clip').clip.folder()
    },
    clipFile,
  }
}

/** Where a file really is. Throws when that is not in the folder in which it was found. */
async function guarded(file: string, folder: string): Promise<string> {
  const [root, real] = await Promise.all([realpath(folder), realpath(file)])
  if (real !== root && !real.startsWith(root + sep))
    throw new InputError(`${file} leads out of ${folder}.`)
  return real
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
  if (isClip(await readdir(full))) return { folder: dirname(full), first: full }
  return { folder: full }
}

async function sourcesOf({ folder, group, isWritable }: Root, files: readonly string[]) {
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
  return found.flat()
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
