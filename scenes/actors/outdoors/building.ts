import { z } from 'zod'
import { Color, Share } from '../../schema/values.ts'
import { facades } from '../../shape/house/facade.ts'
import { roof } from '../../shape/house/roof.ts'
import { entrance } from '../../shape/house/entrance.ts'
import { defineKind } from '../kind.ts'

const WALLS = {
  brick: { surface: 'brick', color: '#9c4f3a' },
  plaster: { surface: 'plaster', color: '#d9c7a3' },
  'glass-office': { surface: 'metal', color: '#7d858c' },
} as const

export const building = defineKind({
  kind: 'building',
  doc: 'A town house or office block, its door to the front.',
  fields: {
    width: z.number().min(4).max(80).default(11).describe('Along X, metres.'),
    depth: z.number().min(4).max(80).default(9).describe('Along Z, metres.'),
    floors: z.int().min(1).max(40).default(4).describe('The ground floor included; 3.2 m each.'),
    style: z
      .enum(['brick', 'plaster', 'glass-office'])
      .default('brick')
      .describe('What its walls are.'),
    color: Color.optional().describe('Of the walls; by default that of the style.'),
    trim: Color.default('cream').describe('Of frames, sills and cornice.'),
    roof: z
      .enum(['flat', 'pitched'])
      .default('flat')
      .describe('Behind a parapet, or tiled and steep.'),
    shop: z.boolean().default(false).describe('A shop front with an awning on the ground floor.'),
    awning: Color.default('dark-green').describe('Of the awning, when there is a shop.'),
    litWindows: Share.default(0).describe('Share of the windows in which a lamp burns.'),
  },
  blueprint: (
    { width, depth, floors, style, color, trim, roof: top, shop, awning, litWindows },
    random,
  ) => {
    const office = style === 'glass-office'
    const house = {
      width,
      depth,
      floors,
      office,
      shop: shop && !office,
      wall: { ...WALLS[style], ...(color && { color }) },
      trim: { color: office ? '#3a3f45' : trim, roughness: 0.7 },
      litWindows,
    }
    return {
      parts: [
        ...facades(house, random),
        ...entrance(house, awning, random),
        ...roof(house, office ? 'flat' : top, random),
      ],
    }
  },
})
