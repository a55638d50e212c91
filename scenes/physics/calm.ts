import type { PlayedBody } from './world.ts'

/** Slower than this, metres and degrees per second, what touches something comes to rest. */
const SLOW = { speed: 0.05, spin: 180 }
/** Share of its speed that it then loses per second. */
const LOSS = 4

/**
 * Real things stop: rolling and pivoting cost them something, which the engine's points of contact do not know; a can
 * that lies on a table would turn on the spot for ever. Only the last crawl is taken away, and at once, not by the
 * engine's damping, which would still hold back what is struck the moment after.
 * @param seconds since it was last asked for
 */
export function calm(
  bodies: readonly PlayedBody[],
  seconds: number,
  isTouching: (body: PlayedBody) => boolean,
): void {
  const kept = Math.exp(-LOSS * seconds)
  for (const body of bodies) {
    const { rigid } = body
    if (!rigid.isDynamic() || rigid.isSleeping() || !isTouching(body)) continue
    const [v, w] = [rigid.linvel(), rigid.angvel()]
    const slow =
      Math.hypot(v.x, v.y, v.z) < SLOW.speed &&
      Math.hypot(w.x, w.y, w.z) < (SLOW.spin * Math.PI) / 180
    if (!slow) continue
    rigid.setLinvel({ x: v.x * kept, y: v.y * kept, z: v.z * kept }, false)
    rigid.setAngvel({ x: w.x * kept, y: w.y * kept, z: w.z * kept }, false)
  }
}
