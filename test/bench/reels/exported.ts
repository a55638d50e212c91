import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { openSession } from '#capture'
import { CASES } from '../../capture/dataset/cases.ts'
import { readYtvis } from '../../capture/dataset/readers/ytvis.ts'
import { tenCameras } from '../../capture/dataset/ten-cameras.ts'
import { renderReel, rollingBall } from '../../capture/reel/tiny-reel.ts'
import { call } from '../../helpers/cli.ts'

interface Readable {
  target: string
  args?: string[]
  read(folder: string): unknown[] | Promise<unknown[]>
}

/** Exports of a small reel that an independent reader of each trainer's rules takes clips from. */
export async function readableExports(
  folder: string,
  say: (line: string) => void,
): Promise<number> {
  const home = mkdtempSync(join(folder, 'exported-'))
  const [reel, many] = [join(home, 'reel'), join(home, 'many')]
  const session = await openSession()
  try {
    const ids = await renderReel(session, reel, [
      { scene: rollingBall({ clip: { fps: 16, frames: 81 } }) },
      { scene: rollingBall(), previews: true },
      { scene: rollingBall(), camera: 'side', previews: true, split: 'validation' },
      { scene: rollingBall({ clip: { fps: 8, frames: 52 } }) },
    ])
    await tenCameras(reel, ids[0] as string, many)
  } finally {
    await session.close()
  }
  let readable = 0
  const all: Readable[] = [
    ...CASES,
    { target: 'ytvis', args: ['--split', 'train'], read: readYtvis },
  ]
  for (const { target, args = [], read } of all) {
    const out = join(home, `for-${target}`)
    const from = target === 'recammaster' ? many : reel
    const { code, err } = await call('export', target, from, '--out', out, ...args)
    const samples = code === 0 ? await read(out) : []
    if (samples.length > 0) readable++
    else say(`${target}: nothing to read: ${err}`)
  }
  return readable
}
