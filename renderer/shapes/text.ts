import { Font, type FontData } from 'three/addons/loaders/FontLoader.js'
import { TextGeometry } from 'three/addons/geometries/TextGeometry.js'
import letters from '../../assets/fonts/letters.json' with { type: 'json' }
import { roundingSteps, sidesOf, type Detail } from './detail.ts'
import type { ShapeOf } from '#scenes'
import { boxMapped } from './metres.ts'

// Three's typing asks for side bearings that it never reads.
const font = new Font(letters as unknown as FontData)
/** Height of a capital over the font's size, from the font's own metrics. */
const CAPITAL = letters.capHeight / letters.resolution

export function text({ text, height, depth }: ShapeOf<'text'>, detail: Detail) {
  const rounding = Math.min(0.03 * height, depth * 0.2)
  const bevel = roundingSteps(rounding, detail) === 0 ? 0 : rounding
  const geometry = new TextGeometry(text, {
    font,
    size: height / CAPITAL,
    depth: depth - 2 * bevel,
    curveSegments: Math.ceil(sidesOf(height / 3, detail) / 6),
    bevelEnabled: bevel > 0,
    bevelSize: bevel * 0.6,
    bevelThickness: bevel,
    bevelSegments: 2,
  })
  geometry.computeBoundingBox()
  const box = geometry.boundingBox
  if (!box) throw new Error(`the text ${JSON.stringify(text)} has no outline`)
  return boxMapped(
    geometry.translate(-(box.min.x + box.max.x) / 2, 0, -(box.min.z + box.max.z) / 2),
  )
}
