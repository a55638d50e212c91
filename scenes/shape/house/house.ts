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
/** Of all that lamplight falls on; one material for a light, wherever it is. */
export const INDOORS = { color: '#4a3c2c', roughness: 0.6 } as const
/** Lamplight in a room, from right under the lamp to its corners; each costs a draw call. */
export const [BRIGHT, WARM, AMBER, LOW, DIM] = [
  { glow: 1.35, glowColor: '#ffdca6' },
  { glow: 1, glowColor: '#ffc777' },
  { glow: 0.68, glowColor: '#ffb866' },
  { glow: 0.4, glowColor: '#f5aa5c' },
  { glow: 0.2, glowColor: '#e39a55' },
] as const
/** Rooms are lit unlike each other, and brighter near the ceiling: `[above, below]` the window's cross bar. */
export const LAMPLIGHT = [
  [BRIGHT, WARM],
  [WARM, AMBER],
  [AMBER, LOW],
  [LOW, DIM],
] as const
