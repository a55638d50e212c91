import type { Take } from '#scenes'
import type { Puppet } from '../actors/puppet.ts'

/** Everybody's joints as posed now: three float32 each, people in the order of the cast. Nothing is drawn. */
export function jointBytes({ cast }: Take, puppets: ReadonlyMap<string, Puppet>): Uint8Array {
  const places = cast
    .flatMap(({ solids }) => solids)
    .flatMap((id) => puppets.get(id)?.joints?.() ?? [])
  return new Uint8Array(Float32Array.from(places.flatMap(({ x, y, z }) => [x, y, z])).buffer)
}
