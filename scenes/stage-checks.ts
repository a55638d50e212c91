import type { Actor, SolidActor } from './actors/index.ts'
import { actFindings } from './act-checks.ts'
import { stepsOf } from './camera/moves.ts'
import { shotsOf } from './camera/shoot-camera.ts'
import { problemOf } from './problems/locate.ts'
import type { Fault, JsonPath } from './problems/fault.ts'
import type { Problem } from './problems/scene-error.ts'
import { sourceOf } from './problems/syntax.ts'
import type { Camera } from './schema/camera.ts'
import type { Scene } from './schema/scene.ts'
import type { Vec3 } from './schema/values.ts'
import { blueprintOf } from './shape/blueprint.ts'
import { boundsOf, corners, type Bounds } from './shape/bounds.ts'
import { partContains } from './shape/contains.ts'
import type { Part } from './shape/shape.ts'
import { canSee } from './take/frustum.ts'
import { place, unplace } from './take/pose.ts'
import { poseAtFrame, type CameraTrack, type Take, type Track } from './take/take.ts'

/** Something a valid scene does that its author will not have meant. */
export interface Finding extends Fault {
  /** An `error` makes a clip nobody can use. */
  severity: 'error' | 'warning'
}

/** Frames looked at: enough to notice, few enough that 5000 actors take about a second. */
const FRAMES_SEEN = 25

/** Lower than this over the ground's level, metres, counts as under it; table legs and tyres may sink in a little. */
const SUNK = -0.05

/** Looks for a camera under the ground or inside something, for actors out of sight below, for an empty picture, for acts at odds with their motion. */
export function checkScene(scene: Scene, take: Take): Finding[] {
  const frames = sampled(take.frames)
  const solids = solidsOf(scene, take)
  const level = levelOf(solids)
  return [
    ...scene.cameras.flatMap((camera, i) => longMoves(camera, ['cameras', i], scene.clip)),
    ...take.cameras.flatMap((camera, i) => [
      ...depthOf(camera, ['cameras', i, 'position'], solids, frames, take.fps),
      ...viewOf(camera, ['cameras', i], solids, frames, scene.clip.width / scene.clip.height),
    ]),
    ...solids.flatMap((solid) => sunkIn(solid, frames, level)),
    ...solids.flatMap(({ actor, path, track }) => actFindings(actor, path, track, take)),
  ]
}

/** Findings with their places in the text that the scene was parsed from. */
export function placeFindings(
  text: string,
  file: string,
  findings: readonly Finding[],
): (Problem & Pick<Finding, 'severity'>)[] {
  const source = sourceOf(text.replace(/^\uFEFF/, ''), file)
  return findings.map((finding) => ({ ...problemOf(source, finding), severity: finding.severity }))
}

/** Moves that say they take longer than their shot lasts: what is beyond the cut is never seen. */
function longMoves(camera: Camera, path: JsonPath, { frames, fps }: Scene['clip']): Finding[] {
  return shotsOf(camera, frames, fps).flatMap(({ shot, span }, i) => {
    const lasts = (span.to - span.from) / fps
    const taken = stepsOf(shot, lasts).reduce((sum, { seconds }) => sum + seconds, 0)
    if (taken <= lasts + 1e-6) return []
    const [said, there] = [taken, lasts].map((seconds) => Math.round(seconds * 100) / 100)
    return [
      {
        severity: 'error',
        path: [...path, ...(camera.shots ? ['shots', i] : []), 'moves'],
        got: null,
        wanted: `take ${said} s together, and the shot lasts ${there} s`,
        hint: 'give less `seconds`, or leave them out: moves without them share what is left',
      },
    ]
  })
}

interface Solid {
  actor: SolidActor
  path: JsonPath
  parts: Part[]
  /** Of all parts, in its own metres. */
  bounds: Bounds
  track: Track
}

function solidsOf(scene: Scene, take: Take): Solid[] {
  const open = (actor: Actor, path: JsonPath): { actor: SolidActor; path: JsonPath }[] =>
    actor.kind === 'group'
      ? actor.children.flatMap((child, i) => open(child, [...path, 'children', i]))
      : [{ actor, path }]
  // `take.actors` are the solids in this very order.
  return scene.actors
    .flatMap((actor, i) => open(actor, ['actors', i]))
    .flatMap(({ actor, path }, i) => {
      const track = take.actors[i]?.track
      if (!track) return []
      const { parts } = blueprintOf(actor, scene.seed)
      return [{ actor, path, parts, bounds: boundsOf(parts), track }]
    })
}

/** A camera that is under the ground, or inside something solid. The first such moment is told. */
function depthOf(
  camera: CameraTrack,
  path: JsonPath,
  solids: Solid[],
  frames: number[],
  fps: number,
): Finding[] {
  const still = camera.track.travel.at(-1) === 0
  for (const frame of frames) {
    const { position } = poseAtFrame(camera.track, frame)
    const when = still ? '' : ` at ${Math.round((frame / fps) * 100) / 100} s`
    const got = JSON.stringify(position.map((value) => Math.round(value * 1000) / 1000))
    const above = solids.find(
      ({ actor, track }) => actor.kind === 'ground' && isUnder(position, actor.size, track, frame),
    )
    if (above)
      return [
        {
          severity: 'error',
          path,
          got,
          wanted: `is under the ground \`${above.actor.id}\`${when}`,
          hint: 'raise it: Y is up',
        },
      ]
    const around = solids.find((solid) => isInside(position, solid, frame))
    if (around)
      return [
        {
          severity: 'error',
          path,
          got,
          wanted: `is inside \`${around.actor.id}\`${when}`,
          hint: 'move it out of there',
        },
      ]
    if (position[1] < 0)
      return [
        {
          severity: 'warning',
          path,
          got,
          wanted: `is below y = 0, where the ground usually is${when}`,
          hint: 'raise it: Y is up',
        },
      ]
  }
  return []
}

function isUnder(
  point: Vec3,
  [width, depth]: [number, number],
  track: Track,
  frame: number,
): boolean {
  const [x, y, z] = inFrameOf(track, frame, point)
  return y < 0 && Math.abs(x) < width / 2 && Math.abs(z) < depth / 2
}

function isInside(point: Vec3, { parts, bounds, track }: Solid, frame: number): boolean {
  const own = inFrameOf(track, frame, point)
  if (
    own.some((value, k) => value < (bounds.min[k] as number) || value > (bounds.max[k] as number))
  )
    return false
  // What one can see through may hold a camera: a bubble, a pane.
  return parts.some((part) => (part.material.opacity ?? 1) >= 0.5 && partContains(part, own))
}

/** A world point in an actor's own metres. */
function inFrameOf(track: Track, frame: number, point: Vec3): Vec3 {
  return unplace(point, poseAtFrame(track, frame))
}

/** A camera that sees nothing at all, or nothing but the ground. */
function viewOf(
  camera: CameraTrack,
  path: JsonPath,
  solids: Solid[],
  frames: number[],
  aspect: number,
): Finding[] {
  const isSeen = ({ track, bounds }: Solid) =>
    frames.some((frame) => canSee(camera, frame, aspect, cornersAt(track, frame, bounds)))
  const [grounds, others] = [
    solids.filter(({ actor }) => actor.kind === 'ground'),
    solids.filter(({ actor }) => actor.kind !== 'ground'),
  ]
  if (others.some(isSeen)) return []
  const hint = 'check `position` and `lookAt`'
  if (!grounds.some(isSeen))
    return [
      { severity: 'error', path, got: null, wanted: 'has no actor in view at any time', hint },
    ]
  return others.length === 0
    ? []
    : [{ severity: 'warning', path, got: null, wanted: 'has nothing but the ground in view', hint }]
}

/** Where the ground lies, metres: at y = 0, or lower, as around a house whose floor lies there. */
function levelOf(solids: Solid[]): number {
  const grounds = solids.filter(({ actor }) => actor.kind === 'ground')
  return Math.min(0, ...grounds.map(({ track }) => poseAtFrame(track, 0).position[1]))
}

/** An actor that stays under the ground the whole time. */
function sunkIn({ actor, path, bounds, track }: Solid, frames: number[], level: number): Finding[] {
  if (actor.kind === 'ground') return []
  const top = Math.max(
    ...frames.map((frame) =>
      Math.max(...cornersAt(track, frame, bounds).map((corner) => corner[1])),
    ),
  )
  if (!(top < level + SUNK)) return []
  const wanted = `is wholly below the ground: its top never rises above y = ${Math.round(top * 100) / 100} m`
  return [
    {
      severity: 'warning',
      path: [...path, 'position'],
      got: null,
      wanted,
      hint: '`position` is where its base stands',
    },
  ]
}

/** The corners of an actor's box in the world. */
function cornersAt(track: Track, frame: number, bounds: Bounds): Vec3[] {
  const pose = poseAtFrame(track, frame)
  return corners(bounds).map((corner) => place(corner, pose))
}

/** Frame numbers spread evenly, the first and the last among them. */
function sampled(frames: number): number[] {
  const count = Math.min(frames, FRAMES_SEEN)
  return [
    ...new Set(
      Array.from({ length: count }, (_, i) =>
        Math.round((i * (frames - 1)) / Math.max(count - 1, 1)),
      ),
    ),
  ]
}
