import type { Random } from '../../random.ts'
import { block } from '../place.ts'
import type { Part } from '../shape.ts'
import { AMBER, LOW, PANE, STOREY, type House } from './house.ts'
import { shopFront } from './shop.ts'

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

function lobby({ width, depth, trim, litWindows }: House): Part[] {
  const out = depth / 2
  const hall = (light: typeof AMBER | typeof LOW) => ({ ...PANE, ...(litWindows > 0 && light) })
  const steel = { surface: 'metal', color: '#aab0b5' } as const
  return [
    block([width - 1.5, 1.7, 0.05], [0, 0, out - 0.2], hall(LOW), 0),
    block([width - 1.5, 0.9, 0.05], [0, 1.7, out - 0.2], hall(AMBER), 0),
    ...[-1.2, 0, 1.2].map((x) => block([0.08, 2.6, 0.12], [x, 0, out - 0.15], steel, 0.01)),
    ...[-0.12, 0.12].map((x) => block([0.03, 0.9, 0.05], [x, 0.8, out - 0.06], steel, 0.01)),
    ...[-0.5, 0.5].map((s) =>
      block([0.4, STOREY, 0.4], [s * (width - 1.8), 0, out - 0.15], trim, 0.02),
    ),
    block([4.6, 0.18, 1.9], [0, 2.62, out + 0.8], steel, 0.03),
    block([5, 0.12, 1.6], [0, 0, out + 0.7], { surface: 'paving' }, 0.01),
  ]
}
