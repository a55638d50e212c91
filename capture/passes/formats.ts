import type { TruthPassName } from '#renderer/protocol'

/** How a pass is stored, and what the manifest says of it to whoever reads it. */
export interface PassFormat {
  /** ffmpeg's name of the pixels that the page gives. */
  raw: 'gray16le' | 'rgb24' | 'gbrp16le'
  /** And of those that FFV1 keeps; nothing is lost between the two. */
  stored: 'gray16le' | 'bgr0' | 'gbrp16le'
  holds: string
  axes: string
  units: string
  invalid: string
  /** Lines of Python, with numpy and an ffmpeg on the path, that turn the file into an array. */
  python: string[]
}

const KITTI = {
  raw: 'gbrp16le',
  stored: 'gbrp16le',
  axes: 'dx to the right, dy down, from pixel centre to pixel centre',
  units: 'pixels, KITTI code: (c - 32768) / 64',
  invalid: 'valid = 0: the shot has no such frame, or the way is longer than 512 pixels',
} as const

/**
 * In the order in which they are asked for: normals and flow come out of one draw that yields ids and depth as well,
 * which alone are drawn for less.
 */
export const PASS_FORMATS: Record<TruthPassName, PassFormat> = {
  flow_forward: {
    ...KITTI,
    holds: 'where what a pixel shows is in the next frame; the sky moves as the camera turns',
    python: flowPython('flow_forward'),
  },
  flow_backward: {
    ...KITTI,
    holds: 'where what a pixel shows was in the frame before; the sky moves as the camera turns',
    python: flowPython('flow_backward'),
  },
  normal: {
    raw: 'rgb24',
    stored: 'bgr0',
    holds: 'normal of the surface, of its mesh, not of its texture',
    axes: 'camera: x (red) to the right, y (green) up, z (blue) towards the camera',
    units: 'unit vector, code: 2 * c / 255 - 1',
    invalid: '0, 0, 0: the sky',
    python: [
      ...python('normal', 'rgb24', 'np.uint8', '(-1, H, W, 3)'),
      'normal = c / 127.5 - 1',
      'valid = c.any(-1)',
    ],
  },
  normal16: {
    raw: 'gbrp16le',
    stored: 'gbrp16le',
    holds: 'normal of the surface, of its mesh, not of its texture; to a hundredth of a degree',
    axes: 'camera: x (red) to the right, y (green) up, z (blue) towards the camera',
    units: 'unit vector, code: 2 * c / 65535 - 1',
    invalid: '0, 0, 0: the sky',
    python: [
      ...python('normal16', 'gbrp16le', "'<u2'", '(-1, 3, H, W)'),
      'normal = np.moveaxis(c[:, [2, 0, 1]], 1, -1) / 32767.5 - 1',
      'valid = c.any(1)',
    ],
  },
  depth: {
    raw: 'gray16le',
    stored: 'gray16le',
    holds: 'planar depth: along the line of sight of the camera, not along the ray of the pixel',
    axes: 'camera: ahead',
    units: 'metres, code: 0.1 * (10000 / 0.1) ** ((c - 1) / 65534)',
    invalid: '0: the sky',
    python: [
      ...python('depth', 'gray16le', "'<u2'", '(-1, H, W)'),
      'depth = np.where(c > 0, 0.1 * 1e5 ** ((c.astype(float) - 1) / 65534), np.inf)',
    ],
  },
  instance: {
    raw: 'gray16le',
    stored: 'gray16le',
    holds: 'who a pixel shows: 1 + index in the cast, the same in every frame and every camera',
    axes: '',
    units: 'id',
    invalid: '0: the sky',
    python: [...python('instance', 'gray16le', "'<u2'", '(-1, H, W)'), 'ids = c'],
  },
}

/** What one draw yields whole: the passes that are measured together. */
export const BUNDLE = ['flow_forward', 'flow_backward', 'normal', 'depth', 'instance'] as const

export const TRUTH_PASSES = Object.keys(PASS_FORMATS) as [TruthPassName, ...TruthPassName[]]

function flowPython(pass: TruthPassName): string[] {
  return [
    ...python(pass, 'gbrp16le', "'<u2'", '(-1, 3, H, W)'),
    'dy, valid, dx = (c[:, 0] - 32768.0) / 64, c[:, 1] == 1, (c[:, 2] - 32768.0) / 64',
  ]
}

function python(pass: TruthPassName, pixels: string, type: string, shape: string): string[] {
  const command = `ffmpeg -v error -i passes/${pass}.mkv -f rawvideo -pix_fmt ${pixels} -`
  return [
    'import subprocess, numpy as np',
    `raw = subprocess.run('${command}'.split(), capture_output=True, check=True).stdout`,
    `c = np.frombuffer(raw, ${type}).reshape${shape}`,
  ]
}
