import type { Pass, Picture, Stage } from '../../protocol.ts'
import { hueOf, hueOfId } from './hue.ts'
import type { Painted, ShownPass } from './treaty.ts'

/** Draws a pass and paints it for people; `rgb` is left as it was drawn. */
export async function paint(
  stage: Stage,
  frame: number,
  pass: ShownPass,
  frames: number,
): Promise<Painted> {
  // The last frame has no next one, but the one before it has.
  const isLast = pass === 'flow' && frame === frames - 1
  const picture = await stage.draw(frame, isLast ? 'flow_backward' : DRAWN[pass])
  const { width, height } = picture
  const bytes = pass === 'rgb' ? opaque(picture.bytes) : PAINTERS[pass](picture, isLast ? -1 : 1)
  return { frame, width, height, bytes }
}

const DRAWN: Record<ShownPass, Pass> = {
  rgb: 'rgba',
  depth: 'depth',
  normal: 'normal',
  ids: 'instance',
  flow: 'flow_forward',
}

type Painter = (picture: Picture, sign: number) => Uint8Array<ArrayBuffer>

const PAINTERS: Record<Exclude<ShownPass, 'rgb'>, Painter> = {
  depth: ({ bytes, width, height }) => {
    const codes = sixteen(bytes)
    const [nearest, farthest] = octavesOf(codes)
    return eachPixel(width * height, (at) => {
      const code = codes[at] as number
      if (code === 0) return [0, 0, 0]
      const far = Math.min(1, (octaveOf(code) - nearest) / (farthest - nearest))
      const light = 255 - (255 - DARKEST) * far
      return [light, light, light]
    })
  },
  normal: ({ bytes, width, height }) =>
    eachPixel(width * height, (at) => [
      bytes[3 * at] as number,
      bytes[3 * at + 1] as number,
      bytes[3 * at + 2] as number,
    ]),
  ids: ({ bytes, width, height }) => {
    const ids = sixteen(bytes)
    const colors = new Map<number, [number, number, number]>([[0, [12, 13, 16]]])
    return eachPixel(width * height, (at) => {
      const id = ids[at] as number
      const color = colors.get(id) ?? hueOfId(id)
      colors.set(id, color)
      return color
    })
  },
  flow: ({ bytes, width, height }, sign) => {
    const count = width * height
    const planes = sixteen(bytes)
    const full = 0.02 * Math.max(width, height)
    return eachPixel(count, (at) => {
      if (planes[count + at] === 0) return [0, 0, 0]
      const dy = (sign * ((planes[at] as number) - 32_768)) / 64
      const dx = (sign * ((planes[2 * count + at] as number) - 32_768)) / 64
      const angle = (Math.atan2(dy, dx) * 180) / Math.PI
      return hueOf(angle, Math.min(1, Math.hypot(dx, dy) / full), 1)
    })
  },
}

/** Codes are logarithms already, metres are 0.1 * 100000 ^ share; here to the base of 2. */
function octaveOf(code: number): number {
  return (((code - 1) / 65_534) * Math.log(100_000) + Math.log(0.1)) / Math.LN2
}

/** What is seen lies between two powers of two, metres: a range that seldom changes from frame to frame. */
function octavesOf(codes: Uint16Array): [nearest: number, farthest: number] {
  let [low, high] = [65_535, 1]
  for (const code of codes) {
    if (code === 0) continue
    if (code < low) low = code
    if (code > high) high = code
  }
  if (low > high) return [0, 1]
  const nearest = Math.floor(octaveOf(low))
  return [nearest, Math.max(nearest + 1, Math.min(FARTHEST, Math.ceil(octaveOf(high))))]
}

/** 64 m: beyond it is one grey, or a horizon would take the contrast from all that is near. */
const FARTHEST = 6
/** Black is the sky. */
const DARKEST = 24

function eachPixel(
  count: number,
  colorOf: (at: number) => [number, number, number],
): Uint8Array<ArrayBuffer> {
  const rgba = new Uint8Array(4 * count)
  for (let at = 0; at < count; at++) {
    const [red, green, blue] = colorOf(at)
    rgba[4 * at] = red
    rgba[4 * at + 1] = green
    rgba[4 * at + 2] = blue
    rgba[4 * at + 3] = 255
  }
  return rgba
}

/** A copy of our own, for it leaves this thread; the stage keeps what it drew. */
function opaque(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}

function sixteen(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.slice().buffer)
}
