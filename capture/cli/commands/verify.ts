import { z } from 'zod'
import { SessionOptions } from '../../options.ts'
import { heardByMany } from '../../process.ts'
import type { ReelCheckWatch } from '../../verify/reel.ts'
import type { StoredClip } from '../../verify/stored-clip.ts'
import { command } from '../command.ts'
import { answer, answerJson, type Io } from '../io.ts'
import { openProgress } from '../progress.ts'
import { withSession } from '../session.ts'
import { allHold, type ClipVerdict, clipLines, phraseLines, reelLines } from '../verdict.ts'

export const verify = command({
  name: 'verify',
  summary: 'Check a clip or a reel against its own truth, or whether a text is true of a clip.',
  arguments: [{ name: '<clip>', doc: 'The folder of a clip, of clips, or of a reel.' }],
  options: z.strictObject({
    text: z
      .string()
      .min(1)
      .optional()
      .describe('English or Chinese sentences to put to the proof, instead of checking the clip.'),
    frames: z.coerce
      .number()
      .int()
      .min(0)
      .max(7200)
      .optional()
      .describe(
        'How many frames to draw again and compare, of a reel in as many clips; default is 0 for a clip, 8 for a reel.',
      ),
    ...SessionOptions.shape,
    json: z.boolean().default(false).describe('Print the verdicts as JSON on stdout.'),
  }),
  async run({ args: [folder = ''], options, io }) {
    if (options.text !== undefined) return verifyPhrases(folder, options.text, options.json, io)
    const { isReel } = await import('../../reel/open-reel.ts')
    if (isReel(folder)) return verifyReel(folder, options, io)
    const verdict = await verifyClip(folder, options, io)
    const ok = allHold(verdict)
    if (options.json) answerJson(io, { ok, ...verdict })
    else answer(io, ...clipLines(verdict))
    return ok ? 0 : 1
  },
})

/** Frames of a reel that are drawn again unless told otherwise. */
const SAMPLE = 8

type Options = SessionOptions & { frames?: number | undefined; json: boolean }

async function verifyReel(folder: string, options: Options, io: Io): Promise<number> {
  const { frames = SAMPLE } = options
  if (frames === 0) return checked(folder, options, io)
  return withSession(io, options, (session) =>
    checked(folder, options, io, { clips: frames, session }),
  )
}

async function checked(
  folder: string,
  { ffmpeg, json }: Options,
  io: Io,
  redraw?: ReelCheckWatch['redraw'],
): Promise<number> {
  const [{ checkReel }, { findFfmpeg }] = await Promise.all([
    import('../../verify/reel.ts'),
    import('../../encode/discover.ts'),
  ])
  const progress = openProgress(io)
  try {
    const check = await checkReel(folder, {
      ffmpeg: (await findFfmpeg(ffmpeg)).path,
      signal: heardByMany(io.signal),
      redraw,
      onClip: (done, total) => progress.show({ stage: 'verify', done, total }),
    })
    progress.stop()
    const ok = check.faults.length === 0
    if (json) answerJson(io, { ok, ...check })
    else answer(io, ...reelLines(check))
    return ok ? 0 : 1
  } finally {
    progress.stop()
  }
}

/** Exit code 0 only when every phrase is proven true. */
async function verifyPhrases(folder: string, text: string, json: boolean, io: Io): Promise<number> {
  const [{ verifyText }, { readStoredClip }] = await Promise.all([
    import('#captions'),
    import('../../verify/stored-clip.ts'),
  ])
  const phrases = verifyText(text, await readStoredClip(folder))
  const ok = phrases.length > 0 && phrases.every(({ status }) => status === 'verified')
  if (json) answerJson(io, { ok, phrases })
  else answer(io, ...phraseLines(phrases))
  return ok ? 0 : 1
}

/** Files first: where the truth itself was changed, nothing more can be said. */
async function verifyClip(folder: string, options: Options, io: Io): Promise<ClipVerdict> {
  const [{ checkFiles }, { readManifest, readStoredClip, truthFiles }] = await Promise.all([
    import('../../verify/files.ts'),
    import('../../verify/stored-clip.ts'),
  ])
  const files = await checkFiles(folder, await readManifest(folder))
  if (files.some(({ name, state }) => state !== 'same' && truthFiles.includes(name)))
    return { files }
  const clip = await readStoredClip(folder)
  const { checkClaims } = await import('../../verify/claims.ts')
  const claims = checkClaims(clip)
  const { frames = 0 } = options
  if (frames === 0) return { files, claims }
  return { files, claims, redrawn: await redraw(clip, frames, options, io) }
}

async function redraw(clip: StoredClip, frames: number, options: SessionOptions, io: Io) {
  const { checkFrames, spread } = await import('../../verify/frames.ts')
  const chosen = spread(frames, clip.manifest.frameHashes.length)
  return withSession(io, options, (session) =>
    session.use(1, (crew) => checkFrames(clip, chosen, crew), { signal: io.signal }),
  )
}
