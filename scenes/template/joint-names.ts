import type { JsonObject } from './json.ts'
import { callings, type Scope } from './scope.ts'
import type { StageSet } from './set.ts'

/** The bodies that joints name, as they are called in the scene. */
export interface JointNames {
  /** @param scope in which the joint was written */
  add(joint: JsonObject, scope: Scope): void
  /** Renames them once every actor stands: of a copy or fragment its own, else those around it. */
  settle(set: StageSet): void
}

export function openJointNames(): JointNames {
  const found: { joint: JsonObject; key: string; names: string[] }[] = []
  return {
    add(joint, scope) {
      for (const key of ['body', 'base']) {
        const id = joint[key]
        if (typeof id === 'string') found.push({ joint, key, names: callings(scope, id) })
      }
    },
    settle(set) {
      for (const { joint, key, names } of found) {
        const name = names.find((one) => set.has(one))
        if (name !== undefined) joint[key] = name
      }
    },
  }
}

/** Whether a value is a joint: an actor's `body` is an object. */
export function isJoint(value: JsonObject): boolean {
  return typeof value['kind'] === 'string' && typeof value['body'] === 'string'
}
