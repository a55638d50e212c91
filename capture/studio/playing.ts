import { readStoredClip } from '../verify/stored-clip.ts'
import type { ClipOpened, Played, PlayRequest } from '#renderer/studio'
import { play, playScene, type Play } from './play.ts'
import { jsonBytes, serve } from './thread/serve.ts'
import { troubleIn } from './trouble.ts'

/**
 * The thread that casts, validates and shoots: with thousands of actors each takes a second in which the server goes on
 * answering. What it finds comes as bytes, for nobody in the server reads it.
 */
const playing = {
  /** Answered when the thread has come up. */
  ready: () => true,

  /** A Played; with what to keep of a scene that is good. */
  async play(text: string, file: string, asked: PlayRequest): Promise<PlayAnswer> {
    try {
      const one = await play(text, file, asked)
      const played: Played = { ok: true, summary: one.summary }
      return { answer: jsonBytes(played), kept: keptOf(one) }
    } catch (error) {
      const played: Played = { ok: false, ...troubleIn(text, file, error) }
      return { answer: jsonBytes(played) }
    }
  },

  /** A ClipOpened. */
  async clip(folder: string): Promise<PlayAnswer & { kept: Kept }> {
    const { scene, take, captions, camera } = await readStoredClip(folder)
    const one = await playScene(scene, { camera: scene.cameras[camera]?.id }, take)
    const opened: ClipOpened = { summary: one.summary, captions }
    return { answer: jsonBytes(opened), kept: keptOf(one) }
  },
}

export type Playing = typeof playing

export interface PlayAnswer {
  /** JSON for the page. */
  answer: Uint8Array
  kept?: Kept
}

/** A scene that was played out, as JSON in bytes: a StageJob for the page's stage and a Film for the thread that films. */
export interface Kept {
  job: string
  stage: Uint8Array
  film: Uint8Array
}

function keptOf({ summary, job, film }: Play): Kept {
  return { job: summary.job, stage: jsonBytes(job), film: jsonBytes(film) }
}

serve(playing)
