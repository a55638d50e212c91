import { openEncoder } from './encoder.ts'
import { posterArguments } from './arguments.ts'

export interface I420Picture {
  width: number
  height: number
  bytes: Uint8Array
}

/** Writes one I420 picture (BT.709 limited range) as a JPEG. */
export async function writePoster(
  ffmpeg: string,
  { width, height, bytes }: I420Picture,
  file: string,
  signal?: AbortSignal,
) {
  const encoder = openEncoder(ffmpeg, posterArguments({ width, height }, file), signal)
  await encoder.write(bytes)
  await encoder.finish()
}
