import { z } from 'zod'
import { DOMAINS } from '#scenes'

/** A clip that a reel is to hold: a line of plan.jsonl. */
export const PlannedClip = z.strictObject({
  /** Its place in the plan: shards divide by the slot, and a clip keeps both for ever. */
  index: z.int(),
  /** Clips of one slot belong together and are accepted or replaced together. */
  slot: z.int(),
  /** How many seeds of this slot were lost before. */
  turn: z.int(),
  /** Content-derived, known before anything is drawn. */
  id: z.string(),
  /** Of all cameras and siblings of one scene. */
  group: z.string(),
  split: z.string(),
  source: z.string(),
  /** SHA-256 of the template or scene that it was planned from. */
  hash: z.string(),
  seed: z.int(),
  vary: z.strictObject({ domains: z.array(z.enum(DOMAINS)), seed: z.int() }).optional(),
  params: z.record(z.string(), z.unknown()),
  camera: z.string(),
  labels: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
})
export type PlannedClip = z.infer<typeof PlannedClip>

/** What a seed of a source would give: one clip, or one of each camera and sibling. */
export interface Candidate {
  source: string
  seed: number
  clips: Omit<PlannedClip, 'index' | 'slot' | 'turn'>[]
}

/** Seeds of which nothing comes, and why. */
export interface Refused {
  source: string
  seed: number
  reason: string
  /** Default: it could not be cast. */
  stage?: 'gate'
}
