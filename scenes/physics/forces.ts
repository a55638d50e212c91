import type { Physics } from '../schema/physics.ts'
import { place } from '../take/pose.ts'
import { vector } from './rapier.ts'
import type { PlayedBody } from './world.ts'

/** Kilograms per cubic metre, and the drag of a blunt body. */
const AIR = 1.2
const DRAG = 1

/** A thing to be done at a step. */
export interface Deed {
  step: number
  act: () => void
}

/** Blows and explosions, in order of time. */
export function deedsOf(
  bodies: readonly PlayedBody[],
  { explosions }: Physics,
  stepAt: (seconds: number) => number,
): Deed[] {
  const blows = bodies.flatMap(({ plan: { body, type, poses }, rigid }) =>
    type !== 'dynamic' || !body
      ? []
      : body.impulses.map(({ t, impulse, at }): Deed => ({
          step: stepAt(t),
          act: () => {
            if (!at) return rigid.applyImpulse(vector(impulse), true)
            const [p, q] = [rigid.translation(), rigid.rotation()]
            const point = place(at, {
              position: [p.x, p.y, p.z],
              rotation: [q.x, q.y, q.z, q.w],
              scale: poses[0]?.scale ?? 1,
            })
            rigid.applyImpulseAtPoint(vector(impulse), vector(point), true)
          },
        })),
  )
  const bursts = explosions.map(({ t, at, strength, radius }): Deed => ({
    step: stepAt(t),
    act: () => {
      for (const { rigid } of bodies.filter(({ rigid }) => rigid.isDynamic())) {
        const { x, y, z } = rigid.worldCom()
        const way = [x - at[0], y - at[1], z - at[2]] as const
        const far = Math.hypot(...way)
        if (far >= radius) continue
        const push = (strength * (1 - far / radius)) / Math.max(far, 1e-3)
        rigid.applyImpulse({ x: way[0] * push, y: way[1] * push, z: way[2] * push }, true)
      }
    },
  }))
  return [...blows, ...bursts].sort((a, b) => a.step - b.step)
}

/** Lets the wind push for one step: half density, drag, area and the square of the speed it passes with. */
export function blow(
  bodies: readonly PlayedBody[],
  { velocity }: NonNullable<Physics['wind']>,
  step: number,
): void {
  for (const { rigid, area } of bodies) {
    if (!rigid.isDynamic()) continue
    const { x, y, z } = rigid.linvel()
    const past = [velocity[0] - x, velocity[1] - y, velocity[2] - z] as const
    const speed = Math.hypot(...past)
    // Never more than brings it to the speed of the air.
    const share = Math.min(0.5 * AIR * DRAG * area * speed * step, rigid.mass())
    rigid.applyImpulse({ x: past[0] * share, y: past[1] * share, z: past[2] * share }, true)
  }
}
