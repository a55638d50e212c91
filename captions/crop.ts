import type { CameraTrack } from '#scenes'
import type { Crop, Filmed } from './facts/facts.ts'
import type { MemberObservation, Observations } from './observation.ts'

/** Share of a box in the crop that pixels must fill for certain, before its actor counts as seen there. */
const FILLED = 0.6
/** Share of an actor's pixels that must be in the crop for certain, for its colour and depth to be those seen there. */
const MOST = 0.75

/**
 * A part of the picture as if it were all of it: the same camera, with a picture that is smaller and whose middle is elsewhere.
 * What was seen is known by boxes and numbers of pixels alone, so that of an actor whose box reaches out of the crop only bounds are
 * known. At least so many of its pixels are in the crop as there are more of them than its box has room for outside. When these fill
 * most of the box that is left, it is seen, and its box is right to a fifth; else it is neither seen nor gone: it is not told
 * of, and no count denies it. How bright the crop is, and whether there is sky in it, is not known.
 */
export function croppedTo(filmed: Filmed, crop: Crop): Filmed {
  const { scene, take, observations } = filmed
  const { width, height } = scene.clip
  const [x, y, w, h] = crop
  if (x === 0 && y === 0 && w === width && h === height) return filmed
  const share = [
    (x * observations.width) / width,
    (y * observations.height) / height,
    (w * observations.width) / width,
    (h * observations.height) / height,
  ] as Crop
  const cameras = take.cameras.map((camera, i) =>
    i === filmed.camera ? through(camera, crop, { width, height }) : camera,
  )
  return {
    ...filmed,
    crop,
    scene: { ...scene, clip: { ...scene.clip, width: w, height: h } },
    take: { ...take, cameras },
    observations: observationsIn(observations, share),
  }
}

function through(
  camera: CameraTrack,
  [x, y, w, h]: Crop,
  { width, height }: { width: number; height: number },
): CameraTrack {
  const narrowed = (fov: number) =>
    (360 / Math.PI) * Math.atan((Math.tan((fov * Math.PI) / 360) * h) / height)
  return {
    ...camera,
    fov: camera.fov.map(narrowed),
    axis: [((width - w) / 2 - x) / h, (y - (height - h) / 2) / h],
  }
}

function observationsIn(seen: Observations, crop: Crop): Observations {
  return {
    ...seen,
    width: crop[2],
    height: crop[3],
    luminance: seen.luminance.map(() => Number.NaN),
    sky: seen.sky.map(() => null),
    members: seen.members
      .map((member) => memberIn(member, crop))
      .filter(({ box }) => box.some(Boolean)),
  }
}

function memberIn(member: MemberObservation, crop: Crop): MemberObservation {
  const parts = member.box.map((box, i) => partOf(box, member.pixels[i] ?? 0, crop))
  const known = <T>(column: (T | null)[]) =>
    column.map((value, i) => ((parts[i] as Part).isMost ? value : null))
  return {
    ...member,
    pixels: parts.map(({ pixels }) => pixels),
    box: parts.map(({ box }) => box),
    truncation: member.truncation.map((share, i) => Math.max(share, (parts[i] as Part).outside)),
    depth: known(member.depth),
    color: known(member.color),
    contrast: known(member.contrast),
    difference: known(member.difference),
    seen: member.seen.map((is, i) => is && (parts[i] as Part).isSeen),
  }
}

/** What of an actor is in the crop in one sample. */
interface Part {
  /** For certain. */
  pixels: number
  /** In the crop's own pixels; no pixel is beyond it. */
  box: MemberObservation['box'][number]
  /** Share of its box that is not in the crop. */
  outside: number
  isSeen: boolean
  isMost: boolean
}

const GONE: Part = { pixels: 0, box: null, outside: 1, isSeen: false, isMost: false }

function partOf(box: Part['box'], pixels: number, [x, y, w, h]: Crop): Part {
  if (!box) return GONE
  const [left, top, right, bottom] = [
    Math.max(box[0] - x, 0),
    Math.max(box[1] - y, 0),
    Math.min(box[2] - x, w),
    Math.min(box[3] - y, h),
  ]
  if (left >= right || top >= bottom) return GONE
  const room = (box[2] - box[0]) * (box[3] - box[1])
  const inside = (right - left) * (bottom - top)
  const least = Math.max(0, pixels - (room - inside))
  const isWhole = room - inside < 1e-6
  return {
    pixels: least,
    box: [left, top, right, bottom],
    outside: 1 - inside / room,
    isSeen: isWhole || least >= FILLED * inside,
    isMost: isWhole || least >= MOST * pixels,
  }
}
