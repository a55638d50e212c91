import type { Domain } from './domain.ts'

/** One draw of a cast. */
export interface Choice {
  /** Where, by ids: `actors/ball/material/color`. */
  path: string
  operator: string
  domain: Domain
  value: unknown
}
