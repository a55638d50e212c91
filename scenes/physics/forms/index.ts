import type { Vec3 } from '../../schema/values.ts'
import type { Part, Shape } from '../../shape/shape.ts'
import { add, multiply, quaternionOf, rotate } from '../../take/pose.ts'
import { torusPieces, tubePieces } from './bar.ts'
import { blobPiece } from './blob.ts'
import { drum, MOST_CORNERS, piece, ring, type Piece } from './form.ts'
import { lathePieces } from './lathe.ts'
import { prismPieces } from './prism.ts'
import { stretched } from './stretch.ts'
import { terrainPieces } from './terrain.ts'

export type { Form, Piece } from './form.ts'

/** Metres: what a sheet is thick, below its face. */
const SHEET = 0.01

/** What a part of an actor collides with, in the actor's metres: convex pieces, and surfaces of ground. */
export function piecesOf(part: Part): Piece[] {
  const turn = quaternionOf(part.rotation ?? [0, 0, 0])
  return formsOf(part.shape)
    .map((one) => (part.scale ? stretched(one, part.scale) : one))
    .map(({ form, at, rotation, ...rest }) => ({
      ...rest,
      form,
      at: add(part.at ?? [0, 0, 0], rotate(at, turn)),
      rotation: multiply(turn, rotation),
    }))
}

/**
 * The parts as they collide: profiles that go on where another ends are one (a bowl's outside and its lining), so
 * that its hollow is found.
 */
export function collidingParts(parts: readonly Part[]): Part[] {
  const kept: Part[] = []
  for (const part of parts) {
    const before = kept.at(-1)
    const line = part.shape.kind === 'lathe' ? part.shape.profile : undefined
    const last = before?.shape.kind === 'lathe' ? before.shape.profile : undefined
    const same =
      before &&
      ['at', 'rotation', 'scale'].every(
        (key) => JSON.stringify(before[key as 'at']) === JSON.stringify(part[key as 'at']),
      )
    if (before && line && last && same && meets(last.at(-1), line[0]))
      kept[kept.length - 1] = {
        ...before,
        shape: { kind: 'lathe', profile: [...last, ...line.slice(1)] },
      }
    else kept.push(part)
  }
  return kept
}

function formsOf(shape: Shape): Piece[] {
  switch (shape.kind) {
    case 'box': {
      const [x, y, z] = shape.size
      return [piece({ kind: 'box', half: [x / 2, y / 2, z / 2] }, [0, y / 2, 0])]
    }
    case 'sphere':
      return [piece({ kind: 'ball', radius: shape.radius }, [0, shape.radius, 0])]
    case 'cylinder':
      return cylinderPieces(shape)
    case 'capsule': {
      const { radius, height } = shape
      const half = Math.max(0, height / 2 - radius)
      return [piece({ kind: 'capsule', half, radius }, [0, height / 2, 0])]
    }
    case 'torus':
      return torusPieces(shape.radius, shape.tube, shape.arc ?? 360)
    case 'lathe':
      return lathePieces(shape.profile)
    case 'blob':
      return [blobPiece(shape.size, shape.lumps, shape.seed)]
    case 'plane': {
      const half: Vec3 = [shape.size[0] / 2, SHEET / 2, shape.size[1] / 2]
      return [piece({ kind: 'box', half }, [0, -SHEET / 2, 0])]
    }
    case 'prism':
      return prismPieces(shape.outline, shape.depth)
    case 'tube':
      return tubePieces(shape.points, shape.radius, shape.endRadius ?? shape.radius)
    case 'terrain':
      return terrainPieces(shape)
    case 'person': {
      const radius = 0.13 * shape.height
      return [
        piece({ kind: 'capsule', half: shape.height / 2 - radius, radius }, [
          0,
          shape.height / 2,
          0,
        ]),
      ]
    }
    case 'quadruped': {
      const radius = 0.2 * shape.height
      const lying = quaternionOf([90, 0, 0])
      return [
        piece(
          { kind: 'capsule', half: 0.35 * shape.height, radius },
          [0, 0.72 * shape.height, 0],
          lying,
        ),
      ]
    }
    // Leaves, grass, birds and letters stop nothing.
    case 'foliage':
    case 'bough':
    case 'tufts':
    case 'flyers':
    case 'text':
      return []
  }
}

function cylinderPieces({
  radius,
  topRadius = radius,
  height,
  sides,
}: Extract<Shape, { kind: 'cylinder' }>): Piece[] {
  const flat = sides !== undefined && sides < 12
  if (!flat && topRadius === radius)
    return [piece({ kind: 'cylinder', half: height / 2, radius }, [0, height / 2, 0])]
  if (!flat && topRadius === 0)
    return [piece({ kind: 'cone', half: height / 2, radius }, [0, height / 2, 0])]
  const around = flat ? sides : MOST_CORNERS
  const end = (r: number, y: number): Vec3[] => (r < 1e-6 ? [[0, y, 0]] : ring(r, y, around))
  const hull = piece({ kind: 'hull', points: [...end(radius, 0), ...end(topRadius, height)] })
  const thick = 0.02 * height
  return flat
    ? [hull]
    : [
        hull,
        drum(radius, 0, thick),
        ...(topRadius > 0 ? [drum(topRadius, height - thick, height)] : []),
      ]
}

function meets(a: readonly number[] | undefined, b: readonly number[] | undefined): boolean {
  return Math.hypot((a?.[0] ?? 0) - (b?.[0] ?? 1), (a?.[1] ?? 0) - (b?.[1] ?? 1)) < 1e-6
}
