import type { Act } from '../schema/act.ts'
import type { MaterialInput } from '../schema/material.ts'
import type { Vec3 } from '../schema/values.ts'

/**
 * The solids everything is built of. Metres. Every shape *stands on its origin*: the origin is the
 * centre of its base, +Y is up, +Z is its front.
 */
export type Shape =
  | { kind: 'box'; size: Vec3; bevel?: number }
  | { kind: 'sphere'; radius: number }
  /** `topRadius` 0 makes a cone; default is `radius`. `arc` in degrees leaves a wedge out. */
  | {
      kind: 'cylinder'
      radius: number
      topRadius?: number
      height: number
      bevel?: number
      sides?: number
    }
  /** `height` is the whole height, caps included. */
  | { kind: 'capsule'; radius: number; height: number }
  /** Lies flat, hole upwards. `radius` to the middle of the tube; `arc` degrees of the ring (360). */
  | { kind: 'torus'; radius: number; tube: number; arc?: number }
  /** A profile `[radius, y]` from bottom to top turned around Y: mugs, bowls, bottles. */
  | { kind: 'lathe'; profile: [number, number][]; smooth?: boolean }
  /** A lumpy ball: foliage, rocks, clouds. `lumps` 0..1 is the height of the lumps over the radius. */
  | { kind: 'blob'; size: Vec3; lumps: number; seed: number; detail?: 2 | 3 | 4; faceted?: boolean }
  /** Leaves or needles (`leaf`: length, width) on the shell of a ball; `droop` 0..1 lets them hang. */
  | {
      kind: 'foliage'
      size: Vec3
      leaf: [number, number]
      count: number
      droop?: number
      /** Middle of the whole crown, from the middle of these leaves: they are shaded as its outside. */
      crown?: Vec3
      seed: number
    }
  /** A conifer's bough: twigs along a stem that hangs from the back of its top towards +Z. */
  | { kind: 'bough'; size: Vec3; twigs: number; seed: number }
  /** A flat rectangle facing up. */
  | { kind: 'plane'; size: [number, number] }
  /** An outline `[x, y]` (counter-clockwise, seen from the front) pushed back along -Z/2..+Z/2. */
  | { kind: 'prism'; outline: [number, number][]; depth: number; bevel?: number }
  /** A round bar along a smooth line; `radius` may shrink to `endRadius`. */
  | { kind: 'tube'; points: Vec3[]; radius: number; endRadius?: number }
  /** Ground: `relief` metres of height, `spacing` metres between hills, flat within `clearing` metres. */
  | {
      kind: 'terrain'
      size: [number, number]
      relief: 'flat' | 'hills' | 'dunes'
      height: number
      spacing: number
      clearing: number
      seed: number
    }
  /** Blades or stalks scattered over a disc or rectangle, drawn as one instanced mesh. */
  | {
      kind: 'tufts'
      area: [number, number]
      count: number
      height: number
      width: number
      seed: number
      keepOut?: { center: [number, number]; radius: number }[]
    }
  | { kind: 'text'; text: string; height: number; depth: number }
  /** A rigged human; walks by the distance travelled. Colours as in a scene. */
  | {
      kind: 'person'
      height: number
      shirt: string
      trousers: string
      shoes: string
      skin: string
      hair: string
      hairstyle: 'short' | 'long' | 'bun' | 'bald'
      build: 'slim' | 'average' | 'stout'
      top: 't-shirt' | 'sweater'
      acts?: Act[]
    }
  /** An animal on four legs; `height` at the withers. It steps by the distance travelled, from `start` of a stride on. */
  | {
      kind: 'quadruped'
      species: 'dog' | 'cat' | 'horse' | 'deer'
      height: number
      color: string
      /** Of mane and tail, where they are of another colour. */
      hair?: string
      markings: 'plain' | 'points' | 'socks' | 'patches' | 'stripes' | 'spots'
      antlers: boolean
      start: number
    }
  /** Birds or butterflies on the wing about the origin, their middle; `span` from tip to tip. Where each is stands in the take. */
  | {
      kind: 'flyers'
      wings: 'bird' | 'butterfly'
      count: number
      span: number
      color: string
      belly: string
      spread: Vec3
    }

export type ShapeOf<K extends Shape['kind']> = Extract<Shape, { kind: K }>

/** One solid of an actor, in the actor's own metres. */
export interface Part {
  shape: Shape
  at?: Vec3
  /** Euler YXZ degrees about the part's origin. */
  rotation?: Vec3
  scale?: Vec3
  material: MaterialInput
  /** Id of an image that it is printed with: it covers the shape once, unstretched, what is too much cut off. */
  image?: string
  /** Its glow changes along its own height; the glow's colour and the opacity are multiplied by these. */
  glowStops?: GlowStop[]
  /** A moving part: a wheel (`by: 'travel'`, turned by distance / radius) or a fan (`by: 'time'`). */
  turns?: Turn
}

/** The glow of a part at a share of its height, 0 its base ... 1 its top: flames, lamp shades. */
export interface GlowStop {
  at: number
  color: string
  /** 1 when absent. */
  opacity?: number
}

export type Turn =
  | { by: 'travel'; radius: number; axis: Vec3; pivot: Vec3 }
  | { by: 'time'; degreesPerSecond: number; axis: Vec3; pivot: Vec3 }

/** A light that an actor carries: a bulb, a lantern, a headlamp. */
export interface PartLight {
  kind: 'point' | 'spot'
  at: Vec3
  /** Where a spot points, in the actor's own metres. */
  toward?: Vec3
  color: string
  /** Candela. */
  strength: number
  /** Metres after which it gives no light. */
  reach: number
  /** Half opening of a spot, degrees. */
  angle?: number
  shadow?: boolean
}

/** What an actor is made of. */
export interface Blueprint {
  parts: Part[]
  lights?: PartLight[]
}
