import type { View } from '../../view.ts'
import type { Asked, ShownPass, Told, WorkerAnswer } from './treaty.ts'

/** The page's end of a stage in a worker. Answers come in the order of the questions. */
export interface StageClient {
  load(url: string, headers: Record<string, string>): Promise<Told['load']>
  draw(frame: number, pass: ShownPass, view?: View): Promise<Told['draw']>
  who(frame: number): Promise<Told['who']>
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
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(`the stage failed: ${message}`))
    waiting.clear()
  })

  const ask = <V extends Asked['verb']>(asked: Asked & { verb: V }) =>
    new Promise<Told[V]>((resolve, reject) => {
      const call = ++last
      // The worker answers a verb with its own value.
      waiting.set(call, { resolve: (value) => resolve(value as Told[V]), reject })
      worker.postMessage({ call, ...asked })
    })

  return {
    load: (url, headers) => ask({ verb: 'load', url, headers }),
    draw: (frame, pass, view) => ask({ verb: 'draw', frame, pass, view }),
    who: (frame) => ask({ verb: 'who', frame }),
    close: () => worker.terminate(),
  }
}
