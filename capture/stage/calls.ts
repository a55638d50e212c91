import type { RawData, WebSocket } from 'ws'
import type { Answer, LoadReport, Pass, Picture, StageJob } from '#renderer/protocol'
import { type GroundreelError, messageOf, StageError } from '../errors.ts'

/** The page, its context or its browser is gone; a fresh one may do better. */
export class StageLostError extends StageError {}

export type Question =
  | { verb: 'load'; job: StageJob }
  | { verb: 'draw'; frame: number; pass: Pass }
  | { verb: 'pending' }

export interface Calls {
  /** Rejects with a StageError that names what was asked, or at once with the signal's reason. */
  ask(question: Question, signal?: AbortSignal): Promise<Picture | LoadReport | string[]>
  /** Rejects everything in flight and whatever is asked later. The first failure stays. */
  fail(problem: Problem): void
  readonly failure: Problem | undefined
}

export interface Problem {
  /** The end of a sentence that starts with what was asked: 'frame 3 (rgb): ...'. */
  reason: string
  isLost: boolean
  cause?: unknown
}

/** Puts questions to a page and matches its answers by their number; several may be in flight. */
export function openCalls(socket: WebSocket, patienceSeconds: number): Calls {
  const waiting = new Map<number, Waiting>()
  let failure: Problem | undefined
  let lastNumber = 0
  let watchdog: NodeJS.Timeout | undefined

  const fail = (problem: Problem) => {
    failure ??= problem
    for (const { question, reject } of waiting.values()) reject(errorOf(question, problem))
    waiting.clear()
    rest()
  }

  const ask: Calls['ask'] = (question, signal) =>
    new Promise((resolve, reject) => {
      signal?.throwIfAborted()
      if (failure) return reject(errorOf(question, failure))
      const number = ++lastNumber
      const leave = () => reject(signal?.reason)
      signal?.addEventListener('abort', leave, { once: true })
      const settle = () => signal?.removeEventListener('abort', leave)
      waiting.set(number, {
        question,
        resolve: (value) => (settle(), resolve(value)),
        reject: (error) => (settle(), reject(error)),
      })
      socket.send(JSON.stringify({ call: number, ...question }))
      if (waiting.size === 1) rest()
    })

  // Patience is for the oldest question: the others wait for it, not for the page.
  const rest = () => {
    clearTimeout(watchdog)
    if (waiting.size > 0 && !failure)
      watchdog = setTimeout(() => void giveUp(), patienceSeconds * 1000)
  }

  const giveUp = async () => {
    const [stuck] = waiting.keys()
    const asked = ask({ verb: 'pending' }).catch(() => [])
    const answer = await Promise.race([
      asked,
      new Promise((resolve) => setTimeout(resolve, lastWordSeconds * 1000)),
    ])
    // An answer to `pending` alone is no progress; an answer to the stuck question is.
    if (stuck === undefined || !waiting.has(stuck)) return rest()
    fail({ reason: `no answer within ${patienceSeconds} s; ${waitsFor(answer)}`, isLost: false })
  }

  socket.on('message', (data: RawData, isBinary: boolean) => {
    try {
      const [number, outcome] = isBinary ? pictureOf(data) : answerOf(data)
      const call = waiting.get(number)
      waiting.delete(number)
      if (call?.question.verb !== 'pending') rest()
      if (!outcome.ok && outcome.contextLost) {
        const problem = { reason: `the GL context was lost (${outcome.message})`, isLost: true }
        call?.reject(errorOf(call.question, problem))
        return fail(problem)
      }
      if (outcome.ok) call?.resolve(outcome.value)
      else call?.reject(errorOf(call.question, { reason: outcome.message, isLost: false }))
    } catch (cause) {
      fail({
        reason: `the page sent what nobody can read: ${messageOf(cause)}`,
        isLost: false,
        cause,
      })
    }
  })
  socket.on('error', (cause) =>
    fail({ reason: `the socket to the page broke: ${cause.message}`, isLost: true, cause }),
  )
  socket.on('close', () => fail({ reason: 'the page closed its socket', isLost: true }))

  return {
    ask,
    fail,
    get failure() {
      return failure
    },
  }
}

/** `frame 3 (rgb)`, `load of the scene "desert"`. */
export function nameOf(question: Question): string {
  if (question.verb === 'load') return `load of the scene "${question.job.scene.name}"`
  if (question.verb === 'pending') return 'what it waits for'
  const { pass } = question
  return `frame ${question.frame} (${typeof pass === 'string' ? pass : `without members ${pass.without.join(', ')}`})`
}

interface Waiting {
  question: Question
  resolve: (value: Picture | LoadReport | string[]) => void
  reject: (error: GroundreelError) => void
}

type Outcome =
  | { ok: true; value: Picture | LoadReport | string[] }
  | { ok: false; message: string; contextLost: boolean }

/** How long a page that hangs has to say why. */
const lastWordSeconds = 3
const headerBytes = 32

function pictureOf(data: RawData): [call: number, Outcome] {
  // ws hands out a Buffer unless told otherwise.
  const buffer = data as Buffer
  const [call, frame, width, height, length] = [0, 4, 8, 12, 16].map((at) =>
    buffer.readUInt32LE(at),
  ) as [number, number, number, number, number]
  if (length !== buffer.length - headerBytes) {
    throw new Error(`a picture of ${buffer.length - headerBytes} bytes that says it has ${length}`)
  }
  return [call, { ok: true, value: { frame, width, height, bytes: buffer.subarray(headerBytes) } }]
}

function answerOf(data: RawData): [call: number, Outcome] {
  // The page is ours and speaks the protocol of the same build.
  const answer = JSON.parse((data as Buffer).toString('utf8')) as Answer
  return [answer.call, answer]
}

function errorOf(question: Question, { reason, isLost, cause }: Problem): GroundreelError {
  const Kind = isLost ? StageLostError : StageError
  return new Kind(`${nameOf(question)}: ${reason}`, { cause })
}

function waitsFor(answer: unknown): string {
  if (!Array.isArray(answer)) return 'the page does not even say what it waits for'
  return answer.length === 0
    ? 'the page waits for nothing that it knows of'
    : `it waits for ${answer.join(', ')}`
}
