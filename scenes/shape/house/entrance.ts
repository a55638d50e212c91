import type { Random } from '../../random.ts'
import { block } from '../place.ts'
import type { Part } from '../shape.ts'
import { PANE, RECESS, STOREY, type House } from './house.ts'

/** The front door, and a shop's window and awning or an office's lobby beside it. */
export function entrance(house: House, awning: string, random: Random): Part[] {
  const { width, depth, office, shop, trim } = house
  const columns = Math.max(1, Math.round((width - 1.4) / (office ? 1.6 : 2.4)))
  const x = shop
    ? width / 2 - 1.5
    : ((Math.floor(columns / 2) + 0.5) / columns - 0.5) * (width - 1.4)
  const color = random.pick(['#274a3d', '#5b2a23', '#24354f', '#3a3d40'])
  if (office) return lobby(house)
  return [...door(x, depth / 2, color, trim), ...(shop ? shopFront(house, awning, random) : [])]
}

function door(x: number, out: number, color: string, trim: Part['material']): Part[] {
  const paint = { surface: 'wood', color, roughness: 0.45 } as const
  const metal = { surface: 'metal', color: '#c99a2e', roughness: 0.25 } as const
  return [
    block([1.4, 2.75, 0.1], [x, 0.1, out - 0.02], trim, 0.02),
    block([1.06, 2.14, 0.06], [x, 0.18, out + 0.02], paint, 0.01),
    block([1.06, 0.36, 0.05], [x, 2.38, out + 0.025], PANE, 0),
    ...[-0.24, 0.24].flatMap((dx) =>
      [
        [0.34, 0.66],
        [1.18, 0.9],
      ].map(([y, tall]) =>
        block([0.34, tall as number, 0.03], [x + dx, y as number, out + 0.045], paint, 0.014),
      ),
    ),
    { shape: { kind: 'sphere', radius: 0.035 }, at: [x + 0.42, 1.12, out + 0.09], material: metal },
    block([1.66, 0.12, 0.42], [x, 2.86, out + 0.12], trim, 0.03),
    block([1.7, 0.16, 0.9], [x, 0, out + 0.4], { surface: 'concrete' }, 0.02),
    block([1.4, 0.1, 0.6], [x, 0.1, out + 0.25], { surface: 'concrete' }, 0.02),
  ]
}

function shopFront(
  { width, depth, trim, litWindows }: House,
  awning: string,
  random: Random,
): Part[] {
  const out = depth / 2
  const wide = width - 3.2
  const x = -width / 2 + 0.45 + wide / 2
  const lit = litWindows > 0 ? { glow: 1.3, glowColor: '#ffd9a0' } : {}
  const stripes = Math.max(3, Math.round(wide / 0.42) | 1)
  const each = wide / stripes
  return [
    block(
      [width - 0.5, STOREY - 0.15, 0.1],
      [0, 0, out - RECESS - 0.02],
      { surface: 'wood', color: awning, roughness: 0.5 },
      0,
    ),
    block(
      [wide, 0.5, 0.24],
      [x, 0, out - 0.12],
      { surface: 'wood', color: awning, roughness: 0.5 },
      0.02,
    ),
    block([wide - 0.1, 1.9, 0.04], [x, 0.52, out - 0.14], { ...PANE, ...lit }, 0),
    ...display(x, wide - 0.3, out - 0.13, random),
    ...[0, 1, 2, 3].map((i) =>
      block(
        [0.08, 1.95, 0.1],
        [x - wide / 2 + 0.04 + (i / 3) * (wide - 0.08), 0.5, out - 0.1],
        trim,
        0.01,
      ),
    ),
    block(
      [width - 0.4, 0.5, 0.14],
      [0, STOREY - 0.68, out - 0.02],
      { surface: 'wood', color: awning, roughness: 0.5 },
      0.02,
    ),
    ...Array.from({ length: stripes }, (_, i): Part => ({
      shape: {
        kind: 'prism',
        outline: [
          [0, 0],
          [1.15, -0.5],
          [1.15, -0.68],
          [1.13, -0.68],
          [1.13, -0.52],
          [0, -0.03],
        ],
        depth: each,
      },
      at: [x - wide / 2 + (i + 0.5) * each, STOREY - 0.25, out],
      rotation: [0, -90, 0],
      material: { surface: 'fabric', color: i % 2 ? 'cream' : awning },
    })),
  ]
}

/** Goods in a shop's window and the lamps above them, seen against its light. */
function display(x: number, wide: number, out: number, random: Random): Part[] {
  const dim = { roughness: 0.8 } as const
  const left = x - wide / 2
  const goods = Array.from({ length: Math.floor(wide / 0.42) }, (_, i): Part => {
    const [broad, tall] = [random.between(0.16, 0.34), random.between(0.14, 0.62)]
    return block(
      [broad, tall, 0.05],
      [left + (i + 0.5) * 0.42, 0.74, out],
      {
        ...dim,
        color: random.pick(['#6b3a22', '#8a5a34', '#3d4a3a', '#7a2f2a', '#caa26a', '#4a4f5e']),
      },
      0,
    )
  })
  const hung = Math.max(1, Math.round(wide / 2))
  const lamps = Array.from({ length: hung }, (_, i): Part[] => {
    const at = left + ((i + 0.5) / hung) * wide
    return [
      block([0.02, 0.36, 0.03], [at, 2.06, out], { ...dim, color: '#2a2420' }, 0),
      block([0.34, 0.16, 0.04], [at, 1.92, out], { ...dim, color: '#2a2420' }, 0),
    ]
  })
  return [
    block([wide, 0.06, 0.07], [x, 0.68, out], { ...dim, color: '#5a3a24' }, 0),
    block([wide, 0.05, 0.03], [x, 1.5, out], { ...dim, color: '#8a6238' }, 0),
    ...goods,
    ...lamps.flat(),
  ]
}

function lobby({ width, depth, trim, litWindows }: House): Part[] {
  const out = depth / 2
  const lit = litWindows > 0 ? { glow: 1.2, glowColor: '#fff0d8' } : {}
  const steel = { surface: 'metal', color: '#aab0b5' } as const
  return [
    block([width - 1.5, 2.6, 0.05], [0, 0, out - 0.2], { ...PANE, ...lit }, 0),
    ...[-1.2, 0, 1.2].map((x) => block([0.08, 2.6, 0.12], [x, 0, out - 0.15], steel, 0.01)),
    ...[-0.12, 0.12].map((x) => block([0.03, 0.9, 0.05], [x, 0.8, out - 0.06], steel, 0.01)),
    ...[-0.5, 0.5].map((s) =>
      block([0.4, STOREY, 0.4], [s * (width - 1.8), 0, out - 0.15], trim, 0.02),
    ),
    block([4.6, 0.18, 1.9], [0, 2.62, out + 0.8], steel, 0.03),
    block([5, 0.12, 1.6], [0, 0, out + 0.7], { surface: 'paving' }, 0.01),
  ]
}
