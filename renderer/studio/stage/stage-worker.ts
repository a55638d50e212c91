import { createStage } from '../../stage.tsx'
import type { StageJob } from '../../protocol.ts'
import type { View } from '../../view.ts'
import { paint } from './paint.ts'
import { surroundingsOf } from './surroundings.ts'
import type { Asked, Told, WorkerCall } from './treaty.ts'
import { whoIs } from './who.ts'

/**
 * The stage in a thread of its own: the page stays quick while software draws. It is the stage that films clips, and the
 * pictures are the bytes that capture gets.
 */
const stage = createStage({ show: false, warms: ['rgba'] })
let job: StageJob | undefined
let looking: string | undefined
let turn: Promise<void> = Promise.resolve()

self.addEventListener('message', ({ data }: MessageEvent<WorkerCall>) => {
  turn = turn.then(() => answer(data))
})

async function answer({ call, ...asked }: WorkerCall): Promise<void> {
  try {
    const [value, bytes] = await told(asked)
    postMessage({ call, value }, { transfer: bytes.map(({ buffer }) => buffer) })
  } catch (error) {
    postMessage({ call, fault: error instanceof Error ? error.message : String(error) })
  }
}

async function told(asked: Asked): Promise<[Told[Asked['verb']], (Uint8Array | Uint16Array)[]]> {
  if (asked.verb === 'load') {
    const response = await fetch(asked.url, { headers: asked.headers })
    if (!response.ok) throw new Error(`the scene is not served any more (HTTP ${response.status})`)
    job = (await response.json()) as StageJob
    const { renderer } = await stage.load(job)
    looking = undefined
    return [{ renderer, ...surroundingsOf(job) }, []]
  }
  if (!job) throw new Error('nothing is loaded')
  if (asked.verb === 'who') {
    // Of the shot as it is filmed.
    look(undefined)
    const who = whoIs(await stage.draw(asked.frame, 'instance'), job.take.cast)
    return [who, [who.ids]]
  }
  look(asked.view)
  const painted = await paint(stage, asked.frame, asked.pass, job.take.frames)
  return [painted, [painted.bytes]]
}

function look(view: View | undefined): void {
  const wanted = view && JSON.stringify(view)
  if (wanted === looking) return
  looking = wanted
  stage.look(view)
}
