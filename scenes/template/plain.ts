import { NOTHING, Spliced } from './operator.ts'

/** A value as a scene holds it: what would be spliced into a list is a list. */
export function plain(value: unknown): unknown {
  if (!(value instanceof Spliced)) return value === NOTHING ? undefined : value
  return flat(value)
}

/** The elements of what is spliced, those of inner ones in their place. */
export function flat({ items }: Spliced): unknown[] {
  return items.flatMap((item) =>
    item instanceof Spliced ? flat(item) : item === NOTHING ? [] : [item],
  )
}

/** A copy of a named value, so that whoever changes one does not change the other. */
export function copied(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value
}
