import type { PlayedBody } from './world.ts'

/** Slower than this, metres and degrees per second, what touches something comes to rest. */
const SLOW = { speed: 0.05, spin: 180 }
/** Share of its speed that it then loses per second. */
const LOSS = 4

/**
 * Real things stop: rolling and pivoting cost them something, which the engine's points of contact do not know; a can
 * that lies on a table would turn on the spot for ever. Only the last crawl is taken away.
 */
export function calm(
  bodies: readonly PlayedBody[],
  isTouching: (body: PlayedBody) => boolean,
): void {
  for (const body of bodies) {
    const { rigid, plan } = body
    const slow = isTouching(body) && !rigid.isSleeping() && isSlow(body)
    if (slow === body.calmed) continue
    body.calmed = slow
    rigid.setLinearDamping((plan.body?.linearDamping ?? 0) + (slow ? LOSS : 0))
    rigid.setAngularDamping((plan.body?.angularDamping ?? 0) + (slow ? LOSS : 0))
  }
}

function isSlow({ rigid }: PlayedBody): boolean {
  const [v, w] = [rigid.linvel(), rigid.angvel()]
  return (
    Math.hypot(v.x, v.y, v.z) < SLOW.speed &&
    Math.hypot(w.x, w.y, w.z) < (SLOW.spin * Math.PI) / 180
  )
}
