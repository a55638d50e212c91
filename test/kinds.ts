import { KINDS, Scene, type KindName, type SolidActor } from '#scenes'

/** Fields without a default that a kind cannot do without. */
const NEEDED: Partial<Record<KindName, Record<string, unknown>>> = {
  box: { size: [1, 1, 1] },
  sphere: { radius: 0.5 },
  cylinder: { radius: 0.5, height: 1 },
  cone: { radius: 0.5, height: 1 },
  capsule: { radius: 0.3, height: 1 },
  torus: { radius: 0.5, tube: 0.1 },
  plane: { size: [1, 1] },
  text: { text: 'Hello' },
}

/** Every kind of actor by name. */
export const KIND_NAMES = Object.keys(KINDS) as KindName[]

/** An actor of a kind with as few fields as it can do with, and those given. */
export function actorOf(
  kind: KindName,
  id: string,
  fields: Record<string, unknown> = {},
): SolidActor {
  // `Object.keys` forgets which schema belongs to which name; the schema itself checks the rest.
  return KINDS[kind].schema.parse({ kind, id, ...NEEDED[kind], ...fields }) as SolidActor
}

/** A scene of one frame a shot. */
export function shotsOf(
  actors: unknown[],
  shots: { position: number[]; lookAt: number[]; fov: number }[],
  { width, height, world = {} }: { width: number; height: number; world?: object },
): Scene {
  return Scene.parse({
    version: 1,
    name: 'kinds',
    clip: { width, height, fps: 4, frames: shots.length },
    world,
    cameras: [{ shots: shots.map((shot, i) => ({ to: (i + 1) / 4, ...shot })) }],
    actors,
  })
}
