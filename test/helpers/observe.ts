import {
  blueprintOf,
  boundsOf,
  hexOf,
  Material,
  poseAtFrame,
  solidActors,
  type Scene,
  type Take,
  type Vec3 as Vec3Type,
} from '#scenes'
import { add, dot, rotate, subtract, times, viewAt, type Vec3 } from '../../captions/geometry.ts'
import type { MemberObservation, Observations } from '../../captions/observation.ts'
import { rgbOfHex, type Rgb } from '../../captions/words/colors.ts'

interface Solid {
  member: number
  /** Box of one part in the actor's metres, and its actor's track. */
  min: Vec3
  max: Vec3
  round: boolean
  actor: number
  at: Vec3
  rgb: Rgb
}

/**
 * Stands in for the renderer's survey pass in tests of words: casts one ray per pixel of a small picture
 * against the box (or ellipsoid) of every part, and tells of it as if it were 256 wide. Shadows, sky light and textures are left out.
 */
export function observe(scene: Scene, take: Take, camera = 0, width = 128): Observations {
  const scale = 256 / width
  const height = Math.round((width * scene.clip.height) / scene.clip.width)
  const step = Math.max(1, Math.round(take.fps / 8))
  const frames = Array.from(
    { length: Math.floor((take.frames - 1) / step) + 1 },
    (_, n) => n * step,
  )
  if (frames.at(-1) !== take.frames - 1) frames.push(take.frames - 1)
  const solids = solidsOf(scene, take)
  const shots = frames.map((frame) => survey(solids, take, camera, frame, width, height, scene))
  const members = take.cast.map((member, index): MemberObservation => {
    const rows = shots.map((shot) => shot.members[index] as Row)
    return {
      id: member.id,
      member: index,
      pixels: rows.map((row) => row.pixels * scale * scale),
      box: rows.map(({ box }) => box && (box.map((side) => side * scale) as typeof box)),
      visibility: rows.map((row) => (row.alone === 0 ? 0 : row.pixels / row.alone)),
      truncation: rows.map(() => 0),
      depth: rows.map((row) => row.depth),
      color: rows.map((row) => row.color),
      contrast: rows.map((row) => (row.pixels > 0 ? 20 : null)),
      difference: rows.map(() => null),
      seen: rows.map((row) => row.pixels >= 3),
    }
  })
  return {
    width: width * scale,
    height: height * scale,
    fps: take.fps,
    frames,
    luminance: shots.map((shot) => shot.luminance),
    sky: shots.map((shot) => shot.sky),
    members: members.filter((member) => member.pixels.some((n) => n > 0)),
  }
}

interface Row {
  pixels: number
  alone: number
  box: [number, number, number, number] | null
  depth: [number, number, number] | null
  color: Rgb | null
}

function solidsOf(scene: Scene, take: Take): Solid[] {
  return solidActors(scene).flatMap((actor, index) => {
    const member = take.actors[index]?.member ?? 0
    return blueprintOf(actor, scene.seed).parts.map((part) => {
      const { min, max } = boundsOf([{ ...part, rotation: [0, 0, 0] as Vec3Type }])
      const material = Material.parse(part.material)
      const rgb = rgbOfHex(hexOf(material.color ?? SURFACES[material.surface] ?? '#84868a'))
      const round = ['sphere', 'blob', 'capsule', 'lathe'].includes(part.shape.kind)
      const thick = max[1] - min[1] < 0.01 ? ([max[0], min[1] + 0.01, max[2]] as Vec3) : max
      return {
        member,
        actor: index,
        min,
        max: thick,
        round,
        at: [0, 0, 0],
        rgb: material.glow > 0 ? [255, 240, 200] : rgb,
      }
    })
  })
}

const SURFACES: Record<string, string> = {
  grass: '#5f8a3a',
  sand: '#d3b27c',
  asphalt: '#55565a',
  wood: '#9b6a42',
  planks: '#8a5a34',
  brick: '#8f4a36',
  concrete: '#97989a',
  leaves: '#3f6f33',
  bark: '#54341e',
  paving: '#8a8680',
  rock: '#84868a',
  plaster: '#e4e3df',
}

function survey(
  solids: Solid[],
  take: Take,
  camera: number,
  frame: number,
  width: number,
  height: number,
  scene: Scene,
) {
  const track = take.cameras[camera]
  if (!track) throw new RangeError(`camera ${camera} is not in the take`)
  const view = viewAt(track, frame)
  const { elevation } = scene.world.sun
  const shade = elevation > 12 ? 0.95 : elevation > -9 ? 0.5 : 0.25
  const members = take.cast.map(() => ({
    pixels: 0,
    alone: 0,
    xs: [] as number[],
    ys: [] as number[],
    depths: [] as number[],
    colors: [] as Rgb[],
  }))
  const posed = solids.map((solid) => ({
    ...solid,
    pose: poseAtFrame((take.actors[solid.actor] as Take['actors'][number]).track, frame),
  }))
  let luminance = 0
  let open = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [right, up] = view.axis
      const u = (((x + 0.5) / width - 0.5) * (width / height) - right) * 2 * view.half
      const v = (0.5 - (y + 0.5) / height - up) * 2 * view.half
      const ray = add(view.forward, add(times(view.right, u), times(view.up, v)))
      let near = Number.POSITIVE_INFINITY
      let hit: (typeof posed)[number] | undefined
      const touched = new Set<number>()
      for (const solid of posed) {
        const [rx, ry, rz, rw] = solid.pose.rotation
        const back: [number, number, number, number] = [-rx, -ry, -rz, rw]
        const from = times(
          rotate(subtract(view.position, solid.pose.position), back),
          1 / solid.pose.scale,
        )
        const way = times(rotate(ray, back), 1 / solid.pose.scale)
        const t = solid.round
          ? ellipsoid(from, way, solid.min, solid.max)
          : slab(from, way, solid.min, solid.max)
        if (t === undefined) continue
        touched.add(solid.member)
        if (t < near) [near, hit] = [t, solid]
      }
      for (const member of touched) (members[member] as { alone: number }).alone++
      const rgb: Rgb = hit
        ? (hit.rgb.map((c) => Math.min(255, c * (hit?.rgb[0] === 255 ? 1 : shade))) as Rgb)
        : [150 * shade, 180 * shade, 220 * shade]
      luminance += 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
      if (!hit) open++
      else {
        const row = members[hit.member] as (typeof members)[number]
        row.pixels++
        row.xs.push(x)
        row.ys.push(y)
        row.depths.push(near)
        row.colors.push(rgb)
      }
    }
  return {
    luminance: luminance / (width * height),
    sky: open > 0 ? ([150 * shade, 180 * shade, 220 * shade] as Rgb) : null,
    members: members.map((row): Row => ({
      pixels: row.pixels,
      alone: row.alone,
      box: row.pixels
        ? [
            Math.min(...row.xs),
            Math.min(...row.ys),
            Math.max(...row.xs) + 1,
            Math.max(...row.ys) + 1,
          ]
        : null,
      depth: row.pixels
        ? ([0.1, 0.5, 0.9].map((q) => at(row.depths, q)) as [number, number, number])
        : null,
      color: row.pixels
        ? ([0, 1, 2].map((k) =>
            at(
              row.colors.map((c) => c[k] as number),
              0.5,
            ),
          ) as Rgb)
        : null,
    })),
  }
}

function at(values: number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(q * (sorted.length - 1))] as number
}

/** Distance along the ray in units of its (planar-depth) length; undefined when missed or behind. */
function slab(from: Vec3, way: Vec3, min: Vec3, max: Vec3): number | undefined {
  let [near, far] = [1e-3, Number.POSITIVE_INFINITY]
  for (const k of [0, 1, 2] as const) {
    const [a, b] = [(min[k] - from[k]) / way[k], (max[k] - from[k]) / way[k]]
    near = Math.max(near, Math.min(a, b))
    far = Math.min(far, Math.max(a, b))
  }
  return near <= far ? near : undefined
}

function ellipsoid(from: Vec3, way: Vec3, min: Vec3, max: Vec3): number | undefined {
  const middle = times(add(min, max), 0.5)
  const half = times(subtract(max, min), 0.5)
  const squash = (v: Vec3): Vec3 => [v[0] / half[0], v[1] / half[1], v[2] / half[2]]
  const [o, d] = [squash(subtract(from, middle)), squash(way)]
  const [a, b, c] = [dot(d, d), dot(o, d), dot(o, o) - 1]
  const root = b * b - a * c
  if (root < 0) return undefined
  const t = (-b - Math.sqrt(root)) / a
  return t > 1e-3 ? t : undefined
}
