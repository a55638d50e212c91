import { captionScene, type Filmed, type PhraseVerdict, textChecker } from '#captions'
import { observeClip } from '../clip/observe-clip.ts'
import { planClip } from '../clip/plan.ts'
import { previewSize } from '../clip/preview-size.ts'
import { InputError, messageOf } from '../errors.ts'
import type { Session } from '../session.ts'
import type { Film } from './play.ts'
import { sendEvent } from './thread/serve.ts'

/** What is seen of the scenes that pages play, and what can be said of it. */
export interface Proofs {
  /** Observes a scene for a page and sends its claims; what was being observed for that page before is given up. */
  prove(job: string, film: Film, page: string): void
  /** A clip brings its observations along: they are read when somebody asks. */
  know(job: string, filmed: () => Promise<Filmed>): void
  /** Each phrase of a text against what was seen. Throws while nothing is. */
  verify(job: string, text: string): Promise<PhraseVerdict[]>
  close(): Promise<void>
}

/** @param session opened when it is first asked for */
export function openProofs(session: () => Promise<Session>): Proofs {
  const checkers = new Map<string, () => Promise<(text: string) => PhraseVerdict[]>>()
  const controls = new Map<string, AbortController>()
  let turn: Promise<void> = Promise.resolve()

  const know = (job: string, filmed: () => Promise<Filmed>) => {
    let checker: Promise<(text: string) => PhraseVerdict[]> | undefined
    checkers.set(job, () => (checker ??= filmed().then(textChecker)))
    // Of those that were closed long ago nobody asks.
    const [oldest] = checkers.keys()
    if (checkers.size > mostKept && oldest !== undefined) checkers.delete(oldest)
  }

  const attempt = async (job: string, film: Film, signal: AbortSignal) => {
    try {
      signal.throwIfAborted()
      const filmed = await observed(await session(), film, signal, (done, total) =>
        sendEvent({ type: 'proving', job, done, total }),
      )
      know(job, () => Promise.resolve(filmed))
      sendEvent({ type: 'proven', job, captions: captionScene(filmed) })
    } catch (error) {
      if (!signal.aborted) sendEvent({ type: 'unproven', job, message: messageOf(error) })
    }
  }

  return {
    know,
    prove(job, film, page) {
      controls.get(page)?.abort(new Error('another scene is to be proven'))
      const control = new AbortController()
      controls.set(page, control)
      turn = turn.then(async () => {
        await attempt(job, film, control.signal)
        if (controls.get(page) === control) controls.delete(page)
      })
    },
    async verify(job, text) {
      const checker = checkers.get(job)
      if (!checker) throw new InputError('Nothing was observed of this scene yet.')
      const check = await checker()
      return check(text)
    },
    async close() {
      for (const control of controls.values()) control.abort(new Error('the studio closes'))
      await turn
    },
  }
}

const mostKept = 16

/** Pixels of the longer side that are drawn to be observed: a survey looks at 256 of them. */
const longSide = 384

async function observed(
  session: Session,
  { scene, camera }: Film,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void,
): Promise<Filmed> {
  const size = previewSize(scene.clip, longSide)
  const { width, height } = scene.clip
  const isSmall = width <= size.width && height <= size.height
  const plan = await planClip(scene, {
    camera,
    ...(!isSmall && { size: `${size.width}x${size.height}` }),
  })
  const observations = await session.use(1, (crew) => observeClip(plan, crew), {
    signal,
    onProgress: ({ done, total }) => onProgress(done, total),
  })
  return { scene: plan.scene, take: plan.take, camera: plan.camera, observations }
}
