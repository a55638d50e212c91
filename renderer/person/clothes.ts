import { BufferAttribute, BufferGeometry, Color, type SkinnedMesh } from 'three'
import { hexOf } from '#scenes'
import type { ShapeOf } from '../shapes/index.ts'

type Person = ShapeOf<'person'>
type Garment = 'shirt' | 'trousers' | 'shoes' | 'skin'

/** Which garment covers what hangs on a bone; the first match counts. */
const WORN: [RegExp, Garment][] = [
  [/foot|toes/i, 'shoes'],
  [/leg|hips/i, 'trousers'],
  [/hand|thumb|index|middle|ring|little|head|neck/i, 'skin'],
  [/./, 'shirt'],
]

/** The body's geometry with each vertex in the colour of what covers its strongest bone. */
export function dressed(mesh: SkinnedMesh, person: Person): BufferGeometry {
  const geometry = mesh.geometry.clone()
  const [index, weight] = [geometry.getAttribute('skinIndex'), geometry.getAttribute('skinWeight')]
  const covers = mesh.skeleton.bones.map((bone) => WORN.find(([name]) => name.test(bone.name))?.[1] ?? 'shirt')
  const colors = Object.fromEntries(
    (['shirt', 'trousers', 'shoes', 'skin'] as const).map((garment) => [garment, new Color(hexOf(person[garment]))]),
  ) as Record<Garment, Color>
  const painted = new Float32Array(index.count * 3)
  for (let i = 0; i < index.count; i++) {
    let strongest = 0
    for (let k = 1; k < 4; k++) if (weight.getComponent(i, k) > weight.getComponent(i, strongest)) strongest = k
    const { r, g, b } = colors[covers[index.getComponent(i, strongest)] ?? 'shirt']
    painted.set([r, g, b], 3 * i)
  }
  return geometry.setAttribute('color', new BufferAttribute(painted, 3))
}
