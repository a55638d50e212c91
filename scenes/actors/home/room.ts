import { z } from 'zod'
import { Color, type Vec3 } from '../../schema/values.ts'
import { block, placed } from '../../shape/place.ts'
import type { Part } from '../../shape/shape.ts'
import { defineKind } from '../kind.ts'

const Side = z.enum(['front', 'back', 'left', 'right'])
const HEADINGS = { back: 0, left: 90, front: 180, right: 270 } as const
const THICK = 0.22
const CEILING = { surface: 'plaster', color: 'white' } as const

export const room = defineKind({
  kind: 'room',
  doc: 'A room seen from inside or through a side that is left open. Its floor lies at y = 0, its walls stand outside the given size.',
  fields: {
    width: z.number().min(1).max(60).default(5).describe('Inside, along X, metres.'),
    depth: z.number().min(1).max(60).default(4).describe('Inside, along Z, metres.'),
    height: z.number().min(1.8).max(12).default(2.7).describe('Inside, metres.'),
    open: z
      .array(Side)
      .default(['front'])
      .describe('Sides without a wall, for the camera to look in. Front is +Z, right is +X.'),
    windows: z.array(Side).default(['back']).describe('Sides with windows.'),
    ceiling: z
      .boolean()
      .default(false)
      .describe('Closes the room at the top; it keeps the sun out too.'),
    color: Color.default('#d9d3c3').describe('Of the walls.'),
    floor: z
      .enum(['planks', 'carpet', 'tiles', 'concrete'])
      .default('planks')
      .describe('What the floor is laid with.'),
    floorColor: Color.optional().describe("By default that of the floor's surface."),
  },
  blueprint: ({ width, depth, height, open, windows, ceiling, color, floor, floorColor }) => {
    const built = Side.options.filter((side) => !open.includes(side))
    const walls = built.flatMap((side) => {
      const heading = HEADINGS[side]
      const [across, out] = heading % 180 === 0 ? [width, depth / 2] : [depth, width / 2]
      return placed(wall(across, height, out, windows.includes(side), color), [0, 0, 0], heading)
    })
    const slab: [number, number, number] = [width + 2 * THICK, 0.2, depth + 2 * THICK]
    return {
      parts: [
        {
          shape: { kind: 'plane', size: [width, depth] },
          at: [0, 0.001, 0],
          material: { surface: floor, ...(floorColor && { color: floorColor }) },
        },
        // The slab below gives the floor an edge where a side is open.
        block([slab[0], 0.12, slab[2]], [0, -0.12, 0], { surface: 'concrete' }, 0),
        ...(ceiling
          ? [
              block(slab, [0, height, 0], CEILING, 0),
              {
                shape: { kind: 'plane' as const, size: [slab[0], slab[2]] as [number, number] },
                at: [0, height + slab[1] / 2, 0] as Vec3,
                rotation: [180, 0, 0] as Vec3,
                material: CEILING,
              },
            ]
          : []),
        ...walls,
      ],
    }
  },
})

/** One wall behind z = -out, facing +Z: boxes around window openings, skirting, frames. */
function wall(
  across: number,
  height: number,
  out: number,
  withWindows: boolean,
  color: string,
): Part[] {
  const plaster = { surface: 'plaster', color } as const
  const paint = { color: '#f2efe7', roughness: 0.5 } as const
  const z = -out - THICK / 2
  const whole = across + 2 * THICK
  const skirting = block([across, 0.1, 0.018], [0, 0, -out + 0.009], paint, 0)
  const count = withWindows ? Math.max(1, Math.floor(across / 2.4)) : 0
  const stone = (size: [number, number], [x, y]: [number, number]) =>
    masonry(size, [x, y, z], plaster)
  if (count === 0) return [...stone([whole, height], [0, 0]), skirting]
  const open = Math.min(1.3, (across / count) * 0.62)
  const [sill, head] = [Math.min(0.9, height * 0.34), Math.min(2.2, height * 0.84)]
  const at = (i: number) => ((i + 0.5) / count - 0.5) * across
  const edges = [
    -whole / 2,
    ...Array.from({ length: count }, (_, i) => [at(i) - open / 2, at(i) + open / 2]).flat(),
    whole / 2,
  ]
  const piers = Array.from({ length: count + 1 }, (_, i) => {
    const [from, to] = [edges[2 * i] as number, edges[2 * i + 1] as number]
    return stone([to - from, head - sill], [(from + to) / 2, sill])
  })
  return [
    ...stone([whole, sill], [0, 0]),
    ...stone([whole, height - head], [0, head]),
    ...piers.flat(),
    skirting,
    ...Array.from({ length: count }, (_, i) =>
      placed(casement(open, head - sill, paint), [at(i), sill, z]),
    ).flat(),
  ]
}

/**
 * A piece of wall, and inside it a sheet that nobody sees: shadows are cast by back faces, and were the wall's own
 * inner face the first, the sun would shine through the bias along every corner.
 */
function masonry(
  [width, height]: [number, number],
  [x, y, z]: Vec3,
  plaster: Part['material'],
): Part[] {
  return [
    block([width, height, THICK], [x, y, z], plaster, 0),
    {
      shape: { kind: 'plane', size: [width, height] },
      at: [x, y + height / 2, z],
      rotation: [90, 0, 0],
      material: plaster,
    },
  ]
}

/** A two-winged window in its opening, with cross bars, panes and an inner sill. */
function casement(width: number, height: number, paint: Part['material']): Part[] {
  const bars = [
    [-width / 2 + 0.03, 0.06],
    [0, 0.07],
    [width / 2 - 0.03, 0.06],
  ] as const
  const rails = [
    [0, 0.06],
    [height * 0.66, 0.035],
    [height - 0.06, 0.06],
  ] as const
  return [
    ...bars.map(([x, w]) => block([w, height, 0.06], [x, 0, -0.03], paint, 0)),
    ...rails.map(([y, t]) => block([width, t, 0.05], [0, y, -0.03], paint, 0)),
    block(
      [width - 0.06, height - 0.06, 0.008],
      [0, 0.03, -0.03],
      { surface: 'glass', opacity: 0.14 },
      0,
    ),
    block([width + 0.16, 0.035, 0.2], [0, -0.02, THICK / 2 - 0.02], paint, 0.008),
  ]
}
