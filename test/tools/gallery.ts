import { readFileSync, writeFileSync, mkdirSync, statSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSession } from '#capture'
import { runProgram } from '../../capture/process.ts'
import { example, EXAMPLES, root } from '../examples.ts'

/**
 * Renders every example scene at the master profile and puts it into the README: an animated WebP and
 * the default caption, exactly as a clip would carry it. `npx tsx test/tools/gallery.ts [name ...]`
 */
const LARGEST = 1_500_000
const START = '<!-- gallery: written by test/tools/gallery.ts -->'
const END = '<!-- end of gallery -->'

const asked = process.argv.slice(2)
const out = await mkdtemp(join(tmpdir(), 'groundreel-gallery-'))
const session = await openSession()
try {
  const captions = new Map(readCaptions())
  for (const name of EXAMPLES.filter((one) => asked.length === 0 || asked.includes(one))) {
    const { folder } = await session.render(example(name), { out, name })
    captions.set(name, readFileSync(join(folder, 'caption.txt'), 'utf8').trim())
    await animate(join(folder, 'video.mp4'), name)
    process.stderr.write(`${name}: ${captions.get(name)}\n`)
  }
  writeGallery(captions)
} finally {
  await session.close()
  await rm(out, { recursive: true, force: true })
}

async function animate(video: string, name: string): Promise<void> {
  mkdirSync(join(root, 'assets/gallery'), { recursive: true })
  const file = join(root, 'assets/gallery', `${name}.webp`)
  for (const quality of [70, 55, 40, 25]) {
    await runProgram(session.identity.ffmpeg.path, [
      '-y',
      '-loglevel',
      'error',
      '-i',
      video,
      '-vf',
      'fps=12,scale=480:-2:flags=lanczos',
      '-c:v',
      'libwebp',
      '-quality',
      String(quality),
      '-compression_level',
      '6',
      '-loop',
      '0',
      '-an',
      file,
    ])
    if (statSync(file).size <= LARGEST) return
  }
  throw new Error(`${file} stays above ${LARGEST} bytes`)
}

function readCaptions(): [string, string][] {
  const text = readFileSync(join(root, 'README.md'), 'utf8')
  return [...text.matchAll(/!\[([\w-]+)\]\(assets\/gallery\/[\w-]+\.webp\)\n\n> (.*)\n/g)].map(
    (found) => [found[1] as string, found[2] as string],
  )
}

function writeGallery(captions: Map<string, string>): void {
  const file = join(root, 'README.md')
  const text = readFileSync(file, 'utf8')
  const entries = EXAMPLES.flatMap((name) => {
    const caption = captions.get(name)
    return caption === undefined
      ? []
      : [`![${name}](assets/gallery/${name}.webp)\n\n> ${caption}\n`]
  })
  const [before, after] = [text.slice(0, text.indexOf(START)), text.slice(text.indexOf(END))]
  writeFileSync(file, `${before}${START}\n\n${entries.join('\n')}\n${after}`)
}
