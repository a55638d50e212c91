import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { stringify } from 'yaml'
import { Row } from '../reel/row.ts'
import type { Manifest } from '../clip/manifest.ts'
import { readAssets } from '../assets/assets.ts'
import type { DraftFolder } from '../clip/folder.ts'
import type { ExportContext } from './target.ts'

/** A dataset card as Hugging Face reads it, filled while clips go by. */
export interface CardWriter {
  add(row: Row, clip: string): Promise<void>
  /**
   * Writes README.md, and LICENSE where clips are under several.
   * @param yaml of the loader: which files make which split
   */
  write(folder: Pick<DraftFolder, 'write'>, yaml: Record<string, unknown>): Promise<void>
}

const LANGUAGES = { en: 'American English', zh: 'simplified Chinese' }

/** Sizes as the Hub has them: from so many rows on. */
const SIZES: [from: number, name: string][] = [
  [1e6, '1M<n<10M'],
  [1e5, '100K<n<1M'],
  [1e4, '10K<n<100K'],
  [1e3, '1K<n<10K'],
  [0, 'n<1K'],
]

// Told once an export is written, so that the licences are those of what is in it.
export async function cardOf({ reel, model }: ExportContext): Promise<CardWriter> {
  const assets = readAssets()
  /** Clips by licence. */
  const licences = new Map<string, number>()
  const used = new Set<string>()
  const renderers = new Set<string>()
  const counts = { clips: 0, seconds: 0, languages: new Set<keyof typeof LANGUAGES>() }
  const text = (yaml: Record<string, unknown>) => {
    const head = stringify({
      language: [...counts.languages].sort(),
      license: licences.size === 1 ? [...licences.keys()][0] : 'other',
      ...(licences.size > 1 && { license_name: 'several', license_link: 'LICENSE' }),
      pretty_name: reel.name,
      size_categories: [SIZES.find(([from]) => counts.clips >= from)?.[1]],
      task_categories: ['text-to-video', 'image-to-video'],
      annotations_creators: ['machine-generated'],
      source_datasets: ['original'],
      tags: ['video', 'text', '3d', 'synthetic', 'camera-pose'],
      ...yaml,
    })
    const listed = [...used].sort().map((id) => {
      const entry = assets.entries.find((asset) => asset.id === id)
      return `| \`${id}\` | ${entry?.title ?? ''} | ${entry?.licence ?? ''} | ${entry?.source ?? ''} |`
    })
    return [
      '---',
      `${head.trimEnd()}`,
      '---',
      '',
      `# ${reel.name}`,
      '',
      `${counts.clips} clips, ${(counts.seconds / 3600).toFixed(2)} hours, rendered by ${[...renderers].sort().join(', ')}. Scenes were drawn with three.js; every`,
      'sentence of every caption rests on claims that were proven on what was drawn.',
      ...(model
        ? [
            '',
            `Captions hold for what ${model.name} takes of each clip: ${model.frames} frames at ${model.fps} fps.`,
          ]
        : []),
      '',
      '## Columns',
      '',
      '| column | |',
      '|---|---|',
      ...Object.entries(Row.shape).map(
        ([name, field]) => `| \`${name}\` | ${field.description ?? ''} |`,
      ),
      '',
      '## Conventions',
      '',
      '- Video: H.264, yuv420p, BT.709, limited range, constant frame rate, no B-frames, a key frame every 12.',
      '- World: metres, y up, right-handed. Cameras: OpenCV axes, pixel centres at +0.5.',
      '- Clips of one `group` show the same scene through other cameras: keep them in one split.',
      `- Captions are in ${[...counts.languages]
        .sort()
        .map((code) => LANGUAGES[code])
        .join(' and ')}; left and right are the viewer\u2019s.`,
      '',
      '## Reading it',
      '',
      '```python',
      ...READER,
      '```',
      '',
      '## Licences',
      '',
      licences.size === 1
        ? `Clips: ${[...licences.keys()].join()}.`
        : `Clips: ${[...licences.keys()].sort().join(', ')}; the column \`license\` tells which is under which, LICENSE how many.`,
      ...(listed.length > 0
        ? [
            '',
            'Images that they show:',
            '',
            '| id | | licence | source |',
            '|---|---|---|---|',
            ...listed,
          ]
        : []),
      '',
    ].join('\n')
  }
  return {
    async add(row, clip) {
      counts.clips++
      counts.seconds += row.duration
      counts.languages.add(/\p{Script=Han}/u.test(row.caption) ? 'zh' : 'en')
      licences.set(row.license, (licences.get(row.license) ?? 0) + 1)
      renderers.add(row.renderer)
      const manifest = JSON.parse(await readFile(join(clip, 'manifest.json'), 'utf8')) as Manifest
      for (const id of Object.keys(manifest.assets)) used.add(id)
    },
    async write(folder, yaml) {
      await folder.write('README.md', text(yaml))
      if (licences.size > 1) await folder.write('LICENSE', licenceText(reel.name, licences))
    },
  }
}

/** The Hub wants a file behind a licence that is none of its own. */
function licenceText(name: string, licences: ReadonlyMap<string, number>): string {
  const rows = [...licences].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    `The clips of ${name} are under several licences. The column \`license\` of its row tells under which a clip is:`,
    '',
    ...rows.map(([licence, clips]) => `${String(clips).padStart(9)} clips  ${licence}`),
    '',
  ].join('\n')
}

/** Needs nothing but PyAV. */
const READER = [
  'import json, pathlib, av',
  '',
  'def clips(root, split="train"):',
  '    folder = pathlib.Path(root) / "data" / split',
  '    with open(folder / "metadata.jsonl", encoding="utf-8") as rows:',
  '        for line in rows:',
  '            row = json.loads(line)',
  '            with av.open(str(folder / row["file_name"])) as video:',
  '                frames = [f.to_ndarray(format="rgb24") for f in video.decode(video=0)]',
  '            assert len(frames) == row["num_frames"]',
  '            yield row, frames',
  '',
  'for row, frames in clips("."):',
  '    print(row["id"], len(frames), row["caption"])',
]
