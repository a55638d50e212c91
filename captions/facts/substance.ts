import { blueprintOf, boundsOf, hexOf, Material, type SolidActor, type SurfaceName } from '#scenes'
import { rgbOfHex, type Rgb } from '../words/colors.ts'

/** What an actor is made of, by share of its surface. */
export interface Substance {
  /** Surfaces with their share, largest first. */
  surfaces: { surface: SurfaceName; share: number }[]
  /** Base colours that the scene names, with their share; surfaces that bring their own are absent. */
  colors: { rgb: Rgb; share: number }[]
  glows: boolean
  /** Share of its surface that is less than half opaque: passes tell what is behind it. */
  veil: number
  /** Degrees per second of the parts that turn by themselves (the blades of a fan), when they are a good part of it. */
  turning: number
  /** What a person wears on top, when it is one. */
  shirt?: { rgb: Rgb; garment: 't-shirt' | 'sweater' }
}

/** Opacity below which passes see through (the renderer's rule). */
const SEE_THROUGH = 0.5

/** Share of the surface from which parts that turn are what a viewer looks at: a fan, not a clock. */
const TURNING = 0.2

export function substanceOf(actors: SolidActor[], seed: number): Substance {
  const parts = actors.flatMap((actor) => {
    const scale = actor.scale * actor.scale
    return blueprintOf(actor, seed).parts.map((part) => ({ part, area: areaOf([part]) * scale }))
  })
  const whole = parts.reduce((sum, { area }) => sum + area, 0) || 1
  const surfaces = new Map<SurfaceName, number>()
  const colors = new Map<string, number>()
  let [glows, veil] = [false, 0]
  for (const { part, area } of parts) {
    const material = Material.parse(part.material)
    surfaces.set(material.surface, (surfaces.get(material.surface) ?? 0) + area / whole)
    glows ||= material.glow > 0
    if (material.opacity < SEE_THROUGH) veil += area / whole
    if (material.color) {
      const hex = hexOf(material.color)
      colors.set(hex, (colors.get(hex) ?? 0) + area / whole)
    }
  }
  const turning = parts.filter(({ part }) => part.turns?.by === 'time')
  const share = turning.reduce((sum, { area }) => sum + area, 0) / whole
  const person = parts.find(({ part }) => part.shape.kind === 'person')?.part.shape
  return {
    surfaces: sorted(surfaces).map(([surface, share]) => ({ surface, share })),
    colors: sorted(colors).map(([hex, share]) => ({ rgb: rgbOfHex(hex), share })),
    glows,
    veil,
    turning:
      share >= TURNING
        ? Math.max(
            ...turning.map(({ part }) =>
              part.turns?.by === 'time' ? Math.abs(part.turns.degreesPerSecond) : 0,
            ),
          )
        : 0,
    ...(person?.kind === 'person' && {
      shirt: { rgb: rgbOfHex(hexOf(person.shirt)), garment: person.top },
    }),
  }
}

function sorted<K>(shares: Map<K, number>): [K, number][] {
  return [...shares].sort((a, b) => b[1] - a[1])
}

/** Surface of the parts' box, m2: good enough to tell the body of a car from its lamps. */
function areaOf(parts: Parameters<typeof boundsOf>[0]): number {
  const { min, max } = boundsOf(parts)
  const [x, y, z] = [max[0] - min[0], max[1] - min[1], max[2] - min[2]]
  return 2 * (x * y + y * z + z * x)
}
