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
  const lit = (c: Rgb): Rgb => (c[0] === 255 ? c : (c.map((one) => one * shade) as Rgb))
  const posed = solids.map((solid) => ({
    ...seenFrom(solid, take, view, frame),
    rgb: lit(solid.rgb),
  }))
  const sky: Rgb = [150 * shade, 180 * shade, 220 * shade]
  const members = take.cast.map(() => ({
    alone: 0,
    touched: -1,
    left: Number.POSITIVE_INFINITY,
    top: Number.POSITIVE_INFINITY,
    right: 0,
    bottom: 0,
    depths: [] as number[],
    colors: [] as Rgb[],
  }))
  let luminance = 0
  let open = 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [right, up] = view.axis
      const u = (((x + 0.5) / width - 0.5) * (width / height) - right) * 2 * view.half
      const v = (0.5 - (y + 0.5) / height - up) * 2 * view.half
      let near = Number.POSITIVE_INFINITY
      let hit: Posed | undefined
      for (const solid of posed) {
        const t = met(solid, u, v)
        if (t === undefined) continue
        const row = members[solid.member] as (typeof members)[number]
        if (row.touched !== y * width + x) row.alone++
        row.touched = y * width + x
        if (t < near) [near, hit] = [t, solid]
      }
      const rgb = hit?.rgb ?? sky
      luminance += 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]
      if (!hit) {
        open++
        continue
      }
      const row = members[hit.member] as (typeof members)[number]
      row.left = Math.min(row.left, x)
      row.top = Math.min(row.top, y)
      row.right = Math.max(row.right, x + 1)
      row.bottom = Math.max(row.bottom, y + 1)
      row.depths.push(near)
      row.colors.push(hit.rgb)
    }
  return {
    luminance: luminance / (width * height),
    sky: open > 0 ? sky : null,
    members: members.map(({ alone, left, top, right, bottom, depths, colors }): Row => {
      const pixels = depths.length
      if (pixels === 0) return { pixels, alone, box: null, depth: null, color: null }
      const [d, r, g, b] = [depths, ...[0, 1, 2].map((k) => colors.map((c) => c[k] as number))].map(
        (values) => Float64Array.from(values).sort(),
      ) as [Sorted, Sorted, Sorted, Sorted]
      return {
        pixels,
        alone,
        box: [left, top, right, bottom],
        depth: [at(d, 0.1), at(d, 0.5), at(d, 0.9)],
        color: [at(r, 0.5), at(g, 0.5), at(b, 0.5)],
      }
    }),
  }
}

type Sorted = Float64Array

function at(values: Sorted, q: number): number {
  return values[Math.floor(q * (values.length - 1))] as number
}

/** A solid as the rays of one frame meet it: all in its own metres, where a ray is ahead + u right + v up. */
interface Posed extends Solid {
  from: Vec3
  ahead: Vec3
  right: Vec3
  up: Vec3
  /** From its middle, and the square of the radius of the sphere about it. */
  off: Vec3
  reach: number
}

function seenFrom(solid: Solid, take: Take, view: ReturnType<typeof viewAt>, frame: number): Posed {
  const { track } = take.actors[solid.actor] as Take['actors'][number]
  const { position, rotation, scale } = poseAtFrame(track, frame)
  const [rx, ry, rz, rw] = rotation
  const own = (v: Vec3) => times(rotate(v, [-rx, -ry, -rz, rw]), 1 / scale)
  const from = own(subtract(view.position, position))
  const half = times(subtract(solid.max, solid.min), 0.5)
  return {
    ...solid,
    from,
    ahead: own(view.forward),
    right: own(view.right),
    up: own(view.up),
    off: subtract(from, times(add(solid.min, solid.max), 0.5)),
    reach: dot(half, half),
  }
}

/** Where the ray at (u, v) meets it, in units of the ray's planar depth. Most rays pass far by: those go first. */
function met(solid: Posed, u: number, v: number): number | undefined {
  const { ahead, right, up, off, reach } = solid
  const way: Vec3 = [
    ahead[0] + u * right[0] + v * up[0],
    ahead[1] + u * right[1] + v * up[1],
    ahead[2] + u * right[2] + v * up[2],
  ]
  const near = dot(off, way)
  if (near * near < dot(way, way) * (dot(off, off) - reach)) return undefined
  return (solid.round ? ellipsoid : slab)(solid.from, way, solid.min, solid.max)
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
