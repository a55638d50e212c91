import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { TargetName } from '../../../capture/dataset/targets/index.ts'
import { readCameraCtrl } from './readers/cameractrl.ts'
import { readCogvideoSat } from './readers/cogvideo-sat.ts'
import { readCogkit, readCogvideo } from './readers/cogvideo.ts'
import { readCosmosPredict, readCosmosTransfer } from './readers/cosmos.ts'
import { readDiffsynth } from './readers/diffsynth.ts'
import { readDiffusionPipe } from './readers/diffusion-pipe.ts'
import { readLtx } from './readers/ltx.ts'
import { readMusubi } from './readers/musubi.ts'
import { readPaired } from './readers/paired.ts'
import { readReCamMaster } from './readers/recammaster.ts'
import type { Sample } from './readers/sample.ts'
import { readVideofolder } from './readers/videofolder.ts'
import { readVideoxFun } from './readers/videox-fun.ts'
import { readWebdataset } from './readers/webdataset.ts'

/** Clips of the test's reel: so long at such a rate. */
export type ClipName = 'front' | 'side' | 'wan' | 'slow'

export interface Case {
  target: TargetName
  args?: string[]
  /** With what a reel of eight frames is of no use to it. */
  useless?: string[]
  /** The clips that it takes. */
  takes: readonly ClipName[]
  /** How many frames of a clip the captions are about, where the loader does not say. */
  looks?(fps: number): number
  /** What an independent loader makes of it, by the rules of the trainer. */
  read(folder: string): Sample[] | Promise<Sample[]>
  /** Rules that are broken in an export, and what the loader says. */
  flips: readonly [what: string, spoil: (folder: string) => void, says: RegExp][]
}

/** 33 frames at 8 fps, which all but the shortest clip have. */
const SHORT = ['--model', 'cogvideox', '--frames', '33']
const looks = (fps: number) => (32 * fps) / 8 + 1

export const CASES: readonly Case[] = [
  {
    target: 'videofolder',
    args: [...SHORT, '--split', 'train'],
    looks,
    useless: ['--model', 'wan'],
    takes: ['front', 'slow', 'wan'],
    read: (folder) => readVideofolder(folder),
    flips: [
      [
        'a whole number where rows have fractions',
        edit(ROWS(), (text) => text.replace(/"fps":(\d+)\.0/, '"fps":$1'), 'one'),
        /different features/,
      ],
      [
        'a column of its own in one row',
        edit(ROWS(), swap('{"file_name"', '{"aes":5.5,"file_name"'), 'one'),
        /different features/,
      ],
      ['no file_name', edit(ROWS(), swap('"file_name"', '"path"')), /file_name.*must be present/],
      [
        'a column called video',
        edit(ROWS(), swap('"id":', '"video":"x","id":')),
        /two columns called video/,
      ],
      [
        'a text in a column that ends in _file_name',
        edit(ROWS(), swap('"id":', '"scene_file_name":"x","id":')),
        /read as media/,
      ],
      [
        'an absolute path',
        edit(ROWS(), swap('"file_name":"', '"file_name":"/')),
        /out of the folder/,
      ],
      ['a sidecar of JSON for each', sidecars('data/train/v000', '.json'), /json builder/],
      ['a sidecar of text for each', sidecars('data/train/v000', '.txt'), /text builder/],
    ],
  },
  {
    target: 'webdataset',
    args: [...SHORT, '--split', 'train'],
    looks,
    useless: ['--model', 'wan'],
    takes: ['front', 'slow', 'wan'],
    read: (folder) => readWebdataset(folder),
    flips: [
      [
        'a shard that the split does not name',
        edit('.nv-meta/split.yaml', swap('000000', '000001')),
        /other shards/,
      ],
      [
        'a member that is called otherwise',
        editTar((name, i) => (i === 1 ? name.replace('.txt', '.cap') : name)),
        /same prefix or the same types/,
      ],
      [
        'samples that are mixed',
        editTar((name, i, all) =>
          i === 1 ? (all[4] as string) : i === 4 ? (all[1] as string) : name,
        ),
        /side by side|duplicate/,
      ],
      ['a dot in a key', editTar((name) => name.replace(/^(...)/, '$1.')), /no mp4|same prefix/],
    ],
  },
  {
    target: 'paired',
    args: [...SHORT, '--caption', 'dense', '--split', 'train'],
    looks,
    useless: ['--model', 'wan'],
    takes: ['front', 'slow', 'wan'],
    read: readPaired,
    flips: [
      ['a second line', editFirst('clips', '.txt', (text) => `${text}\nmore`), /2 captions/],
      [
        'a line separator that only Python knows',
        editFirst('clips', '.txt', (text) => `${text}\u{2028}x`),
        /2 captions/,
      ],
      [
        'a list beside the videos',
        (folder) => writeFileSync(join(folder, 'clips/metadata.jsonl'), '{}\n'),
        /could not be opened/,
      ],
      ['a caption that is missing', removeFirst('clips', '.txt'), /no caption/],
    ],
  },
  {
    target: 'diffusion-pipe',
    args: ['--caption', 'mix:default=.5,short=.5'],
    takes: ['front', 'side', 'wan'],
    read: (folder) => readDiffusionPipe(folder),
    flips: [
      [
        'a caption that is no list',
        edit('clips/captions.json', (text) => text.replace(/\["/, '"').replace(/"\]/, '"')),
        /lists of captions|JSON/,
      ],
      [
        'names without .mp4',
        edit('clips/captions.json', (text) => text.replaceAll('.mp4', '')),
        /does not have an entry/,
      ],
      [
        'a configuration in the folder',
        (folder) => writeFileSync(join(folder, 'clips/dataset.toml'), ''),
        /does not have an entry|could not be opened/,
      ],
      ['a bucket of 4n', edit('dataset.toml', swap('81', '80')), /4n \+ 1/],
      ['a longer bucket', edit('dataset.toml', swap('81', '89')), /falls into the bucket of 1 /],
    ],
  },
  {
    target: 'musubi',
    args: ['--control', 'depth'],
    takes: ['front', 'side'],
    read: (folder) => readMusubi(folder),
    flips: [
      [
        'a whole number of frames a second',
        edit('dataset.toml', swap('24.0', '24')),
        /not a decimal number/,
      ],
      ['4n frames', edit('dataset.toml', swap('[ 81 ]', '[ 80 ]')), /N \* 4 \+ 1/],
      [
        'a path from where nobody is',
        edit('dataset_24fps.jsonl', (text) =>
          text.replace(/"video_path":"[^"]*\/clips/, '"video_path":"clips'),
        ),
        /where the trainer is called/,
      ],
      [
        'a control in one row only',
        edit('dataset_24fps.jsonl', (text) => text.replace(/,"control_path":"[^"]*"/, '')),
        /some rows only/,
      ],
    ],
  },
  {
    target: 'diffsynth',
    takes: ['wan'],
    read: (folder) => readDiffsynth(folder),
    flips: [
      [
        'a column of another name',
        edit('metadata.csv', swap('video,prompt', 'path,prompt')),
        /KeyError/,
      ],
      [
        'a comma without quotes',
        edit('metadata.csv', (text) => text.replace(/\n$/, ', and more\n')),
        /Invalid Record Length/,
      ],
      [
        'a caption that pandas reads as none',
        edit('metadata.csv', (text) => text.replace(/(\.mp4,).*/, '$1NA')),
        /missing/,
      ],
      ['a path from another folder', edit('metadata.csv', swap('clips/', '')), /No such file/],
    ],
  },
  {
    target: 'ltx',
    takes: ['front', 'side'],
    read: (folder) => readLtx(folder),
    flips: [
      [
        'a column of another name',
        edit('dataset.jsonl', (text) => text.replaceAll('"video":', '"path":')),
        /not found/,
      ],
      [
        'a path from another folder',
        edit('dataset.jsonl', (text) => text.replaceAll('clips/', 'videos/')),
        /does not exist/,
      ],
    ],
  },
  {
    target: 'videox-fun',
    takes: ['wan'],
    read: (folder) => readVideoxFun(folder),
    flips: [
      ['no type', edit('metadata.json', swap('"type":"video",', '')), /taken for an image/],
      ['another size', edit('metadata.json', swap('"width":96', '"width":64')), /another size/],
    ],
  },
  {
    target: 'cogvideo',
    takes: ['slow'],
    read: (folder) => readCogvideo(folder),
    flips: [
      [
        'a caption of two lines',
        edit('prompts.txt', (text) => text.replace('. ', '.\n')),
        /Expected length of prompts/,
      ],
      ['an empty caption', edit('prompts.txt', () => '\n'), /Expected length of prompts/],
      [
        'a path from another folder',
        edit('videos.txt', (text) => text.replace('videos/', '')),
        /to exist/,
      ],
    ],
  },
  {
    target: 'cogvideo-sat',
    takes: ['slow'],
    read: (folder) => readCogvideoSat(folder),
    flips: [
      ['an empty label', editFirst('labels', '.txt', () => ''), /IndexError/],
      [
        'labels in another folder',
        (folder) => renameSync(join(folder, 'labels'), join(folder, 'captions')),
        /is not there/,
      ],
    ],
  },
  {
    target: 'cogkit',
    takes: ['slow'],
    read: (folder) => readCogkit(folder),
    flips: [
      [
        'a column of another name',
        edit('train/metadata.jsonl', swap('"prompt"', '"caption"')),
        /missing/,
      ],
    ],
  },
  {
    target: 'cosmos-predict',
    args: ['--split', 'validation'],
    takes: ['side'],
    // It may begin at any frame below 129 - 93.
    read: (folder) => [0, 20, 35].flatMap((start) => readCosmosPredict(folder, { start })),
    flips: [
      ['a folder of JSON beside', sidecarFolder('captions', 'x.json'), /read from captions/],
      ['captions of another ending', editNames('metas', '.txt', '.md'), /auto-detect/],
      ['an empty caption', editFirst('metas', '.txt', () => '\n'), /an empty caption/],
    ],
  },
  {
    target: 'cosmos-transfer',
    args: ['--split', 'validation'],
    takes: ['side'],
    read: (folder) =>
      [0, 36].flatMap((start) => [
        ...readCosmosTransfer(folder, 'depth', { start }),
        ...readCosmosTransfer(folder, 'seg', { start }),
      ]),
    flips: [
      [
        'a caption under another key',
        editFirst('captions', '.json', (text) => text.replace('caption', 'short')),
        /a video/,
      ],
      ['no depth', removeFirst('depth', '.mp4'), /Control input file not found/],
    ],
  },
  {
    target: 'cameractrl',
    args: ['--split', 'validation'],
    takes: ['side'],
    read: (folder) => [0, 16].flatMap((start) => readCameraCtrl(folder, { start })),
    flips: [
      [
        'two spaces',
        editFirst('pose_files', '.txt', (text) => text.replaceAll(' 0 0 ', ' 0  0 ')),
        /could not convert string to float|reshape/,
      ],
      [
        'no first line',
        editFirst('pose_files', '.txt', (text) => text.slice(text.indexOf('\n') + 1)),
        /as many poses as frames/,
      ],
      [
        'four rows of a pose',
        editFirst('pose_files', '.txt', (text) => text.replaceAll(/\n$/g, ' 0 0 0 1\n')),
        /cannot reshape/,
      ],
    ],
  },
  {
    target: 'recammaster',
    takes: [],
    read: readReCamMaster,
    flips: [
      [
        'a camera fewer',
        (folder) => rmSync(join(folder, 'train/scenes/scene1/videos/cam07.mp4')),
        /is not there|No such file|ENOENT/,
      ],
      [
        'rows without brackets',
        edit('train/scenes/scene1/cameras/camera_extrinsics.json', (text) =>
          text.replaceAll('] [', ' '),
        ),
        /4 x 4/,
      ],
      [
        'a column of another name',
        edit('metadata.csv', swap('file_name,text', 'path,text')),
        /KeyError/,
      ],
    ],
  },
]

function ROWS(): string {
  return 'data/train/metadata.jsonl'
}

/** Texts of an export are files of its own; its videos are not, and are left alone. */
function edit(file: string, change: (text: string) => string, lines: 'all' | 'one' = 'all') {
  return (folder: string) => {
    const path = join(folder, file)
    const text = readFileSync(path, 'utf8')
    const [first = '', ...rest] = text.split('\n')
    const made = lines === 'one' ? [change(first), ...rest].join('\n') : change(text)
    if (made === text) {
      const last = text.trimEnd().lastIndexOf('\n') + 1
      const again = text.slice(0, last) + change(text.slice(last))
      if (again === text) throw new Error(`nothing to change in ${file}: ${text.slice(0, 300)}`)
      return writeFileSync(path, again)
    }
    writeFileSync(path, made)
  }
}

function swap(a: string, b: string) {
  return (text: string) => text.replace(a, b)
}

function editFirst(within: string, ending: string, change: (text: string) => string) {
  return (folder: string) => edit(join(within, firstOf(folder, within, ending)), change)(folder)
}

function removeFirst(within: string, ending: string) {
  return (folder: string) => rmSync(join(folder, within, firstOf(folder, within, ending)))
}

function firstOf(folder: string, within: string, ending: string): string {
  return readdirSync(join(folder, within))
    .sort()
    .find((name) => name.endsWith(ending)) as string
}

function sidecars(within: string, ending: string) {
  return (folder: string) => {
    for (const name of readdirSync(join(folder, within)))
      writeFileSync(join(folder, within, name.replace('.mp4', ending)), '{}')
  }
}

function sidecarFolder(within: string, name: string) {
  return (folder: string) => {
    const path = join(folder, within, name)
    renameSync(join(folder, 'metas'), dirname(path))
    writeFileSync(path, '{}')
  }
}

function editNames(within: string, from: string, to: string) {
  return (folder: string) => {
    for (const name of readdirSync(join(folder, within)))
      renameSync(join(folder, within, name), join(folder, within, name.replace(from, to)))
  }
}

/** Renames members in their headers, sums and all. */
function editTar(rename: (name: string, i: number, all: readonly string[]) => string) {
  return (folder: string) => {
    const path = join(folder, 'shards/train-000000.tar')
    const bytes = readFileSync(path)
    const heads: { at: number; name: string }[] = []
    for (let at = 0; at + 512 <= bytes.length && bytes[at] !== 0;) {
      const name = bytes.toString('utf8', at, at + 100).replaceAll('\0', '')
      const size = Number.parseInt(bytes.toString('utf8', at + 124, at + 136), 8)
      heads.push({ at, name })
      at += 512 + Math.ceil(size / 512) * 512
    }
    const names = heads.map((head) => head.name)
    for (const [i, { at, name }] of heads.entries()) {
      bytes.fill(0, at, at + 100)
      bytes.write(rename(name, i, names), at)
      bytes.fill(' ', at + 148, at + 156)
      const sum = bytes.subarray(at, at + 512).reduce((all, one) => all + one, 0)
      bytes.write(`${sum.toString(8).padStart(6, '0')}\0 `, at + 148)
    }
    writeFileSync(path, bytes)
  }
}
