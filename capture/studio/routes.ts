import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { z } from 'zod'
import { DOMAINS, sceneJsonSchema, templateJsonSchema } from '#scenes'
import type { ClipOpened, Played, Saved } from '#renderer/studio'
import { InputError } from '../errors.ts'
import { readStoredClip } from '../verify/stored-clip.ts'
import type { Events } from './events.ts'
import type { Opened } from './opened.ts'
import { play, playScene, type Play } from './play.ts'
import type { Proofs } from './proofs.ts'
import type { Renders } from './renders.ts'
import { bodyOf, sendFile, sendJson } from './send.ts'
import { readSource, saveSource } from './source-file.ts'
import { troubleIn } from './trouble.ts'
import type { SourceWatch } from './watch-sources.ts'

export interface Studio {
  opened: Opened
  events: Events
  watch: SourceWatch
  proofs: Proofs
  renders: Renders
}

/** Answers what is asked under `/api/`; false for what there is not. */
export type Routes = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>

/** The treaty is in renderer/studio/protocol.ts. */
export function routesOf(studio: Studio): Routes {
  const { opened, events, watch, proofs, renders } = studio
  const plays = new Map<string, Play>()

  const keep = (one: Play) => {
    plays.set(one.summary.job, one)
    const [oldest] = plays.keys()
    if (plays.size > mostPlays && oldest !== undefined) plays.delete(oldest)
    return one.summary
  }
  const kept = (job: string) => {
    const one = plays.get(job)
    if (!one) throw new InputError('That scene is not played any more.')
    return one
  }

  const get: Record<
    string,
    (id: string, request: IncomingMessage, response: ServerResponse) => unknown
  > = {
    list: () => opened.list(),
    schema: (id) => (id === 'template' ? templateJsonSchema() : sceneJsonSchema()),
    job: (id) => kept(id).job,
    async source(id) {
      const { file } = await opened.source(id)
      const source = await readSource(file)
      watch.add(id, file, source.stamp)
      return source
    },
    async clip(id): Promise<ClipOpened> {
      const stored = await readStoredClip(await opened.clip(id))
      const { scene, take, captions } = stored
      const one = await playScene(scene, { camera: scene.cameras[stored.camera]?.id }, take)
      proofs.know(one.summary.job, stored)
      return { summary: keep(one), captions }
    },
    video: async (id, request, response) =>
      sendFile(request, response, join(await opened.clip(id), 'video.mp4')),
    poster: async (id, request, response) =>
      sendFile(request, response, join(await opened.clip(id), 'poster.jpg')),
    events: (_, __, response) => events.attach(response),
  }

  const post: Record<string, (body: unknown) => unknown> = {
    async play(body): Promise<Played> {
      const asked = PlayBody.parse(body)
      const { file } = await opened.source(asked.id)
      const text = asked.text ?? (await readSource(file)).text
      try {
        return { ok: true, summary: keep(await play(text, file, asked)) }
      } catch (error) {
        return { ok: false, ...troubleIn(text, file, error) }
      }
    },
    prove(body) {
      const { job } = JobBody.parse(body)
      proofs.prove(job, kept(job))
      return {}
    },
    verify(body) {
      const { job, text } = JobBody.extend({ text: z.string().max(5000) }).parse(body)
      return proofs.verify(job, text)
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
    render: (body) => ({ render: renders.start(kept(JobBody.parse(body).job)) }),
    cancel: (body) => ({ cancelled: renders.cancel(RenderBody.parse(body).render) }),
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
