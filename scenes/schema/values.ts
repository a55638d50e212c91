import { z } from 'zod'
import { COLOR_NAMES } from '../colors.ts'

/** Lowercase words joined by `_` or `-`: ids are said in error messages and used as random keys. */
export const Id = z
  .string()
  .regex(/^[a-z][a-z0-9_-]*$/, 'an id starts with a letter and holds a-z, 0-9, _ and - only')
  .max(64)
  .meta({ title: 'an id' })

/** A file that ships with groundreel, as `assets/manifest.json` lists it; never a path or an address. */
export const AssetId = z
  .stringFormat(
    'asset-id',
    /^[a-z0-9][a-z0-9_-]*$/,
    'must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read',
  )
  .max(64)
  .meta({ title: 'the id of an image', examples: ['hills'] })

/** Metres. The world reaches 10 km: beyond that a 32-bit float cannot place a mug on a table. */
export const Metres = z.number().min(-10_000).max(10_000)
export const Size = z.number().min(0.001, 'must be at least 0.001 m').max(10_000)
export const Seconds = z.number().min(0).max(600)
export const Degrees = z.number().min(-36_000).max(36_000)
export const Share = z.number().min(0).max(1)

export const Vec3 = z.tuple([Metres, Metres, Metres]).meta({ title: 'a point [x, y, z] in metres' })
export type Vec3 = z.infer<typeof Vec3>

/** Euler angles `[x, y, z]` in degrees, applied in the order YXZ (heading, pitch, bank). */
export const Rotation = z
  .tuple([Degrees, Degrees, Degrees])
  .meta({ title: 'three angles [x, y, z] in degrees' })

export const Color = z
  .union([
    z.enum(COLOR_NAMES),
    z.string().regex(/^#[0-9a-f]{6}$/i, 'a colour is a name or #rrggbb'),
  ])
  .meta({
    id: 'color',
    title: 'a colour by name or #rrggbb',
    description: 'A colour by name (`red`, `navy`, `beige` ...) or as sRGB hex `#rrggbb`.',
  })
export type Color = z.infer<typeof Color>

/** What a viewer would call the thing; given by the author, it is what captions say. */
export const Noun = z
  .strictObject({
    en: z.string().min(1).describe('Singular, without article: `toy train`.'),
    plural: z.string().min(1).optional().describe('Only when English inflection gets it wrong.'),
    zh: z
      .string()
      .min(1)
      .optional()
      .describe('The Chinese noun: `玩具火车`. Without it the clip has no Chinese captions.'),
    measure: z
      .string()
      .min(1)
      .optional()
      .describe('The Chinese measure word: `个`, `辆`, `棵` ...'),
  })
  .meta({ id: 'noun', description: 'The words for this actor in captions.' })
export type Noun = z.infer<typeof Noun>
