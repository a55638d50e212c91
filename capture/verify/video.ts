import { startProgram } from '../process.ts'

/** How many frames a video gives when it is decoded to its end. Rejects where a decoder stumbles over it. */
export async function countFrames(
  file: string,
  { ffmpeg, signal }: { ffmpeg: string; signal?: AbortSignal | undefined },
): Promise<number> {
  // A line for each frame, as every ffmpeg gives them; damage is an error instead of a guess.
  const args = ['-nostdin', '-v', 'error', '-xerror', '-err_detect', 'explode', '-i', file]
  const program = startProgram(
    ffmpeg,
    [...args, '-map', '0:v', '-f', 'framecrc', 'pipe:1'],
    signal && { signal },
  )
  const chunks: Buffer[] = []
  program.child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  await program.done
  const lines = Buffer.concat(chunks).toString('latin1').split('\n')
  return lines.filter((line) => line !== '' && !line.startsWith('#')).length
}
