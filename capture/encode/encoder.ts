import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { ProgramError } from '../errors.ts'
import { startProgram } from '../process.ts'

/**
 * One ffmpeg that takes raw frames and writes one file.
 *
 * x264 at crf 14, no B-frames, groups of 12; 48 frames of 512x512 as the stage draws them (31 meshes,
 * shadows, textures, moving camera); processor time per frame, since the drawing wants both cores:
 *
 * | preset   | ms per frame | bytes per frame |
 * |----------|--------------|-----------------|
 * | veryfast |          6.5 |          10,150 |
 * | fast     |           21 |           9,910 |
 * | medium   |           26 |           9,630 |
 * | slow     |           45 |           9,200 |
 *
 * A frame takes llvmpipe about 75 ms on two cores, so slow would cost a clip a third more time for files
 * a tenth smaller: veryfast it is. Two threads and one cost the same and give the same bytes here; the
 * builds of 2018 and of today differ by less than 5 %.
 */
export interface Encoder {
  /** Resolves when ffmpeg can take more; rejects with a ProgramError when it has died. */
  write(frame: Uint8Array): Promise<void>
  /** Resolves when the file is complete. */
  finish(): Promise<void>
  /** Ends ffmpeg at once; what it wrote is of no use. Safe to call at any time. */
  abort(): Promise<void>
}

export function openEncoder(
  ffmpeg: string,
  args: readonly string[],
  signal?: AbortSignal,
): Encoder {
  const program = startProgram(ffmpeg, args, {
    stdio: ['pipe', 'ignore', 'pipe'],
    ...(signal && { signal }),
  })
  // We asked for a pipe.
  const stdin = program.child.stdin as Writable
  // EPIPE only says that ffmpeg has ended; `done` says why.
  stdin.on('error', () => {})
  let isOver = false
  const ended = program.done
    .catch((error: unknown) => {
      throw error instanceof ProgramError ? explained(error, ffmpeg, args) : error
    })
    .finally(() => (isOver = true))
  ended.catch(() => {})

  const early = () =>
    ended.then(() => {
      throw new ProgramError({
        command: ffmpeg,
        args,
        reason: 'ended before its last frame',
        stderr: program.tail(),
      })
    })

  return {
    async write(frame) {
      if (isOver || stdin.destroyed) return early()
      if (stdin.write(frame)) return
      // A pipe that breaks while we wait is told by ffmpeg's end, which says why.
      await Promise.race([once(stdin, 'drain').catch(early), ended.then(early)])
    },
    async finish() {
      if (isOver) return ended
      stdin.end()
      await ended
    },
    abort: program.end,
  }
}

/** Says what to do where ffmpeg's own words are easily missed among its others. */
function explained(
  { reason, stderr, cause }: ProgramError,
  command: string,
  args: readonly string[],
): ProgramError {
  const said = [reason, ...stderr].join('\n')
  const remedy = /no space left/i.test(said)
    ? 'The disk is full: free some space, or write to another disk with --out.'
    : /SIGXFSZ|file too large/i.test(said)
      ? 'The file grew beyond the limit of this process: raise it with ulimit -f.'
      : undefined
  return new ProgramError({ command, args, reason, stderr, cause, ...(remedy && { remedy }) })
}
