import type { Fault } from './problems/fault.ts'
import { SCENE_VERSION } from './schema/scene.ts'

/** Makes a scene of version n + 1 from one of version n; a new object, the old one is left alone. */
export type Migration = (scene: Record<string, unknown>) => Record<string, unknown>

/** From version -> how to leave it. Empty until there is a version 2. */
const MIGRATIONS: Readonly<Record<number, Migration>> = {}

/** Brings a scene of any older version up to this program's. Throws `RangeError` where `versionFault` finds one. */
export function migrate(json: unknown): unknown {
  return climb(json, SCENE_VERSION, MIGRATIONS)
}

/** `migrate` with its table and target as arguments. */
export function climb(
  json: unknown,
  target: number,
  migrations: Readonly<Record<number, Migration>>,
): unknown {
  const fault = versionFault(json, target)
  if (fault) throw new RangeError(`version ${fault.wanted}${fault.hint ? `; ${fault.hint}` : ''}`)
  // `versionFault` saw an object with a whole number from 1 to the target as its version.
  let scene = json as Record<string, unknown>
  for (let version = scene['version'] as number; version < target; version++) {
    const step = migrations[version]
    if (!step) throw new RangeError(`no migration leads from version ${version} to ${version + 1}`)
    scene = { ...step(scene), version: version + 1 }
  }
  return scene
}

/** What is wrong with a scene's version, or undefined. */
export function versionFault(json: unknown, target: number = SCENE_VERSION): Fault | undefined {
  const version =
    typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined
  if (version === undefined)
    return {
      path: ['version'],
      point: 'parent',
      wanted: 'is missing',
      hint: `write \`"version": ${target}\` first`,
    }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1)
    return {
      path: ['version'],
      wanted: target === 1 ? 'must be the number 1' : `must be a whole number from 1 to ${target}`,
    }
  if (version > target)
    return {
      path: ['version'],
      wanted: `must be at most ${target}: the scene was written by a newer groundreel`,
      hint: 'update groundreel to read it',
    }
  return undefined
}
