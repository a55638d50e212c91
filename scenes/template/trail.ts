import type { Source } from '../problems/locate.ts'
import type { JsonPath } from '../problems/fault.ts'
import type { Pose } from '../take/take.ts'
import { domainOf, type Domain } from './domain.ts'
import type { Placement } from './operator.ts'
import { placedIn } from './placed.ts'

/** Where the walker is in a template, and what that says of chance. */
export interface Trail {
  source: Source
  /** In the source. */
  path: JsonPath
  /** Names the random stream: ids instead of indices. */
  keys: readonly string[]
  /** Keys without ids: they tell the domain. */
  words: readonly string[]
  /** Said with `"$domain"` here or around. */
  domain?: Domain | undefined
  /** Of the group around, in the world. */
  frame: Pose
  /** For the next actor on the way. */
  placement?: Placement | undefined
  depth: number
  /** Inside the arguments of an operator, where an `id` is not yet anyone's. */
  isArgument?: boolean
}

/** The domain of a choice that stands here. */
export function domainAt({ domain, words }: Trail): Domain {
  return domain ?? domainOf(words)
}

/** The name of the random stream of a choice that stands here. */
export function streamName({ keys }: Trail): string {
  return keys.join('/')
}

export function intoKey(trail: Trail, key: string): Trail {
  return {
    ...trail,
    path: [...trail.path, key],
    keys: [...trail.keys, key],
    words: [...trail.words, key],
    placement: undefined,
    depth: trail.depth + 1,
  }
}

/** @param key what the element is called in random streams */
export function intoItem(trail: Trail, index: number, key: string): Trail {
  return {
    ...trail,
    path: [...trail.path, index],
    keys: [...trail.keys, key],
    placement: undefined,
    depth: trail.depth + 1,
  }
}

/** Into the arguments of an operator that stands here. */
export function intoArguments(trail: Trail, name: string): Trail {
  return {
    ...trail,
    path: [...trail.path, name],
    keys: [...trail.keys, name],
    placement: undefined,
    depth: trail.depth + 1,
    isArgument: true,
  }
}

/** Into a part that an operator puts in its own place: an option, a branch. */
export function intoPart(trail: Trail, name: string, path: JsonPath): Trail {
  return {
    ...trail,
    path: [...trail.path, name, ...path],
    keys: [...trail.keys, name, ...path.map(String)],
    depth: trail.depth + 1,
  }
}

/** Into a copy that an operator puts in its own place: it is called by its number, not by the operator. */
export function intoCopy(
  trail: Trail,
  name: string,
  path: JsonPath,
  { number, placement }: { number: number; placement: Placement | undefined },
): Trail {
  return {
    ...trail,
    path: [...trail.path, name, ...path],
    keys: [...trail.keys.slice(0, -1), `${trail.keys.at(-1) ?? ''}_${number}`],
    placement: placement ? placedIn(trail.placement, placement) : trail.placement,
    depth: trail.depth + 1,
  }
}
