import { z } from 'zod'
import type { Random } from '../random.ts'
import type { JsonPath } from '../problems/fault.ts'
import type { Vec3 } from '../schema/values.ts'
import type { Bounds } from '../shape/bounds.ts'
import { MAX_COPIES } from './limits.ts'
import { Name } from './name.ts'

/** A part of an operator that is cast only when, and as often as, the operator asks for it. */
export const Later = z.unknown()

/** A finite number. */
export const Finite = z.number()

/** Copies of an actor or value; 0 is none. */
export const Count = z.int().min(0).max(MAX_COPIES)

/** Values by name for each copy that an operator makes. */
export const Lets = z
  .record(Name, Later)
  .optional()
  .describe('Values by name, drawn anew for each copy.')

/** An operator: what stands beside its name, what it means, and how it becomes a plain value. */
export interface OperatorDefinition<A extends z.ZodType> {
  /** `$pick` */
  name: string
  /** One sentence for editors and docs. */
  doc: string
  args: A
  /**
   * Parts left as written until asked for: a key, `*` for the elements of the arguments, `from.*` for those of
   * a list in them.
   */
  later?: readonly string[]
  /** Copies its `of` in scopes of their own: names in it are not known outside. */
  copies?: boolean
  /** A value with it, as an author writes it. */
  example: unknown
  /** The plain value; `NOTHING` leaves the place empty, `spliced` puts several values into the list around it. */
  cast(args: z.output<A>, call: Call): unknown
}

/** What casts an operator from arguments already checked: a list of operators forgets whose they are. */
export type Operator = Omit<OperatorDefinition<z.ZodType>, 'cast'> & {
  cast(args: unknown, call: Call): unknown
}

/** Lets `cast` know the type of its arguments from the schema beside it. */
export function defineOperator<A extends z.ZodType>(one: OperatorDefinition<A>): Operator {
  return { ...one, cast: (args, call) => one.cast(args as z.output<A>, call) }
}

/** What an operator may ask while it is cast. Paths lead into its arguments. */
export interface Call {
  /** The chance of this place alone, in its domain. */
  random: Random
  /** Casts a part that was left for later. */
  later(path: JsonPath): unknown
  /**
   * Casts a part that was left for later as one of several copies: ids in it get `_<index>`, `$index` is its
   * number, and names in it are its own.
   */
  copy(path: JsonPath, index: number, how?: CopyOptions): unknown
  /** The box of a copy as it would be if it stood at the origin, in the frame it is put into; undefined for no actor. */
  measure(path: JsonPath, index: number, how?: CopyOptions): Bounds | undefined
  /** Value of a name: `$as`, `let`, `$index` or a parameter; undefined for none. */
  named(name: string): unknown
  /** Value of a parameter alone. */
  param(name: string): unknown
  /** Names that `named` knows. */
  names(): string[]
  params(): string[]
  /** Casts a fragment file with its arguments. */
  fragment(file: string, args: Record<string, unknown>, id: string | undefined): unknown
  /** An actor that stands already, found by its id; fails where there is none. */
  actor(id: string): Standing
  /** Keeps the value of this choice in the record; what is no choice says nothing. */
  record(value: unknown): void
  /** The template is wrong here. */
  fail(wanted: string, more?: { hint?: string; path?: JsonPath; got?: string | null }): never
  /** This seed's draws do not come together here; another try may do. */
  misfit(wanted: string, hint?: string): never
}

export interface CopyOptions {
  /** Name for the copy's number beside `$index`. */
  index?: string | undefined
  /** Where the actor in it is put: its own position and heading are added. */
  placement?: Placement | undefined
}

export interface Placement {
  /** Metres, in the frame of the list around it. */
  position: Vec3
  /** Degrees about Y, from +Z towards +X. */
  heading: number
}

/**
 * An actor that is cast, as others may stand on it or keep away from it. Its own axes are its own, their
 * metres are the world's; points are in the frame of whoever asks.
 */
export interface Standing {
  /** The highest matter over a place (x, z) in its own axes; undefined beside its edge. */
  topAt(x: number, z: number): Vec3 | undefined
  /** Its box in its own axes. */
  bounds: Bounds
  /** A point seen in its own axes. */
  toOwn(point: Vec3): Vec3
}

/** The value of an operator that leaves its place empty: no key, no element. */
export const NOTHING = Symbol('nothing')

/** Several values for the list around; elsewhere they are a list themselves. */
export class Spliced {
  readonly items: readonly unknown[]

  constructor(items: readonly unknown[]) {
    this.items = items
  }
}
