import { setTimeout as sleep } from 'node:timers/promises'
import { z } from 'zod'
import { EnvironmentError, InputError } from '../errors.ts'
import type { Endpoint } from './endpoint.ts'

export interface Message {
  role: 'system' | 'user'
  content: string
}

/** A text, or why there is none; `gone` when nobody answered, so that more questions are no use. */
export type Answer = { text: string } | { none: string; gone?: true }

/** A caption is some hundreds of bytes, with what models think about it some thousands. */
const MOST_BYTES = 256 * 1024
const MOST_TRIES = 4
/** Seconds before the second try, when the endpoint names none; twice as many before each that follows. */
const PAUSE = 1
/** Longer than this we do not wait when told to. */
const LONGEST_PAUSE = 60

/**
 * Asks once, and again where the endpoint is busy or broken. Throws an InputError for what will not mend itself: a wrong key,
 * model or address. What comes back is anybody's text.
 */
export async function ask(
  endpoint: Endpoint,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<Answer> {
  for (let tries = 1, pause = PAUSE; ; tries++, pause *= 2) {
    const outcome = await askOnce(endpoint, messages, signal)
    if (!('again' in outcome)) return outcome
    const wait = outcome.after ?? pause
    if (tries === MOST_TRIES || wait > LONGEST_PAUSE) {
      const why =
        wait > LONGEST_PAUSE ? `asks for ${Math.round(wait)} s of patience` : `${tries} times`
      return { none: `${outcome.again}, ${why}`, gone: true }
    }
    await sleep(1000 * wait, undefined, { signal }).catch(() => signal.throwIfAborted())
  }
}

type Outcome = Answer | { again: string; after?: number | undefined }

async function askOnce(
  endpoint: Endpoint,
  messages: readonly Message[],
  signal: AbortSignal,
): Promise<Outcome> {
  const { url, model, key, timeout } = endpoint
  const late = AbortSignal.timeout(1000 * timeout)
  try {
    const response = await fetch(`${url}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages }),
      // Nobody but the one who was named gets the captions, let alone the key.
      redirect: 'manual',
      signal: AbortSignal.any([signal, late]),
    })
    const body = await textOf(response)
    return response.ok ? answerIn(body, key) : failureOf(response, body, endpoint)
  } catch (error) {
    signal.throwIfAborted()
    if (late.aborted) return { again: `no answer within ${timeout} s` }
    if (error instanceof TypeError) return unreachable(error, endpoint)
    throw error
  }
}

/** The body up to the bound; undefined when there is more. */
async function textOf({ body }: Response): Promise<string | undefined> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of body ?? []) {
    bytes += chunk.length
    if (bytes > MOST_BYTES) return undefined // leaving the loop ends the transfer
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

const Completion = z.object({
  choices: z.tuple([z.object({ message: z.object({ content: z.string() }) })], z.unknown()),
})

function answerIn(body: string | undefined, key: string | undefined): Answer {
  if (body === undefined) return { none: `an answer of more than ${MOST_BYTES / 1024} kB` }
  const { data } = Completion.safeParse(jsonOf(body))
  if (!data) return { none: 'an answer that is no chat completion' }
  const text = data.choices[0].message.content
  return key && text.toLowerCase().includes(key.toLowerCase())
    ? { none: 'an answer that holds the key' }
    : { text }
}

function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined // told by the schema that it does not fit
  }
}

function failureOf(response: Response, body: string | undefined, endpoint: Endpoint): Outcome {
  const { status, headers } = response
  if (status === 408 || status === 429 || status >= 500)
    return { again: `status ${status}`, after: secondsIn(headers.get('retry-after')) }
  const { url, model, key } = endpoint
  const remedy = {
    401: 'Put a key that is valid there into GROUNDREEL_REWRITE_KEY.',
    403: 'Put a key that is valid there into GROUNDREEL_REWRITE_KEY.',
    404: `Look whether --rewrite-url ends as it should, often in /v1, and whether there is a model ${model}.`,
  }[status]
  const said = (body ?? '').replaceAll(/\s+/g, ' ').slice(0, 300)
  const words = key ? said.replaceAll(key, '***') : said
  throw new InputError(
    `${url} ${status === 401 || status === 403 ? 'refused the key' : 'refused the question'} with status ${status}${words && `: ${words}`}`,
    remedy ? { remedy } : {},
  )
}

/** Retry-After: seconds, or a date. */
function secondsIn(header: string | null): number | undefined {
  if (header === null || header.trim() === '') return undefined
  const seconds = Number(header)
  const value = Number.isNaN(seconds) ? (Date.parse(header) - Date.now()) / 1000 : seconds
  return Number.isNaN(value) ? undefined : Math.max(0, value)
}

/** A name that is not known or a port where nobody listens stay so; a line that breaks may hold the next time. */
function unreachable(error: TypeError, { url }: Endpoint): Outcome {
  const cause = error.cause as { code?: string; message?: string } | undefined
  const why = cause?.code ?? cause?.message ?? error.message
  if (['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'].includes(why) || /certificate|bad port/i.test(why))
    throw new EnvironmentError(`${url} cannot be reached: ${why}.`, {
      cause: error,
      remedy: 'Start the server, or name another with --rewrite-url.',
    })
  return { again: `the connection broke (${why})` }
}
