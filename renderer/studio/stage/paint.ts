import type { Pass, Picture, Stage } from '../../protocol.ts'
import { hueOf } from './hue.ts'
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
    return eachPixel(width * height, (at) => {
      const code = codes[at] as number
      if (code === 0) return [0, 0, 0]
      // Codes are logarithms already: metres are 0.1 * 100000 ^ share.
      const share = (code - 1) / 65_534
      const near = 255 * Math.min(1, Math.max(0, 1 - (share - NEAREST) / (FARTHEST - NEAREST)))
      return [near, near, near]
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
      const color = colors.get(id) ?? hueOf(id * 137.508, 0.62, 0.95)
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

/** Shares of the depth code: 0.3 m and 60 m. */
const NEAREST = Math.log(3) / Math.log(100_000)
const FARTHEST = Math.log(600) / Math.log(100_000)

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
