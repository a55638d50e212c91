import type { SurfaceName } from '../schema/material.ts'

/** How a stuff weighs, grips and bounces. */
export interface Substance {
  /** Kilograms per cubic metre. */
  density: number
  /** Sliding friction against itself; two stuffs meet with the root of their product. */
  friction: number
  /** Share of the closing speed given back against itself; two stuffs meet with the root of their product. */
  restitution: number
}

/**
 * Round handbook values (density and sliding friction: Engineering ToolBox, CRC Handbook; restitution: Cross,
 * "The coefficient of restitution for collisions of happy balls, unhappy balls, and tennis balls", 2000, and the
 * rules of the games). The root of the product is what makes rubber grip stone and slip on ice, and lets neither
 * bounce on sand.
 */
export const SUBSTANCES = {
  rubber: { density: 1100, friction: 0.95, restitution: 0.8 },
  steel: { density: 7850, friction: 0.42, restitution: 0.8 },
  wood: { density: 650, friction: 0.4, restitution: 0.45 },
  ice: { density: 917, friction: 0.03, restitution: 0.4 },
  glass: { density: 2500, friction: 0.4, restitution: 0.7 },
  stone: { density: 2500, friction: 0.6, restitution: 0.6 },
  plastic: { density: 1050, friction: 0.35, restitution: 0.55 },
  cork: { density: 200, friction: 0.6, restitution: 0.5 },
  ceramic: { density: 2300, friction: 0.4, restitution: 0.5 },
  resin: { density: 1700, friction: 0.08, restitution: 0.92 },
  leather: { density: 860, friction: 0.6, restitution: 0.4 },
  paper: { density: 700, friction: 0.4, restitution: 0.2 },
  cloth: { density: 300, friction: 0.6, restitution: 0.05 },
  foam: { density: 40, friction: 0.7, restitution: 0.3 },
  flesh: { density: 985, friction: 0.6, restitution: 0.1 },
  earth: { density: 1500, friction: 0.6, restitution: 0.15 },
  sand: { density: 1600, friction: 0.6, restitution: 0.02 },
  snow: { density: 300, friction: 0.1, restitution: 0.02 },
} as const satisfies Record<string, Substance>

export type SubstanceName = keyof typeof SUBSTANCES
export const SUBSTANCE_NAMES = Object.keys(SUBSTANCES) as [SubstanceName, ...SubstanceName[]]

/** What a thing is taken to be made of when only its looks are told. */
export const SUBSTANCE_OF_SURFACE: Record<SurfaceName, SubstanceName> = {
  plain: 'plastic',
  wood: 'wood',
  planks: 'wood',
  brick: 'stone',
  concrete: 'stone',
  metal: 'steel',
  glass: 'glass',
  grass: 'earth',
  fabric: 'cloth',
  asphalt: 'stone',
  sand: 'sand',
  tiles: 'ceramic',
  plaster: 'stone',
  paving: 'stone',
  bark: 'wood',
  leaves: 'cloth',
  rock: 'stone',
  snow: 'snow',
  earth: 'earth',
  carpet: 'cloth',
  paper: 'paper',
  // A sheet of water carries nothing yet: what falls in lies on the bed.
  water: 'earth',
  leather: 'leather',
}
