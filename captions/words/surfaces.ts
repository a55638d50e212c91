import type { SurfaceName } from '#scenes'

export interface SurfaceWords {
  /** Adjective of a thing made of it; null where no one would say it. */
  adjective: string | null
  /** What ground made of it is called, with the article it takes. */
  ground: string
}

export const SURFACE_WORDS = {
  plain: { adjective: null, ground: 'the ground' },
  wood: { adjective: 'wooden', ground: 'the wooden floor' },
  planks: { adjective: 'wooden', ground: 'the wooden floor' },
  brick: { adjective: 'brick', ground: 'the brick ground' },
  concrete: { adjective: 'concrete', ground: 'the concrete' },
  metal: { adjective: 'metal', ground: 'the metal floor' },
  glass: { adjective: 'glass', ground: 'the glass floor' },
  grass: { adjective: 'grassy', ground: 'the grass' },
  fabric: { adjective: 'fabric', ground: 'the cloth' },
  asphalt: { adjective: 'asphalt', ground: 'the asphalt' },
  sand: { adjective: 'sandy', ground: 'the sand' },
  tiles: { adjective: 'tiled', ground: 'the tiled floor' },
  plaster: { adjective: null, ground: 'the ground' },
  paving: { adjective: 'paved', ground: 'the paving' },
  bark: { adjective: null, ground: 'the ground' },
  leaves: { adjective: null, ground: 'the ground' },
  rock: { adjective: 'stone', ground: 'the rock' },
  snow: { adjective: 'snowy', ground: 'the snow' },
  earth: { adjective: null, ground: 'the bare earth' },
  carpet: { adjective: null, ground: 'the carpet' },
  paper: { adjective: 'paper', ground: 'the paper' },
  leather: { adjective: 'leather', ground: 'the leather' },
  water: { adjective: null, ground: 'the water' },
} as const satisfies Record<SurfaceName, SurfaceWords>
