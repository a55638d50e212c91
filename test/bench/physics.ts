import { Scene, shoot } from '#scenes'
import { physicsFor } from '#scenes/physics'
import { bodiesOf } from '../../scenes/physics/bodies.ts'
import { loadRapier } from '../../scenes/physics/rapier.ts'
import { worldOf } from '../../scenes/physics/world.ts'
import { Physics } from '../../scenes/schema/physics.ts'
import { median } from './measure.ts'

/** What a shot costs beside the engine's own stepping of the same world: 30 bodies, 5 s at 240 Hz. */
export async function benchPhysics({
  rounds,
  say,
}: {
  rounds: number
  say: (line: string) => void
}): Promise<Record<string, number | number[]>> {
  const scene = pile(30)
  const rapier = await loadRapier()
  const physics = await physicsFor(scene)
  const shot: number[] = []
  const bare: number[] = []
  // The first rounds warm up the engine's compiler. Turn about, for the machine is shared.
  for (let round = -2; round < rounds; round++) {
    const first = performance.now()
    shoot(scene, physics)
    const second = performance.now()
    const { world } = worldOf(rapier, bodiesOf(scene, [0]), Physics.parse({}), 1 / 240)
    const built = performance.now()
    for (let step = 0; step < 1200; step++) world.step()
    const end = performance.now()
    world.free()
    if (round < 0) continue
    shot.push(second - first)
    bare.push(end - built)
    say(`shoot ${(second - first).toFixed(0)} ms, bare stepping ${(end - built).toFixed(0)} ms`)
  }
  return {
    shoot_ms: median(shot),
    rapier_ms: median(bare),
    shoot_over_rapier: median(shot.map((ms, i) => ms / (bare[i] as number))),
    shoot_ms_all: shot,
    rapier_ms_all: bare,
  }
}

/** Boxes, balls and cans that fall on each other. */
export function pile(count: number): Scene {
  const kinds = [
    { kind: 'box', size: [0.2, 0.2, 0.2] },
    { kind: 'sphere', radius: 0.1 },
    { kind: 'cylinder', radius: 0.1, height: 0.2 },
  ]
  return Scene.parse({
    version: 1,
    name: 'pile',
    clip: { fps: 24, frames: 121 },
    cameras: [{ position: [0, 1, 4], lookAt: [0, 0, 0] }],
    actors: [
      { id: 'floor', kind: 'ground', size: [20, 20] },
      ...Array.from({ length: count }, (_, i) => ({
        id: `thing${i}`,
        ...kinds[i % 3],
        position: [((i * 7) % 5) * 0.15, 0.25 * Math.floor(i / 3), ((i * 3) % 4) * 0.17],
        body: {},
      })),
    ],
  })
}
