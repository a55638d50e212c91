import type { Surface } from './surface.ts'

/** A colour and nothing else. */
export const plain = {
  name: 'plain',
  size: [1, 1],
  resolution: 256,
  color: '#b8b8b8',
  roughness: 0.6,
  metalness: 0,
} satisfies Surface
