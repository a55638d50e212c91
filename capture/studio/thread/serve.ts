import { parentPort, workerData } from 'node:worker_threads'
import type { StudioEvent } from '#renderer/studio'
import { GroundreelError, messageOf } from '../../errors.ts'
import type { Answer, Call, Verbs } from './treaty.ts'

/** What the server gave this thread on its way. */
export const given: unknown = workerData

/** Answers the server from this thread; calls do not wait for each other. */
export function serve(verbs: Verbs): void {
  parentPort?.on('message', (call: Call) => void answer(verbs, call))
}

async function answer(verbs: Verbs, { call, verb, args }: Call): Promise<void> {
  try {
    tell({ call, value: await verbs[verb]?.(...(args as never[])) })
  } catch (error) {
    const isTheirs = error instanceof GroundreelError && error.exitCode === 2
    tell({ call, fault: { message: messageOf(error), isTheirs } })
  }
}

export function sendEvent(event: StudioEvent): void {
  tell({ event: JSON.stringify(event) })
}

/** JSON as bytes: another thread sends them on without building what they say. */
export function jsonBytes(value: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}

function tell(answer: Answer): void {
  parentPort?.postMessage(answer)
}
