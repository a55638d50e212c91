import { eventsIn } from './events/index.ts'
import type { Physics } from './physics.ts'
import { loadRapier } from './rapier.ts'
import { simulate } from './simulate.ts'

/** Physics on Rapier, whose deterministic build gives the same bits everywhere. */
export async function enginePhysics(): Promise<Physics> {
  const rapier = await loadRapier()
  return {
    simulate(scene) {
      const record = simulate(rapier, scene)
      return {
        poses: new Map(
          record.bodies
            .filter(({ plan }) => plan.type === 'dynamic')
            .map(({ plan, poses }) => [plan.actor, poses]),
        ),
        wheels: record.wheels,
        events: eventsIn(record),
      }
    },
  }
}
