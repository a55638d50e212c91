import { z } from 'zod'
import { InputError } from '../errors.ts'

/** Where rewrites are asked for: anything that speaks OpenAI's chat completions. */
export interface Endpoint {
  /** Base URL, to which `/chat/completions` is added. */
  url: string
  model: string
  /** Sent as a bearer token, and never told to anyone else. */
  key: string | undefined
  /** Seconds that one answer may take, all of it. */
  timeout: number
}

/** Flags of commands that ask for rewrites. */
export const RewriteOptions = z.strictObject({
  rewrite: z
    .boolean()
    .default(false)
    .describe('Have a language model word the captions anew; kept is what says nothing else.'),
  rewriteUrl: z
    .string()
    .min(1)
    .optional()
    .describe('Base URL of an OpenAI-compatible API; default is GROUNDREEL_REWRITE_URL.'),
  rewriteModel: z
    .string()
    .min(1)
    .optional()
    .describe('Name of the model there; default is GROUNDREEL_REWRITE_MODEL.'),
  rewriteTimeout: z.coerce
    .number()
    .min(0.1)
    .max(3600)
    .default(60)
    .describe('Seconds to wait for one answer.'),
})
export type RewriteOptions = z.infer<typeof RewriteOptions>

/**
 * The endpoint of flags and environment; the key comes from the environment alone, for others can read a command line. That
 * of OpenAI goes to no one else.
 */
export function endpointOf(options: RewriteOptions, env: NodeJS.ProcessEnv): Endpoint {
  const wanted = (flag: string | undefined, name: string, option: string, example: string) => {
    const value = flag ?? env[name]
    if (value) return value
    throw new InputError(`--rewrite needs ${option} or ${name}.`, {
      remedy: `For example ${option} ${example}`,
    })
  }
  const local = 'http://localhost:11434/v1'
  const url = parsedUrl(
    wanted(options.rewriteUrl, 'GROUNDREEL_REWRITE_URL', '--rewrite-url', local),
  )
  return {
    url: url.href.replace(/\/+$/, ''),
    model: wanted(options.rewriteModel, 'GROUNDREEL_REWRITE_MODEL', '--rewrite-model', 'qwen3:8b'),
    key: keyFor(url, env),
    timeout: options.rewriteTimeout,
  }
}

function keyFor({ host }: URL, env: NodeJS.ProcessEnv): string | undefined {
  const name =
    env.GROUNDREEL_REWRITE_KEY || host !== 'api.openai.com'
      ? 'GROUNDREEL_REWRITE_KEY'
      : 'OPENAI_API_KEY'
  const key = env[name]?.trim()
  // Told without the key: fetch would tell it.
  if (key && !/^[\x21-\x7e]+$/.test(key))
    throw new InputError(`${name} holds what no key has: a space, or a letter beyond ASCII.`)
  return key || undefined
}

function parsedUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url?.username || url?.password || url?.search)
    throw new InputError('--rewrite-url must hold no name, password or query.', {
      remedy: 'Put the key into GROUNDREEL_REWRITE_KEY.',
    })
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    throw new InputError(`--rewrite-url is not a web address (got ${JSON.stringify(text)}).`, {
      remedy: 'For example --rewrite-url http://localhost:11434/v1',
    })
  return url
}
