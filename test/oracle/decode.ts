import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

const run = promisify(execFile)
const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error']

/** Every frame of a video as raw bytes, one after the other; throws what ffmpeg says when it fails. */
async function decoded(ffmpeg: string, file: string, how: string[]): Promise<Buffer> {
  const { stdout } = await run(
    ffmpeg,
    [...quiet, '-i', file, ...how, '-vsync', '0', '-f', 'rawvideo', 'pipe:1'],
    { encoding: 'buffer', maxBuffer: 2 ** 31 },
  )
  return stdout
}

/** 8-bit sRGB as a player shows it: BT.709, limited range. */
export function decodeRgb(ffmpeg: string, file: string): Promise<Buffer> {
  const colors =
    'scale=in_color_matrix=bt709:in_range=tv:out_range=pc:flags=accurate_rnd+full_chroma_int'
  return decoded(ffmpeg, file, ['-vf', colors, '-pix_fmt', 'rgb24'])
}

/** Raw pixels in one of ffmpeg's formats, of what is stored without loss. */
export function decodeRaw(ffmpeg: string, file: string, pixels: string): Promise<Buffer> {
  return decoded(ffmpeg, file, ['-pix_fmt', pixels])
}

/** Who owns each pixel: 0 the sky, else 1 + index in the cast. */
export async function decodeIds(ffmpeg: string, file: string): Promise<Uint16Array> {
  const bytes = await decodeRaw(ffmpeg, file, 'gray16le')
  return new Uint16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
