import { BufferGeometry, Float32BufferAttribute, Vector3 } from 'three'
import { scatter, type ShapeOf } from '#scenes'
import type { Detail } from './detail.ts'

/** Twigs nearer to each other than this are drawn as one. */
const TWIG_PIXELS = 3.5

const UP = new Vector3(0, 1, 0)

/**
 * A conifer's bough: twigs on both sides of a stem, each a slender diamond that is rooted on it, hangs a
 * little and overlaps the next, so that nothing floats. Both faces carry the same normals: the needles are
 * as light from below as from above.
 */
export function bough(
  { size: [width, rise, length], twigs: finest, seed }: ShapeOf<'bough'>,
  { pixelsPerMetre }: Detail,
) {
  const twigs = Math.min(Math.max(Math.round((length * pixelsPerMetre) / TWIG_PIXELS), 4), finest)
  const position: number[] = []
  const normal: number[] = []
  const uv: number[] = []
  const tint: number[] = []
  const index: number[] = []
  /** The stem: from the trunk outwards, ever steeper. */
  const stem = (t: number) => new Vector3(0, rise * (1 - t ** 1.5), (t - 0.5) * length)
  const twig = (root: Vector3, tip: Vector3, wide: number, t: number, tone: number) => {
    const along = tip.clone().sub(root)
    const across = new Vector3().crossVectors(along, UP).setLength(wide / 2)
    const middle = root.clone().addScaledVector(along, 0.32)
    const lit = along.normalize().multiplyScalar(0.7).addScaledVector(UP, 0.75).normalize()
    const first = position.length / 3
    const [left, right] = [middle.clone().sub(across), middle.clone().add(across)]
    const corners = [0, 1, 2, 0, 2, 3]
    for (const corner of [...corners, ...corners.toReversed()]) index.push(first + corner)
    for (const [i, corner] of [root, right, tip, left].entries()) {
      position.push(corner.x, Math.max(corner.y, 0), corner.z)
      normal.push(lit.x, lit.y, lit.z)
      uv.push(tone * 2, t)
      const light = tone * (0.55 + 0.4 * t + (i === 2 ? 0.35 : 0))
      tint.push(light, light, light)
    }
  }
  for (let i = 0; i < twigs; i++)
    for (const side of [-1, 1]) {
      const chance = (k: number) => scatter(i * 8 + k * 2 + (side + 1) / 2, seed)
      const t = Math.min(0.06 + (0.9 * (i + 0.5 + 0.5 * (chance(0) - 0.5))) / twigs, 0.96)
      // A leaf-shaped outline: widest a third of the way out.
      const reach = (width / 2) * (0.42 + 0.58 * Math.sin(Math.PI * (0.2 + 0.8 * t) ** 0.9))
      const root = stem(t)
      const tip = root
        .clone()
        .add(
          new Vector3(side * reach * (0.8 + 0.2 * chance(1)), 0, reach * (0.6 + 0.3 * chance(2))),
        )
      tip.z = Math.min(tip.z, length / 2)
      tip.y -= reach * (0.25 + 0.3 * chance(3))
      twig(root, tip, (1.9 * length) / twigs, t, 0.85 + 0.3 * chance(3))
    }
  twig(stem(0.62), stem(1), (2.4 * length) / twigs, 1, 1)
  return new BufferGeometry()
    .setIndex(index)
    .setAttribute('position', new Float32BufferAttribute(position, 3))
    .setAttribute('normal', new Float32BufferAttribute(normal, 3))
    .setAttribute('uv', new Float32BufferAttribute(uv, 2))
    .setAttribute('color', new Float32BufferAttribute(tint, 3))
}
