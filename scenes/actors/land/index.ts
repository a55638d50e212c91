import { footpath } from './footpath.ts'
import { ground } from './ground.ts'
import { pond } from './pond.ts'
import { road } from './road.ts'
import { rock } from './rock.ts'

/** What everything stands on, and what lies in it. */
export const land = {
  ground,
  rock,
  road,
  footpath,
  pond,
} as const
