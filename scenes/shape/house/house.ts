import type { MaterialInput } from '../../schema/material.ts'

/** What the makers of a building's parts have to know of each other. Metres. */
export interface House {
  width: number
  depth: number
  floors: number
  office: boolean
  shop: boolean
  wall: MaterialInput
  trim: MaterialInput
  litWindows: number
}

/** From floor to floor, metres. */
export const STOREY = 3.2
/** How far the panes lie behind the wall's face. */
export const RECESS = 0.22
/** A window's sill above its floor, and its height. */
export const SILL = 0.95
export const WINDOW = 1.6

/** Panes by day: sky and street show in them; a metal tint makes the reflection strong enough to see. */
export const PANE = { color: '#39454f', roughness: 0.08, metalness: 0.3 } as const
/** Rooms are lit unlike each other; each look costs a draw call, so there are four. */
export const LAMPLIGHT = [
  { glow: 1.2, glowColor: '#ffc777' },
  { glow: 0.8, glowColor: '#ffb45e' },
  { glow: 1.6, glowColor: '#ffd79a' },
  { glow: 0.5, glowColor: '#ffc06a' },
] as const
