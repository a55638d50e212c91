import { bell } from './bell.ts'
import { drum } from './drum.ts'
import { guitar } from './guitar.ts'
import { piano } from './piano.ts'

/** Instruments, and what else sounds. */
export const music = {
  drum,
  guitar,
  piano,
  bell,
} as const
