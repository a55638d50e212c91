import type { Random } from '../../random.ts'
import { AssetId, Color, Size } from '../../schema/values.ts'
import { block } from '../../shape/place.ts'
import { shade } from '../../shape/shade.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

/** Metres from the wall to the face of what is in the frame. */
const FACE = 0.0135

export const picture = defineKind({
  kind: 'picture',
  doc: 'A framed abstract painting, or an image in that frame; its back lies at z = 0, for hanging on a wall.',
  fields: {
    width: Size.max(6).default(0.8).describe('Frame included, metres.'),
    height: Size.max(6).default(0.6).describe('Frame included, metres.'),
    color: Color.default('orange').describe(
      'The main colour of the painting; an `image` has its own.',
    ),
    image: AssetId.optional().describe(
      'Id of an image listed in `assets/manifest.json` that takes the place of the painting; centred, cut to fit.',
    ),
    frame: Color.default('#6b4a2c').describe('Of the wooden frame.'),
  },
  blueprint: ({ width, height, color, frame, image }, random) => {
    const rim = Math.min(width, height) * 0.06
    const wood = { surface: 'wood', color: frame } as const
    const mat = rim * 1.6
    const [w, h] = [width - 2 * rim - 2 * mat, height - 2 * rim - 2 * mat]
    const low = rim + mat
    const hung: Part[] = [
      block(
        [width - rim, height - rim, 0.01],
        [0, rim / 2, 0.005],
        { surface: 'paper', color: '#f4f0e6' },
        0,
      ),
      ...[0, height - rim].map((y) => block([width, rim, 0.03], [0, y, 0.015], wood, rim * 0.2)),
      ...[-1, 1].map((s) =>
        block(
          [rim, height - 2 * rim, 0.03],
          [(s * (width - rim)) / 2, rim, 0.015],
          wood,
          rim * 0.2,
        ),
      ),
    ]
    const shown =
      image === undefined ? painting([w, h], low, color, random) : [print([w, h], low, image)]
    return { parts: [...hung, ...shown] }
  },
})

/** Upright paper at the height `low`, printed all over. */
function print([w, h]: [number, number], low: number, image: string): Part {
  return {
    shape: { kind: 'plane', size: [w, h] },
    at: [0, low + h / 2, FACE],
    rotation: [90, 0, 0],
    material: { surface: 'paper' },
    image,
  }
}

/** A low sun over fields of one colour. */
function painting([w, h]: [number, number], low: number, color: string, random: Random): Part[] {
  const field = (x: number, y: number, wide: number, tall: number, hue: string, i: number): Part =>
    block(
      [wide, tall, 0.002],
      [x, low + y, 0.0125 + i * 0.0012],
      { surface: 'paper', color: hue },
      0,
    )
  const horizon = random.between(0.3, 0.55)
  const sun = random.between(-0.28, 0.28)
  const hues = [shade(color, 1.15, 0.05), shade(color, 0.6, -0.1), '#f1e3c4', '#24384f'] as const
  const stripes = [0, 1, 2].map((i) =>
    field(
      random.between(-0.25, 0.25) * w,
      h * (0.05 + i * horizon * 0.3),
      w * random.between(0.3, 0.5),
      h * random.between(0.03, 0.08),
      random.pick(hues),
      2 + i,
    ),
  )
  return [
    field(0, 0, w, h, color, 0),
    field(0, 0, w, h * horizon, shade(color, 0.55, -0.15), 1),
    ...stripes,
    {
      shape: { kind: 'cylinder', radius: Math.min(w, h) * 0.17, height: 0.002, sides: 48 },
      at: [sun * w, low + h * (horizon + 0.26), 0.0145],
      rotation: [90, 0, 0],
      material: { surface: 'paper', color: '#f4dfae' },
    },
  ]
}
