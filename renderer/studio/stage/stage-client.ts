import type { View } from '../../view.ts'
import type { Asked, ShownPass, Told, WorkerAnswer } from './treaty.ts'

/** The page's end of a stage in a worker. Answers come in the order of the questions. */
export interface StageClient {
  /** @param url of a StageJob */
  load(url: string, headers: Record<string, string>): Promise<Told['load']>
  draw(frame: number, pass: ShownPass, view?: View): Promise<Told['draw']>
  who(frame: number): Promise<Told['who']>
  /** Whoever waits for an answer is told so. */
  close(): void
}

export function openStageClient(): StageClient {
  const worker = new Worker(new URL('./stage-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0

  worker.addEventListener('message', ({ data }: MessageEvent<WorkerAnswer>) => {
    const one = waiting.get(data.call)
    waiting.delete(data.call)
    if (data.fault === undefined) one?.resolve(data.value)
    else one?.reject(new Error(data.fault))
  })
  let fault: Error | undefined
  const fail = (message: string) => {
    fault ??= new Error(message)
    for (const { reject } of waiting.values()) reject(fault)
    waiting.clear()
  }
  worker.addEventListener('error', ({ message }) => fail(`the stage failed: ${message}`))

  const ask = <V extends Asked['verb']>(asked: Asked & { verb: V }) =>
    new Promise<Told[V]>((resolve, reject) => {
      if (fault) return reject(fault)
      const call = ++last
      // The worker answers a verb with its own value.
      waiting.set(call, { resolve: (value) => resolve(value as Told[V]), reject })
      worker.postMessage({ call, ...asked })
    })

  return {
    load: (url, headers) => ask({ verb: 'load', url, headers }),
    draw: (frame, pass, view) => ask({ verb: 'draw', frame, pass, view }),
    who: (frame) => ask({ verb: 'who', frame }),
    close() {
      worker.terminate()
      fail('the stage was closed')
    },
  }
}
