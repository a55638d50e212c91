import type { PassFormat } from '../passes/formats.ts'

export interface VideoFormat {
  width: number
  height: number
  fps: number
  /** x264's constant rate factor, 0 (lossless) to 51. */
  crf: number
  /** x264 gives the same bytes for the same number of threads only. */
  threads?: number
  preset?: Preset
}

export type Preset = 'veryfast' | 'fast' | 'medium' | 'slow'

/** ffmpeg's names of pixels: of bytes, or of 16 bits with the low byte first. */
export type RawPixels = PassFormat['raw'] | 'yuv420p' | 'gray' | 'rgb48le'

/**
 * ffmpeg's arguments for the video that trainers load: H.264 High, 4:2:0, BT.709 limited range, constant
 * frame rate, closed groups of 12 without B-frames, index in front, no audio. The frames of the picture are
 * BT.709 limited already, so they are tagged and never scaled; colours are brought there. Every option is one
 * that the builds of 2018 and of today both know (`-vsync`, not `-fps_mode`).
 */
export function videoArguments(
  format: VideoFormat,
  file: string,
  pixels: 'yuv420p' | 'rgb24' = 'yuv420p',
): string[] {
  return [
    ...quiet,
    ...rawInput(format, pixels),
    ...(pixels === 'rgb24'
      ? [
          '-vf',
          'scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_inp,format=yuv420p',
        ]
      : []),
    ...bt709,
    ...h264(format),
    file,
  ]
}

/** The same for some frames [from, to) of such a video. */
export function cutArguments(
  video: string,
  { from, to }: { from: number; to: number },
  format: Omit<VideoFormat, 'width' | 'height'>,
  file: string,
): string[] {
  const trim = `trim=start_frame=${from}:end_frame=${to},setpts=PTS-STARTPTS`
  return [...quiet, '-i', video, '-vf', trim, ...h264(format), file]
}

function h264({
  fps,
  crf,
  threads = defaultThreads,
  preset = defaultPreset,
}: Omit<VideoFormat, 'width' | 'height'>): string[] {
  return [
    ...['-map', '0:v:0', '-an', '-sn', '-dn'],
    ...[
      '-c:v',
      'libx264',
      '-profile:v',
      'high',
      '-pix_fmt',
      'yuv420p',
      '-preset',
      preset,
      '-crf',
      String(crf),
    ],
    ...['-bf', '0', '-g', '12', '-keyint_min', '12', '-sc_threshold', '0'],
    ...[
      '-x264-params',
      'open-gop=0:force-cfr=1:colorprim=bt709:transfer=bt709:colormatrix=bt709:fullrange=off',
    ],
    ...bt709,
    ...['-threads', String(threads), '-vsync', 'cfr', '-r', String(fps)],
    // 512 ticks a frame: every frame time is a whole number of ticks.
    ...['-video_track_timescale', String(fps * 512)],
    // No edit list: without B-frames there is nothing to cut off, and some readers obey it wrongly.
    ...['-movflags', '+faststart+write_colr', '-use_editlist', '0'],
    ...sameBytes,
  ]
}

/**
 * How many slices FFV1 cuts a picture into: as few as its encoder takes, which refuses slices of more than 2^27 bits, a bit
 * to spare for each number.
 */
function slicesOf({ width, height }: Pick<VideoFormat, 'width' | 'height'>): number {
  const fits = (side: number) =>
    Math.ceil(width / side) * Math.ceil(height / side) * 17 * 3 <= 2 ** 27
  return fits(2) ? 4 : 9
}

/** Lossless: FFV1 in Matroska, every frame a key frame with its own checksum. */
export function passArguments(
  format: Omit<VideoFormat, 'crf'>,
  { raw, stored }: Pick<PassFormat, 'raw' | 'stored'>,
  file: string,
): string[] {
  return [
    ...quiet,
    ...rawInput(format, raw),
    ...[
      '-map',
      '0:v:0',
      '-c:v',
      'ffv1',
      '-level',
      '3',
      '-g',
      '1',
      '-slices',
      String(slicesOf(format)),
      '-slicecrc',
      '1',
    ],
    ...['-pix_fmt', stored, '-threads', '1', '-vsync', 'cfr', '-r', String(format.fps)],
    ...sameBytes,
    file,
  ]
}

/** A PNG a frame. @param files with a place for the number, as in `%05d.png` */
export function imagesArguments(
  { width, height }: Pick<VideoFormat, 'width' | 'height'>,
  pixels: RawPixels,
  files: string,
): string[] {
  const stored = pixels.replace(/le$/, 'be')
  return [
    ...quiet,
    ...rawInput({ width, height, fps: 1 }, pixels),
    ...['-c:v', 'png', '-pix_fmt', stored, '-f', 'image2', '-start_number', '0'],
    ...sameBytes,
    files,
  ]
}

/** One I420 picture in, one JPEG out (full-range BT.601, as every JPEG). */
export function posterArguments(
  { width, height }: Pick<VideoFormat, 'width' | 'height'>,
  file: string,
): string[] {
  return [
    ...quiet,
    ...rawInput({ width, height, fps: 1 }, 'yuv420p'),
    ...[
      '-vf',
      'scale=in_color_matrix=bt709:in_range=tv:out_color_matrix=bt601:out_range=pc,format=yuvj420p',
    ],
    ...[
      '-frames:v',
      '1',
      '-c:v',
      'mjpeg',
      '-q:v',
      '3',
      '-huffman',
      'optimal',
      '-f',
      'image2',
      '-update',
      '1',
    ],
    ...sameBytes,
    file,
  ]
}

/** See encoder.ts for what the presets cost. */
export const defaultPreset: Preset = 'veryfast'
/** Fixed, not the number of cores: files must not differ between machines. */
export const defaultThreads = 2

const quiet = ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y']
const bt709 = [
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-color_range',
  'tv',
]
/** No dates, no version of ffmpeg: the same frames give the same file. */
const sameBytes = ['-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact']

function rawInput(
  { width, height, fps }: Pick<VideoFormat, 'width' | 'height' | 'fps'>,
  pixels: RawPixels,
): string[] {
  return [
    '-f',
    'rawvideo',
    '-pixel_format',
    pixels,
    '-video_size',
    `${width}x${height}`,
    '-framerate',
    String(fps),
    '-i',
    'pipe:0',
  ]
}
