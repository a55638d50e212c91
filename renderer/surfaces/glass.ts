import type { Surface } from './surface.ts'

/** A pane: mostly what lies behind it, plus what the sky puts on it. */
export const glass = {
  name: 'glass',
  size: [1, 1],
  resolution: 256,
  color: '#cfe3e0',
  roughness: 0.05,
  metalness: 0,
  opacity: 0.12,
} satisfies Surface
