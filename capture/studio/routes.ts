import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { DOMAINS, sceneJsonSchema, templateJsonSchema } from '#scenes'
import type { Saved, SourceEntry } from '#renderer/studio'
import { InputError } from '../errors.ts'
import type { Events } from './events.ts'
import type { Filming } from './filming.ts'
import type { Opened } from './opened.ts'
import type { Kept, PlayAnswer, Playing } from './playing.ts'
import { bodyOf, sendFile, sendJson } from './send.ts'
import { readSource, saveSource } from './source-file.ts'
import type { Thread } from './thread/open.ts'
import type { SourceWatch } from './watch-sources.ts'

export interface Studio {
  opened: Opened
  events: Events
  watch: SourceWatch
  playing: Thread<Playing>
  filming: Thread<Filming>
  /** What a page opens at first: it is played out before somebody asks. */
  first?: SourceEntry | undefined
}

/** Answers what is asked under `/api/`; false for what there is not. */
export type Routes = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>

/** The treaty is in renderer/studio/protocol.ts. */
export function routesOf(studio: Studio): Routes {
  const { opened, events, watch, playing, filming, first } = studio
  const plays = new Map<string, Kept>()

  const keep = ({ answer, kept: one }: PlayAnswer) => {
    if (one) plays.set(one.job, one)
    const [oldest] = plays.keys()
    if (plays.size > mostPlays && oldest !== undefined) plays.delete(oldest)
    return answer
  }
  const kept = (job: string) => {
    const one = plays.get(job)
    if (!one) throw new InputError('That scene is not played any more.')
    // What is looked at is kept the longest.
    plays.delete(job)
    plays.set(job, one)
    return one
  }

  const play = async (asked: z.infer<typeof PlayBody>) => {
    const { file } = await opened.source(asked.id)
    const text = asked.text ?? (await readSource(file)).text
    const key = JSON.stringify([text, asked])
    return { key, answer: () => playing.ask('play', text, file, asked) }
  }
  let early = first && playEarly(first)
  async function playEarly({ id, kind }: SourceEntry) {
    const { key, answer } = await play({ id, ...(kind === 'template' && { seed: 0 }) })
    const answering = answer()
    // Whoever asks is told what is wrong with it.
    answering.catch(() => {})
    return { key, answer: () => answering }
  }
  early?.catch(() => {})

  const get: Record<
    string,
    (id: string, request: IncomingMessage, response: ServerResponse) => unknown
  > = {
    list: () => opened.list(),
    schema: (id) => (id === 'template' ? templateJsonSchema() : sceneJsonSchema()),
    job: (id) => kept(id).stage,
    async source(id) {
      const { file } = await opened.source(id)
      const source = await readSource(file)
      watch.add(id, file, source.stamp)
      return source
    },
    async clip(id) {
      const folder = await opened.clip(id)
      const opening = await playing.ask('clip', folder)
      // Not waited for: nobody types a sentence at once, and what fails here fails again when one is.
      filming.ask('know', opening.kept.job, folder).catch(() => {})
      return keep(opening)
    },
    video: async (id, request, response) =>
      sendFile(request, response, await opened.clipFile(id, 'video.mp4')),
    poster: async (id, request, response) =>
      sendFile(request, response, await opened.clipFile(id, 'poster.jpg')),
    events: (_, __, response) => events.attach(response),
  }

  const post: Record<string, (body: unknown) => unknown> = {
    async play(body) {
      const { key, answer } = await play(PlayBody.parse(body))
      const known = await early?.catch(() => undefined)
      // Once: what it is made of besides its own text may have changed later.
      early = undefined
      return keep(await (known?.key === key ? known.answer() : answer()))
    },
    async prove(body) {
      const { job, page } = JobBody.extend({ page: z.string().max(64) }).parse(body)
      await filming.ask('prove', job, kept(job).film, page)
      return {}
    },
    verify(body) {
      const { job, text } = JobBody.extend({ text: z.string().max(5000) }).parse(body)
      return filming.ask('verify', job, text)
    },
    async save(body): Promise<Saved> {
      const { id, ...source } = SaveBody.parse(body)
      const { file, isWritable } = await opened.source(id)
      if (!isWritable)
        return {
          ok: false,
          isStale: false,
          message: 'This ships with groundreel and is not written. Open a folder of your own.',
        }
      const saved = await saveSource(file, source)
      if (saved.ok) watch.expect(id, saved.stamp)
      return saved
    },
    async render(body) {
      return { render: await filming.ask('render', kept(JobBody.parse(body).job).film) }
    },
    async cancel(body) {
      return { cancelled: await filming.ask('cancel', RenderBody.parse(body).render) }
    },
  }

  return async (request, response, url) => {
    const [, , name = '', id = ''] = url.pathname.split('/')
    const isPost = request.method === 'POST'
    const known = isPost ? post : get
    if (!Object.hasOwn(known, name)) return false
    const value = isPost
      ? await post[name]?.(await bodyOf(request))
      : await get[name]?.(id, request, response)
    if (value !== undefined) sendJson(response, value)
    return true
  }
}

/** Twelve dice, a gallery, and what was looked at before. */
const mostPlays = 80

const Seed = z
  .int()
  .min(0)
  .max(2 ** 32 - 1)

const PlayBody = z.strictObject({
  id: z.string(),
  text: z.string().optional(),
  seed: Seed.optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  vary: z.strictObject({ domains: z.array(z.enum(DOMAINS)), seed: Seed }).optional(),
  camera: z.string().optional(),
  longSide: z.int().min(32).max(4096).optional(),
})
const JobBody = z.strictObject({ job: z.string() })
const SaveBody = z.strictObject({ id: z.string(), text: z.string(), stamp: z.string() })
const RenderBody = z.strictObject({ render: z.string() })
