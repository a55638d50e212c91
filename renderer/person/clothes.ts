import { BufferAttribute, BufferGeometry, Color, Vector3, type SkinnedMesh } from 'three'
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

/** How far cloth stands off the body, metres. */
const LOOSE: Record<Garment, number> = { shirt: 0.014, trousers: 0.012, shoes: 0.006, skin: 0 }

/** The body's geometry dressed: each vertex in the colour of what covers its strongest bone, cloth smooth and loose. */
export function dressed(mesh: SkinnedMesh, person: Person): BufferGeometry {
  const geometry = mesh.geometry.clone()
  const [index, weight] = [geometry.getAttribute('skinIndex'), geometry.getAttribute('skinWeight')]
  const covers = mesh.skeleton.bones.map((bone) => WORN.find(([name]) => name.test(bone.name))?.[1] ?? 'shirt')
  const worn: Garment[] = []
  const colors = Object.fromEntries(
    (['shirt', 'trousers', 'shoes', 'skin'] as const).map((garment) => [garment, new Color(hexOf(person[garment]))]),
  ) as Record<Garment, Color>
  const painted = new Float32Array(index.count * 3)
  for (let i = 0; i < index.count; i++) {
    let strongest = 0
    for (let k = 1; k < 4; k++) if (weight.getComponent(i, k) > weight.getComponent(i, strongest)) strongest = k
    worn[i] = covers[index.getComponent(i, strongest)] ?? 'shirt'
    const { r, g, b } = colors[worn[i]]
    painted.set([r, g, b], 3 * i)
  }
  drape(geometry, worn, metresPerUnit(mesh))
  return geometry.setAttribute('color', new BufferAttribute(painted, 3))
}

/** Positions are stored shrunk to -1..1; the bind pose says by how much. */
function metresPerUnit(mesh: SkinnedMesh): number {
  const bone = mesh.skeleton.bones[0]
  const inverse = mesh.skeleton.boneInverses[0]
  if (!bone || !inverse) throw new Error('person.glb has no skeleton')
  return inverse.getMaxScaleOnAxis()
}

/** Cloth shows no muscles: covered vertices are averaged with their neighbours, then moved outwards. */
function drape(geometry: BufferGeometry, worn: Garment[], metres: number): void {
  const position = geometry.getAttribute('position')
  const neighbours = neighboursOf(geometry)
  const p = new Vector3()
  for (let round = 0; round < 10; round++) {
    const before = position.clone()
    neighbours.forEach((others, i) => {
      if (worn[i] === 'skin' || worn[i] === 'shoes' || others.length === 0) return
      p.set(0, 0, 0)
      for (const k of others) p.add(new Vector3().fromBufferAttribute(before, k))
      p.divideScalar(others.length).lerp(new Vector3().fromBufferAttribute(before, i), 0.5)
      position.setXYZ(i, p.x, p.y, p.z)
    })
  }
  geometry.computeVertexNormals()
  const normal = smoothNormals(geometry)
  for (let i = 0; i < position.count; i++) {
    const off = LOOSE[worn[i]] / metres
    position.setXYZ(
      i,
      position.getX(i) + normal[3 * i] * off,
      position.getY(i) + normal[3 * i + 1] * off,
      position.getZ(i) + normal[3 * i + 2] * off,
    )
  }
  geometry.setAttribute('normal', new BufferAttribute(normal, 3))
}

/** For each vertex those it shares an edge with; vertices at one place are one. */
function neighboursOf(geometry: BufferGeometry): number[][] {
  const places = placesOf(geometry)
  const index = geometry.getIndex()
  const edges = new Map<string, Set<number>>()
  for (let i = 0; index && i < index.count; i += 3) {
    const corners = [index.getX(i), index.getX(i + 1), index.getX(i + 2)]
    for (const a of corners)
      for (const b of corners)
        if (a !== b) {
          const known = edges.get(places[a]) ?? new Set()
          edges.set(places[a], known.add(b))
        }
  }
  return places.map((place) => [...(edges.get(place) ?? [])])
}

/** Normals averaged over all vertices at one place, so that seams do not show. */
function smoothNormals(geometry: BufferGeometry): Float32Array {
  const normal = geometry.getAttribute('normal')
  const places = placesOf(geometry)
  const sums = new Map<string, Vector3>()
  places.forEach((place, i) => {
    const sum = sums.get(place) ?? new Vector3()
    sums.set(place, sum.add(new Vector3().fromBufferAttribute(normal, i)))
  })
  const smooth = new Float32Array(normal.count * 3)
  places.forEach((place, i) => (sums.get(place) ?? new Vector3()).clone().normalize().toArray(smooth, 3 * i))
  return smooth
}

function placesOf(geometry: BufferGeometry): string[] {
  const position = geometry.getAttribute('position')
  return Array.from({ length: position.count }, (_, i) =>
    [position.getX(i), position.getY(i), position.getZ(i)].map((x) => Math.round(x * 5000)).join(),
  )
}
