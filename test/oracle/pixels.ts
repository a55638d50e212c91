import { spread, type Clip } from './clip.ts'
import { labOf, lchOf, type Lch } from './colors.ts'
import { meanOf } from './space.ts'

/** Rec. 709 luma, 0..255. */
export function lumaAt(rgb: Uint8Array, pixel: number): number {
  return (
    0.2126 * (rgb[3 * pixel] as number) +
    0.7152 * (rgb[3 * pixel + 1] as number) +
    0.0722 * (rgb[3 * pixel + 2] as number)
  )
}

/** Mean luma of whole frames spread over the clip. */
export function meanLuma(clip: Clip, frames = spread([0, clip.frames], 5)): number {
  return meanOf(
    frames.map((frame) => {
      const rgb = clip.rgb(frame)
      let sum = 0
      for (let i = 0; i < clip.width * clip.height; i++) sum += lumaAt(rgb, i)
      return sum / (clip.width * clip.height)
    }),
  )
}

/**
 * The pixels well inside an actor: those whose neighbours one pixel away are its own, for 4:2:0 video mixes
 * colours across edges; all of them where it is too thin to have an inside.
 */
export function insideOf(clip: Clip, actor: string, frame: number): number[] {
  const { width, height } = clip
  const mask = clip.mask(actor, frame)
  if (!mask) return []
  const [ids, id] = [clip.ids(frame), clip.id(actor)]
  const [own, inner]: [number[], number[]] = [[], []]
  for (let y = Math.round(mask.top * height); y < Math.round(mask.bottom * height); y++)
    for (let x = Math.round(mask.left * width); x < Math.round(mask.right * width); x++) {
      const at = y * width + x
      if (ids[at] !== id) continue
      own.push(at)
      const within =
        x > 0 &&
        x < width - 1 &&
        y > 0 &&
        y < height - 1 &&
        ids[at - 1] === id &&
        ids[at + 1] === id &&
        ids[at - width] === id &&
        ids[at + width] === id
      if (within) inner.push(at)
    }
  return inner.length >= 12 ? inner : own
}

/** Colours of an actor in frames spread over the clip; `keep` may choose among its pixels. */
export function colorsOf(
  clip: Clip,
  actor: string,
  keep: (pixel: number, frame: number) => boolean = () => true,
): Lch[] {
  return spread([0, clip.frames], 6).flatMap((frame) => {
    const rgb = clip.rgb(frame)
    return insideOf(clip, actor, frame)
      .filter((pixel) => keep(pixel, frame))
      .map((pixel) =>
        lchOf(rgb[3 * pixel] as number, rgb[3 * pixel + 1] as number, rgb[3 * pixel + 2] as number),
      )
  })
}

/** Along the actor's outline: share of places where its pixel and one just outside differ by > 5 in CIELAB. */
export function outlineContrast(clip: Clip, actor: string, frame: number): number {
  const { width, height } = clip
  const [ids, id, rgb] = [clip.ids(frame), clip.id(actor), clip.rgb(frame)]
  const lab = (at: number) =>
    labOf(rgb[3 * at] as number, rgb[3 * at + 1] as number, rgb[3 * at + 2] as number)
  let [edges, seen] = [0, 0]
  const look = (from: number, to: number, before: number, after: number) => {
    if ((ids[from] === id) === (ids[to] === id)) return
    const [a, b] = [lab(before), lab(after)]
    edges++
    if (Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]) > 5) seen++
  }
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      // One pixel further on either side: the edge itself is blended.
      if (x > 0) look(at - 1, at, at - (x > 1 ? 2 : 1), at + (x < width - 1 ? 1 : 0))
      if (y > 0)
        look(at - width, at, at - (y > 1 ? 2 * width : width), at + (y < height - 1 ? width : 0))
    }
  return edges === 0 ? Number.NaN : seen / edges
}
