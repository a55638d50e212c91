import type { Random } from '../../random.ts'
import { block } from '../place.ts'
import type { Part } from '../shape.ts'
import { STOREY, type House } from './house.ts'

/** What closes a house at the top: parapet and chimney stacks, or two tiled slopes. */
export function roof(house: House, style: 'flat' | 'pitched', random: Random): Part[] {
  return style === 'flat' ? flat(house, random) : pitched(house, random)
}

function flat({ width, depth, floors, office, wall, trim }: House, random: Random): Part[] {
  const top = floors * STOREY + 0.1
  const steel = { surface: 'metal', color: '#8d9297' } as const
  const cornice = office
    ? []
    : [
        block([width + 0.36, 0.16, depth + 0.36], [0, top - 0.02, 0], trim, 0.04),
        block([width + 0.6, 0.14, depth + 0.6], [0, top + 0.13, 0], trim, 0.05),
      ]
  const rim = office ? 0.4 : 0.75
  const parapets = [-1, 1].flatMap((s) => [
    block([width - 0.06, rim, 0.25], [0, top + 0.2, s * (depth / 2 - 0.16)], wall, 0.02),
    block([0.25, rim, depth - 0.56], [s * (width / 2 - 0.16), top + 0.2, 0], wall, 0.02),
  ])
  return [
    ...cornice,
    block(
      [width - 0.1, 0.25, depth - 0.1],
      [0, top, 0],
      { surface: 'asphalt', color: '#55565a' },
      0.01,
    ),
    ...parapets,
    block(
      [1.6, 1.1, 1.2],
      [random.between(-0.25, 0.25) * width, top + 0.2, -depth * 0.18],
      steel,
      0.04,
    ),
    block(
      [0.8, 1.5, 0.8],
      [random.pick([-1, 1]) * width * 0.3, top + 0.2, depth * 0.05],
      wall,
      0.03,
    ),
  ]
}

function pitched({ width, depth, floors, wall, trim }: House, random: Random): Part[] {
  const top = floors * STOREY + 0.1
  const half = depth / 2
  const rise = half * 0.85
  const pitch = (Math.atan2(rise, half) * 180) / Math.PI
  const slope = Math.hypot(rise, half) + 0.5
  const overhang = 0.5 * Math.sin((pitch * Math.PI) / 180)
  const side = random.pick([-1, 1])
  const slopes = [1, -1].map((s): Part => ({
    shape: { kind: 'box', size: [width + 0.7, slope, 0.14], bevel: 0.02 },
    at: [0, top - overhang + 0.1, s * (half + 0.5 * Math.cos((pitch * Math.PI) / 180))],
    rotation: [s * -(90 - pitch), 0, 0],
    material: { surface: 'tiles', color: '#7a3b2c' },
  }))
  return [
    {
      shape: {
        kind: 'prism',
        outline: [
          [-half + 0.05, 0],
          [half - 0.05, 0],
          [0, rise - 0.06],
        ],
        depth: width - 0.08,
      },
      at: [0, top, 0],
      rotation: [0, 90, 0],
      material: wall,
    },
    ...slopes,
    block([width + 0.4, 0.16, depth + 0.4], [0, top - 0.08, 0], trim, 0.03),
    block(
      [0.75, rise * 0.8 + 1.2, 0.6],
      [side * width * 0.28, top + rise * 0.3, -half * 0.25],
      wall,
      0.02,
    ),
    ...[-0.16, 0.16].map((dx): Part => ({
      shape: { kind: 'cylinder', radius: 0.11, topRadius: 0.09, height: 0.4 },
      at: [side * width * 0.28 + dx, top + rise * 1.1 + 1.2, -half * 0.25],
      material: { color: '#a5583c' },
    })),
  ]
}
