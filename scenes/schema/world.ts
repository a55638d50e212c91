import { z } from 'zod'
import { Color, Share } from './values.ts'

export const World = z
  .strictObject({
    place: z
      .enum([
        'street',
        'park',
        'tabletop',
        'desert',
        'room',
        'beach',
        'field',
        'yard',
        'forest',
        'studio',
        'none',
      ])
      .default('none')
      .describe(
        'What a viewer would call the place; captions say it only when what is seen bears it out.',
      ),
    sun: z
      .strictObject({
        elevation: z.number().min(-90).max(90).default(40).describe('Degrees above the horizon.'),
        azimuth: z
          .number()
          .min(-360)
          .max(360)
          .default(45)
          .describe('Degrees from +Z towards +X: where the light comes *from*.'),
        strength: z
          .number()
          .min(0)
          .max(20)
          .default(3)
          .describe('Radiant strength; 3 is a clear day.'),
        color: Color.optional().describe(
          'Default follows the elevation: white high up, orange low.',
        ),
        softness: Share.default(0.25).describe('0 hard shadow edges ... 1 very soft.'),
      })
      .prefault({})
      .describe('The sun, which lights the sky too; below the horizon it is night.'),
    moon: z
      .strictObject({
        elevation: z.number().min(0).max(90).default(35).describe('Degrees above the horizon.'),
        azimuth: z.number().min(-360).max(360).default(-60).describe('Degrees from +Z towards +X.'),
        strength: z
          .number()
          .min(0)
          .max(5)
          .default(0.25)
          .describe('Radiant strength; a full moon as films light it.'),
      })
      .optional()
      .describe(
        'A full moon in the sky: cool light for nights; it casts shadows once the sun is down.',
      ),
    sky: z
      .strictObject({
        kind: z
          .enum(['clear', 'cloudy', 'overcast', 'studio'])
          .default('clear')
          .describe('Blue, with clouds, closed, or an even backdrop.'),
        strength: z
          .number()
          .min(0)
          .max(10)
          .default(1)
          .describe('How much light the sky itself gives.'),
        stars: z.boolean().default(false).describe('Stars, by day too: meant for nights.'),
        color: Color.optional().describe('Zenith colour; the default follows the sun.'),
        horizon: Color.optional().describe('Horizon colour; the default follows the sun.'),
      })
      .prefault({})
      .describe('What is above: its light falls from everywhere.'),
    fog: z
      .strictObject({
        color: Color.optional().describe("Default: the horizon's colour."),
        visibility: z
          .number()
          .min(1)
          .max(100_000)
          .describe('Metres at which contrast has fallen to 5 %.'),
      })
      .optional()
      .describe('Exponential-squared fog.'),
    exposure: z
      .number()
      .min(0.01)
      .max(100)
      .default(1)
      .describe('Fixed exposure factor before tone mapping (Khronos PBR Neutral).'),
  })
  .meta({ id: 'world', description: 'Place, sun, sky, air and exposure.' })
export type World = z.infer<typeof World>
