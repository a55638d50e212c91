import type { Part } from '#scenes'

/** What of a ground's relief bounds its height, metres; undefined for level ground. */
export interface Relief {
  height: number
  spacing: number
  clearing: number
}

export function reliefOf({ shape }: Part): Relief | undefined {
  if (shape.kind !== 'terrain' || shape.relief === 'flat') return undefined
  const { height, spacing, clearing } = shape
  return { height, spacing, clearing }
}
