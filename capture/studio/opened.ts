import { createHash } from 'node:crypto'
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve, sep } from 'node:path'
import { parse } from 'jsonc-parser'
import { isTemplateText, MAX_SCENE_BYTES } from '#scenes'
import type { ClipEntry, Listing, SourceEntry } from '#renderer/studio'
import { InputError } from '../errors.ts'
import { packageFolder } from '../package-folder.ts'
import { findIn, type FoundFiles, isClip } from './find.ts'

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
      const clipLists = clipFolders.map(async (one) => clipsOf(one, (await lookIn(one)).clips))
      const shown = (await Promise.all(clipLists)).flat().filter(unique(({ entry }) => entry.id))
      for (const { entry, file, root } of shown)
        clips.set(entry.id, { file, root, isWritable: false })
      const wanted =
        first === undefined
          ? [...found, ...shown].find(({ root }) => root === folder)?.entry.id
          : idOf(first)
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

/** By and by: of a reel of thousands not all files can be open at a time. */
async function clipsOf(folder: string, clips: readonly string[]) {
  const found: { entry: ClipEntry; file: string; root: string }[] = []
  for (let i = 0; i < clips.length; i += AT_ONCE)
    found.push(
      ...(await Promise.all(
        clips.slice(i, i + AT_ONCE).map(async (clip) => ({
          entry: {
            id: idOf(clip),
            ...(await titleOf(clip)),
            file: relative(folder, clip) || basename(clip),
            caption: (await readFile(join(clip, 'caption.txt'), 'utf8').catch(() => '')).trim(),
          },
          file: clip,
          root: folder,
        })),
      )),
    )
  return found
}

const AT_ONCE = 64

/** The scene and the seed of a clip. Its manifest begins with them; the hashes of all its frames need not be read. */
async function titleOf(clip: string): Promise<Pick<ClipEntry, 'name' | 'seed'>> {
  const file = await open(join(clip, 'manifest.json')).catch(() => undefined)
  if (!file) return { name: basename(clip) }
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(512))
    // Of a text that breaks off the parser gives what it could read.
    const head = parse(buffer.toString('utf8', 0, bytesRead)) as Record<string, unknown> | undefined
    const { scene, seed } = head ?? {}
    return {
      name: typeof scene === 'string' ? scene : basename(clip),
      ...(typeof seed === 'number' && { seed }),
    }
  } finally {
    await file.close()
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
