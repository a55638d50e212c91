import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import { GroundreelError, InputError, messageOf } from '../../errors.ts'
import type { Answer, Verbs } from './treaty.ts'

/** A thread that works beside the server, so that the server goes on answering. */
export interface Thread<V extends Verbs> {
  /** Starts the thread when it is not there. Throws what the verb throws, and when the thread dies. */
  ask<K extends keyof V & string>(
    verb: K,
    ...args: Parameters<V[K]>
  ): Promise<Awaited<ReturnType<V[K]>>>
  isThere(): boolean
  close(): Promise<void>
}

export interface ThreadSettings {
  name: 'playing' | 'filming'
  /** What it finds as `given`. */
  data?: unknown
  onEvent?: (event: string) => void
}

export function openThread<V extends Verbs>({ name, data, onEvent }: ThreadSettings): Thread<V> {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let worker: Worker | undefined
  let last = 0

  const start = () => {
    const one = startWorker(name, data)
    one.on('message', (answer: Answer) => {
      if ('event' in answer) return onEvent?.(answer.event)
      const asker = waiting.get(answer.call)
      waiting.delete(answer.call)
      if ('value' in answer) return asker?.resolve(answer.value)
      const { message, isTheirs } = answer.fault
      asker?.reject(isTheirs ? new InputError(message) : new GroundreelError(message))
    })
    let cause: unknown
    one.on('error', (error) => (cause = error))
    one.on('exit', () => {
      if (worker === one) worker = undefined
      const words = cause === undefined ? 'it was ended' : messageOf(cause)
      for (const { reject } of waiting.values())
        reject(new GroundreelError(`The thread for ${name} failed: ${words}`, { cause }))
      waiting.clear()
    })
    return one
  }

  return {
    ask(verb, ...args) {
      worker ??= start()
      const to = worker
      return new Promise((resolve, reject) => {
        const call = ++last
        // The thread answers a verb with its own value.
        waiting.set(call, { resolve: resolve as (value: unknown) => void, reject })
        to.postMessage({ call, verb, args })
      })
    },
    isThere: () => worker !== undefined,
    async close() {
      await worker?.terminate()
    },
  }
}

/** An installed package carries its threads next to its code; a checkout runs the sources. */
function startWorker(name: string, workerData: unknown): Worker {
  const shipped = fileURLToPath(new URL(`./${name}.js`, import.meta.url))
  if (existsSync(shipped)) return new Worker(shipped, { workerData })
  // tsx does not follow into threads by itself.
  const code = [
    `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}`,
    'register()',
    `await import(${JSON.stringify(new URL(`../${name}.ts`, import.meta.url).href)})`,
  ].join('\n')
  return new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), {
    workerData,
    execArgv: [],
  })
}
