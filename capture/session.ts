import { type Scene } from '#scenes'
import type { Picture } from '#renderer/protocol'
import { readAssets } from './assets/assets.ts'
import { type BrowserIdentity, launchBrowser, type LaunchedBrowser } from './browser/launch.ts'
import { type Crew, loadAll, type Progress } from './clip/crew.ts'
import { pagesFor } from './clip/pages.ts'
import { planClip } from './clip/plan.ts'
import { type ClipResult, renderClip } from './clip/render-clip.ts'
import { type Ffmpeg, findFfmpeg } from './encode/discover.ts'
import type { RgbaPicture } from './encode/png.ts'
import { InputError } from './errors.ts'
import { heardByMany } from './process.ts'
import { ClipOptions, RenderOptions, SessionOptions } from './options.ts'
import type { TemplateRecord } from './template/record.ts'
import { stageBundle } from './stage/bundle.ts'
import { openPool } from './stage/pool.ts'
import type { RemoteStage } from './stage/remote-stage.ts'
import { openServer } from './stage/server.ts'

export interface Watch {
  signal?: AbortSignal | undefined
  onProgress?: ((progress: Progress) => void) | undefined
}

export interface RenderWatch extends Watch {
  /** How the scene came out of a template; it is stored with the clip. */
  template?: TemplateRecord | undefined
}

/** A warm browser, page, stage bundle and ffmpeg: a second clip starts at once. */
export interface Session {
  readonly identity: { browser: BrowserIdentity; ffmpeg: Ffmpeg }
  render(scene: Scene, options?: Partial<RenderOptions>, watch?: RenderWatch): Promise<ClipResult>
  /** One picture, at a time in seconds or a frame. */
  still(
    scene: Scene,
    at: { seconds: number } | { frame: number },
    options?: Partial<ClipOptions>,
    watch?: Watch,
  ): Promise<RgbaPicture>
  /** Several pictures of a scene that is loaded once, in the order of the frames given. */
  stills(
    scene: Scene,
    frames: readonly number[],
    options?: Partial<ClipOptions>,
    watch?: Watch,
  ): Promise<RgbaPicture[]>
  /** Lends pages for other work, such as a benchmark. */
  use<T>(pages: number, work: (crew: Crew) => Promise<T>, watch?: Watch): Promise<T>
  /** Another session that draws with the same browser and back end, so that equal clips have equal frames. */
  beside(signal?: AbortSignal): Promise<Session>
  close(): Promise<void>
}

/** All its browsers are what the first one was: a busy machine might find another the next time. */
export async function openSession(
  given: Partial<SessionOptions> = {},
  signal?: AbortSignal,
): Promise<Session> {
  const options = SessionOptions.parse(given)
  const { gl, browser: executablePath } = options
  return begin(options, () => launchBrowser({ executablePath, gl }), signal)
}

async function begin(
  options: SessionOptions,
  launch: () => Promise<LaunchedBrowser>,
  signal?: AbortSignal,
): Promise<Session> {
  const { ffmpeg: ffmpegPath, recycle } = options
  const { files: assets } = readAssets()
  const launching = launch()
  // Awaited below, but it may fail before that.
  launching.catch(() => {})
  // Should the bundle or ffmpeg fail first, the browser is closed all the same.
  const [bundle, ffmpeg] = await Promise.all([stageBundle(), findFfmpeg(ffmpegPath)]).catch(
    async (error: unknown) => {
      await launching.then(
        (one) => one.close(),
        () => {},
      )
      throw error
    },
  )
  const first = await launching
  const server = await openServer({ bundle, assets })
  const { identity } = first
  let spare: typeof first | undefined = first
  const pool = openPool({
    server,
    clipsPerBrowser: recycle,
    async launch() {
      const launched = spare ?? (await first.again())
      spare = undefined
      return launched
    },
  })
  const close = async () => {
    await pool.close()
    await spare?.close()
    await server.close()
  }
  if (signal?.aborted) await close()
  signal?.throwIfAborted()

  const use: Session['use'] = (pages, work, { signal: theirs, onProgress } = {}) => {
    const own = theirs && heardByMany(theirs)
    return pool.use(
      pages,
      (lent) => {
        // The pool lends as many as were asked for, and that is at least one.
        const stages = lent as [RemoteStage, ...RemoteStage[]]
        return work({ stages, identity, ffmpeg, signal: own, onProgress })
      },
      own,
    )
  }

  const stills: Session['stills'] = async (scene, frames, options = {}, watch) => {
    const { job, take } = await planClip(scene, ClipOptions.parse(options))
    const outside = frames.find(
      (frame) => !Number.isInteger(frame) || frame < 0 || frame >= take.frames,
    )
    if (outside !== undefined) {
      throw new InputError(
        `Frame ${outside} is not in the clip: it has frames 0 to ${take.frames - 1} (${take.frames / take.fps} s).`,
      )
    }
    return use(
      1,
      async (crew) => {
        await loadAll(job, crew)
        return Promise.all(frames.map((frame) => crew.stages[0].draw(frame, 'rgba', crew.signal)))
      },
      watch,
    )
  }

  return {
    identity: { browser: identity, ffmpeg },
    async render(scene, options = {}, { template, ...watch } = {}) {
      const checked = RenderOptions.parse(options)
      const plan = await planClip(scene, checked, template)
      const pages = checked.pages ?? pagesFor(plan.job, plan.take.frames)
      return use(pages, (crew) => renderClip(plan, checked, crew), watch)
    },
    async still(scene, at, options = {}, watch) {
      const fps = options.fps ?? scene.clip.fps
      const frame = 'frame' in at ? at.frame : Math.round(at.seconds * fps)
      // One frame was asked for, so one comes.
      const [picture] = (await stills(scene, [frame], options, watch)) as [Picture]
      return picture
    },
    stills,
    use,
    beside: (theirs) => begin(options, first.again, theirs),
    close,
  }
}
