import { z } from 'zod'
import { Color, Share } from './values.ts'

/** What a thing is made of; the renderer bakes each as a physically based surface at real scale. */
export const SURFACES = [
  'plain',
  'wood',
  'planks',
  'brick',
  'concrete',
  'metal',
  'glass',
  'grass',
  'fabric',
  'asphalt',
  'sand',
  'tiles',
  'plaster',
  'paving',
  'bark',
  'leaves',
  'rock',
  'snow',
  'earth',
  'carpet',
  'paper',
  'leather',
  'water',
] as const
export type SurfaceName = (typeof SURFACES)[number]

export const Material = z
  .strictObject({
    surface: z.enum(SURFACES).default('plain').describe('What it is made of.'),
    color: Color.optional().describe('Base colour; without one the surface brings its own.'),
    roughness: Share.optional().describe(
      '0 mirror-smooth ... 1 matt; the surface knows a default.',
    ),
    metalness: Share.optional().describe('0 dielectric ... 1 metal; the surface knows a default.'),
    opacity: Share.default(1).describe('1 solid ... 0 invisible.'),
    glow: z
      .number()
      .min(0)
      .max(50)
      .default(0)
      .describe('Light given off: emitted radiance in units of its colour; 0 = none.'),
    glowColor: Color.optional().describe('Colour of the glow; the base colour when absent.'),
  })
  .meta({ id: 'material', description: 'A material by physical description.' })
export type Material = z.infer<typeof Material>
/** As an author writes it: every field may be left out. */
export type MaterialInput = z.input<typeof Material>
