import type { Readable } from 'node:stream'
import type { TruthPassName } from '#renderer/protocol'
import { ProgramError } from '../errors.ts'
import { startProgram } from '../process.ts'
import { PASS_FORMATS } from './formats.ts'

/** Where passes lie and how large they are. */
export interface StoredTruth {
  width: number
  height: number
  frames: number
  /** The path of a pass's file. */
  file: (pass: TruthPassName) => string
}

/** What decodes them. */
export interface Decoder {
  ffmpeg: string
  signal?: AbortSignal | undefined
}

/** The codes of some passes at one frame: by pixel or plane, as `PASS_FORMATS` says; top row first. */
export type Codes = ReadonlyMap<TruthPassName, Uint8Array | Uint16Array>

/** One frame and the one after it, if there is one. */
export interface TruthFrame {
  frame: number
  now: Codes
  next: Codes | undefined
}

/** Reads passes frame by frame; no more than two frames of each are held. */
export async function* truthFrames(
  truth: StoredTruth,
  passes: readonly TruthPassName[],
  decoder: Decoder,
): AsyncGenerator<TruthFrame> {
  const readers = passes.map((pass) => [pass, codesOf(truth, pass, decoder)] as const)
  const codes = async (): Promise<Codes | undefined> => {
    const read = await Promise.all(
      readers.map(async ([pass, reader]) => [pass, await reader.next()] as const),
    )
    if (read.some(([, { done }]) => done)) return undefined
    return new Map(read.map(([pass, { value }]) => [pass, value as Uint8Array | Uint16Array]))
  }
  try {
    let now = await codes()
    for (let frame = 0; now; frame++) {
      const next = frame + 1 < truth.frames ? await codes() : undefined
      yield { frame, now, next }
      now = next
    }
  } finally {
    await Promise.all(readers.map(([, reader]) => reader.return(undefined)))
  }
}

async function* codesOf(
  { width, height, frames, file }: StoredTruth,
  pass: TruthPassName,
  { ffmpeg, signal }: Decoder,
): AsyncGenerator<Uint8Array | Uint16Array, void> {
  const { raw } = PASS_FORMATS[pass]
  const size = width * height * BYTES[raw]
  const args = ['-nostdin', '-v', 'error', '-i', file(pass), '-f', 'rawvideo', '-pix_fmt', raw]
  const program = startProgram(ffmpeg, [...args, 'pipe:1'], signal && { signal })
  try {
    let count = 0
    // We asked for a pipe.
    for await (const bytes of chunksOf(program.child.stdout as Readable, size)) {
      yield raw === 'rgb24' ? bytes : new Uint16Array(bytes.buffer)
      count++
    }
    await program.done
    if (count !== frames)
      throw new ProgramError({
        command: ffmpeg,
        args,
        reason: `gave ${count} frames of ${width}x${height}, not ${frames}`,
        stderr: program.tail(),
      })
  } finally {
    await program.end()
  }
}

const BYTES = { gray16le: 2, rgb24: 3, gbrp16le: 6 } as const

/** A stream in pieces of one size, each in a buffer of its own; what is left over is dropped. */
async function* chunksOf(stream: Readable, size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let [piece, filled] = [new Uint8Array(size), 0]
  for await (const chunk of stream as AsyncIterable<Buffer>)
    for (let from = 0; from < chunk.length;) {
      const part = chunk.subarray(from, from + size - filled)
      piece.set(part, filled)
      from += part.length
      filled += part.length
      if (filled === size) {
        yield piece
        ;[piece, filled] = [new Uint8Array(size), 0]
      }
    }
}
