import type { View } from '../../view.ts'
import { lookFrom } from './playback.ts'
import { player } from './player.ts'
import { turn, turnBack, turnedBy } from './turn.ts'

/** Going around a point: the scene is looked at, the shot stays as it is. */
interface Orbit {
  focus: [number, number, number]
  distance: number
  /** Radians. */
  yaw: number
  pitch: number
  fov: number
}

let orbit: Orbit | undefined

/** Steps back from where the camera is and looks at what it looks at. */
export function startOrbit(): void {
  const { surroundings, frame } = player.get()
  const filmed = surroundings?.camera[Math.min(frame, surroundings.camera.length - 1)]
  if (!filmed) return
  const { position } = filmed
  const forward = turn(filmed.rotation, [0, 0, -1])
  const reach = reachOf(position[1], forward[1])
  orbit = {
    focus: along(position, forward, reach),
    distance: reach * 1.6,
    yaw: Math.atan2(-forward[0], -forward[2]) + 0.35,
    pitch: Math.min(-0.45, Math.asin(forward[1]) - 0.25),
    fov: 45,
  }
  lookFrom(viewOf(orbit))
}

/** @param across pixels dragged, and the width they were dragged in */
export function turnOrbit(across: { x: number; y: number }, width: number): void {
  if (!orbit) return
  orbit.yaw -= (across.x / width) * Math.PI
  orbit.pitch = Math.max(-1.5, Math.min(0.2, orbit.pitch - (across.y / width) * Math.PI))
  lookFrom(viewOf(orbit))
}

export function zoomOrbit(by: number): void {
  if (!orbit) return
  orbit.distance = Math.max(0.1, Math.min(400, orbit.distance * Math.exp(by * 0.001)))
  lookFrom(viewOf(orbit))
}

/** Where a world point is in the picture, pixels; undefined behind the eye. */
export function projector(
  { position, rotation, fov }: View,
  { width, height }: { width: number; height: number },
): (point: readonly number[]) => [number, number] | undefined {
  const focal = height / (2 * Math.tan((fov * Math.PI) / 360))
  return ([x = 0, y = 0, z = 0]) => {
    const [right, up, back] = turnBack(rotation, [
      x - position[0],
      y - position[1],
      z - position[2],
    ])
    if (back > -0.02) return undefined
    return [width / 2 - (right / back) * focal, height / 2 + (up / back) * focal]
  }
}

function viewOf({ focus, distance, yaw, pitch, fov }: Orbit): View {
  const rotation = turnedBy(yaw, pitch)
  const [x, y, z] = along(focus, turn(rotation, [0, 0, 1]), distance)
  return { position: [x, Math.max(0.05, y), z], rotation, fov }
}

function along(
  from: readonly [number, number, number],
  way: readonly [number, number, number],
  metres: number,
): [number, number, number] {
  return [from[0] + metres * way[0], from[1] + metres * way[1], from[2] + metres * way[2]]
}

/** To where its line of sight meets the ground, within reason. */
function reachOf(height: number, rising: number): number {
  const down = rising < -0.05 ? height / -rising : Infinity
  return Math.max(0.4, Math.min(down, 8))
}
