import type { SurfaceName } from '#scenes'

export interface SurfaceWords {
  /** Adjective of a thing made of it; null where no one would say it. */
  adjective: string | null
  /** What ground made of it is called, with the article it takes. */
  ground: string
  /** The same in Chinese. */
  zh: string | null
  groundZh: string
}

export const SURFACE_WORDS = {
  plain: { adjective: null, ground: 'the ground', zh: null, groundZh: '地面' },
  wood: { adjective: 'wooden', ground: 'the wooden floor', zh: '木质', groundZh: '木地板' },
  planks: { adjective: 'wooden', ground: 'the wooden floor', zh: '木质', groundZh: '木地板' },
  brick: { adjective: 'brick', ground: 'the brick ground', zh: '砖砌', groundZh: '砖地' },
  concrete: { adjective: 'concrete', ground: 'the concrete', zh: '混凝土', groundZh: '水泥地' },
  metal: { adjective: 'metal', ground: 'the metal floor', zh: '金属', groundZh: '金属地面' },
  glass: { adjective: 'glass', ground: 'the glass floor', zh: '玻璃', groundZh: '玻璃地面' },
  grass: { adjective: 'grassy', ground: 'the grass', zh: '长草的', groundZh: '草地' },
  fabric: { adjective: 'fabric', ground: 'the cloth', zh: '布艺', groundZh: '布面' },
  asphalt: { adjective: 'asphalt', ground: 'the asphalt', zh: '沥青', groundZh: '柏油路面' },
  sand: { adjective: 'sandy', ground: 'the sand', zh: '沙质', groundZh: '沙地' },
  tiles: { adjective: 'tiled', ground: 'the tiled floor', zh: '瓷砖', groundZh: '瓷砖地面' },
  plaster: { adjective: null, ground: 'the ground', zh: null, groundZh: '地面' },
  paving: { adjective: 'paved', ground: 'the paving', zh: '铺砖', groundZh: '铺石地面' },
  bark: { adjective: null, ground: 'the ground', zh: null, groundZh: '地面' },
  leaves: { adjective: null, ground: 'the ground', zh: null, groundZh: '地面' },
  rock: { adjective: 'stone', ground: 'the rock', zh: '石质', groundZh: '岩石地面' },
  snow: { adjective: 'snowy', ground: 'the snow', zh: '积雪的', groundZh: '雪地' },
  earth: { adjective: null, ground: 'the bare earth', zh: null, groundZh: '泥地' },
  carpet: { adjective: null, ground: 'the carpet', zh: null, groundZh: '地毯' },
  paper: { adjective: 'paper', ground: 'the paper', zh: '纸质', groundZh: '纸面' },
  leather: { adjective: 'leather', ground: 'the leather', zh: '皮质', groundZh: '皮面' },
  water: { adjective: null, ground: 'the water', zh: null, groundZh: '水面' },
} as const satisfies Record<SurfaceName, SurfaceWords>
