/**
 * Hugging Face `load_dataset` on a folder of videos.
 * Mirrors huggingface/datasets at 002f5f6: src/datasets/load.py (`infer_module_for_data_files_list`),
 * packaged_modules/folder_based_builder/folder_based_builder.py, packaged_modules/videofolder/videofolder.py.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { parse } from 'yaml'
import { probe, range, refuse, type Sample } from './sample.ts'

const METADATA = ['metadata.csv', 'metadata.jsonl', 'metadata.parquet']
const VIDEOS = ['.mkv', '.mp4', '.avi', '.mpeg', '.mov']

export function readVideofolder(root: string, split = 'train'): Sample[] {
  const files = filesIn(root)
  refuse(moduleOf(files) !== 'videofolder', `the ${moduleOf(files)} builder would read it`)
  const card = readFileSync(join(root, 'README.md'), 'utf8')
  const yaml = parse(/^---\n([^]*?)\n---\n/.exec(card)?.[1] ?? '') as {
    license: string
    configs: { config_name: string; data_files: { split: string; path: string[] }[] }[]
  }
  const patterns = yaml.configs[0]?.data_files.find((one) => one.split === split)?.path ?? []
  const own = files.filter((file) => patterns.some((pattern) => globToRegExp(pattern).test(file)))
  const metadata = own.filter((file) => METADATA.includes(posix.basename(file)))
  refuse(metadata.length === 0, 'no metadata: the files themselves are all there is')
  refuse(new Set(metadata.map((file) => posix.extname(file))).size > 1, 'metadata of several kinds')
  const types = new Set<string>()
  return metadata.flatMap((file) =>
    readFileSync(join(root, file), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const row = JSON.parse(line) as Record<string, unknown>
        types.add(JSON.stringify(arrowTypes(line, row)))
        refuse(types.size > 1, 'rows have different features')
        const media = Object.keys(row).filter(
          (key) => key === 'file_name' || key.endsWith('_file_name'),
        )
        refuse(
          media.length === 0,
          '`file_name` must be present as dictionary key in metadata files',
        )
        refuse(media.includes('file_name') && 'video' in row, 'two columns called video')
        refuse(media.length > 1, 'a column would be read as media')
        const name = row.file_name as string
        refuse(
          name.startsWith('/') || name.includes('..') || name.includes('://'),
          'a path out of the folder',
        )
        const path = posix.join(posix.dirname(file), name)
        refuse(!own.includes(path), `${path} is not among the files of the split`)
        refuse(!VIDEOS.includes(posix.extname(path).toLowerCase()), 'not an extension of a video')
        const video = join(root, path)
        return { video, captions: [row.caption as string], frames: range(0, probe(video).frames) }
      }),
  )
}

/** Every dot-suffix of every file that is no metadata counts; the most frequent wins, ties by a list of its own. */
function moduleOf(files: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const file of files) {
    const name = posix.basename(file)
    if (METADATA.includes(name) || name === 'README.md') continue
    for (const suffix of name.split('.').slice(1))
      counts.set(`.${suffix}`, (counts.get(`.${suffix}`) ?? 0) + 1)
  }
  const preferred = ['.parquet', '.lance', '.arrow', '.jsonl', '.json', '.csv']
  const rank = (suffix: string) =>
    preferred.includes(suffix) ? 100 - preferred.indexOf(suffix) : 0
  const [first] = [...counts].sort(
    ([a, m], [b, n]) => n - m || rank(b) - rank(a) || (a < b ? 1 : -1),
  )
  const suffix = first?.[0] ?? ''
  if (VIDEOS.includes(suffix)) return 'videofolder'
  return suffix === '.tar' ? 'webdataset' : suffix === '.txt' ? 'text' : suffix.slice(1)
}

/** Arrow takes 24 for an integer and 24.0 for a double, and null for a type of its own. */
function arrowTypes(line: string, row: Record<string, unknown>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(row).map(([key, value]) => {
      if (value === null) return [key, 'null']
      if (Array.isArray(value))
        return [key, value.length === 0 ? 'list<null>' : `list<${typeof value[0]}>`]
      if (typeof value !== 'number') return [key, typeof value]
      const raw = new RegExp(`${JSON.stringify(key)}:\\s*(-?[\\d.eE+-]+)`).exec(line)?.[1] ?? ''
      return [key, /^-?\d+$/.test(raw) ? 'int64' : 'double']
    }),
  )
}

function filesIn(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter(
      (file) => !file.split('/').some((part) => part.startsWith('.') || part.startsWith('__')),
    )
}

function globToRegExp(glob: string): RegExp {
  const text = glob
    .replaceAll('.', '\\.')
    .replaceAll('**/', '(?:.*/)?')
    .replaceAll(/(?<![.)])\*/g, '[^/]*')
  return new RegExp(`^${text}$`)
}
