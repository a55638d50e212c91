import { mat4, vec3, vec4 } from 'gl-matrix'
import type { CaptionFile, MemberObservation, Observations } from '#captions'
import type { CameraFrame, Cameras } from '#scenes'
import type { Row } from './row.ts'

export type Quality = Pick<
  Row,
  'motion_score' | 'luminance' | 'subject_area' | 'subject_seen' | 'coverage' | 'claims' | 'refuted'
>

/** What can be said of a clip's worth for training, from stored truth alone. */
export function qualityOf(seen: Observations, captions: CaptionFile, cameras: Cameras): Quality {
  const subject = subjectOf(seen, captions)
  const looks = seen.frames.length
  const shown = subject?.pixels.filter((_, i) => subject.seen[i]) ?? []
  const { coverage, claims, refuted } = captions.stats
  return {
    motion_score: rounded(motionOf(seen, cameras), 2),
    luminance: rounded(mean(seen.luminance), 1),
    subject_area: rounded(mean(shown) / (seen.width * seen.height), 4),
    subject_seen: rounded(shown.length / Math.max(1, looks), 3),
    coverage,
    claims,
    refuted,
  }
}

/** Whom the default caption tells of first; of a clip in which nobody is told of, who takes most of the picture. */
function subjectOf(
  { members }: Observations,
  { claims, captions }: CaptionFile,
): MemberObservation | undefined {
  const byId = new Map(members.map((member) => [member.id, member]))
  const [first] = captions.en.default.sentences
  for (const claim of claims.filter(({ id }) => first?.claims.includes(id)))
    for (const id of Object.values(claim.args).flat()) {
      const member = byId.get(String(id))
      if (member) return member
    }
  return members.toSorted((a, b) => mean(b.pixels) - mean(a.pixels))[0]
}

/**
 * Mean way of the picture's pixels in a second, in hundredths of its width. Whoever is whole in the picture goes
 * where their box goes; whoever reaches out of it goes as the camera makes their middle go, and the sky as its turn does.
 */
function motionOf(seen: Observations, cameras: Cameras): number {
  const { width, height, frames, members, sky, fps } = seen
  const scale = width / cameras.width
  const cuts = new Set(cameras.shots.map(({ from }) => from))
  let [way, weight] = [0, 0]
  for (let i = 1; i < frames.length; i++) {
    const [from, to] = [frames[i - 1] as number, frames[i] as number]
    if ([...cuts].some((cut) => cut > from && cut <= to)) continue
    const [a, b] = [cameras.frames[from], cameras.frames[to]]
    if (!a || !b) continue
    const perSecond = (pixels: number) => ((100 * pixels) / width) * (fps / (to - from))
    const add = (pixels: number, area: number) => {
      way += perSecond(pixels) * area
      weight += area
    }
    let covered = 0
    for (const member of members) {
      const [before, after] = [member.box[i - 1], member.box[i]]
      const depth = member.depth[i - 1]?.[1]
      const area = member.pixels[i - 1] ?? 0
      if (!before || !after || depth === undefined) continue
      covered += area
      const isWhole = (member.truncation[i - 1] ?? 1) < 0.02 && (member.truncation[i] ?? 1) < 0.02
      const [here, there] = [middleOf(before), middleOf(after)]
      const goes = isWhole ? there : carried(here, depth, a, b, scale)
      add(Math.hypot(goes[0] - here[0], goes[1] - here[1]), area)
    }
    if (!sky[i - 1]) continue
    const middle: Point = [width / 2, height / 2]
    const goes = carried(middle, 1e5, a, b, scale)
    const left = Math.max(0, width * height - covered)
    add(Math.hypot(goes[0] - middle[0], goes[1] - middle[1]), left)
  }
  return weight === 0 ? 0 : way / weight
}

type Point = [x: number, y: number]

function middleOf([left, top, right, bottom]: [number, number, number, number]): Point {
  return [(left + right) / 2, (top + bottom) / 2]
}

/** Where something that stands still, so far ahead of one camera, is in the picture of the next. */
function carried(
  [x, y]: Point,
  depth: number,
  from: CameraFrame,
  to: CameraFrame,
  scale: number,
): Point {
  const ray = vec4.fromValues(
    (depth * (x - entry(from.K, 0, 2) * scale)) / (entry(from.K, 0, 0) * scale),
    (depth * (y - entry(from.K, 1, 2) * scale)) / (entry(from.K, 1, 1) * scale),
    depth,
    1,
  )
  const back = mat4.invert(mat4.create(), matrixOf(to.cameraToWorld)) ?? mat4.create()
  vec4.transformMat4(ray, ray, matrixOf(from.cameraToWorld))
  vec4.transformMat4(ray, ray, back)
  const ahead = vec3.fromValues(ray[0], ray[1], Math.max(ray[2], 1e-3))
  return [
    (ahead[0] / ahead[2]) * entry(to.K, 0, 0) * scale + entry(to.K, 0, 2) * scale,
    (ahead[1] / ahead[2]) * entry(to.K, 1, 1) * scale + entry(to.K, 1, 2) * scale,
  ]
}

function matrixOf(rows: readonly (readonly number[])[]): mat4 {
  const columns = [0, 1, 2, 3].flatMap((column) =>
    [0, 1, 2, 3].map((row) => entry(rows, row, column)),
  )
  return mat4.clone(columns as unknown as mat4) // sixteen numbers
}

function entry(rows: readonly (readonly number[])[], row: number, column: number): number {
  return rows[row]?.[column] as number // matrices of cameras.json are whole
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

function rounded(value: number, digits: number): number {
  const unit = 10 ** digits
  return Math.round(value * unit) / unit
}
