import type { Picture } from '#renderer/protocol'
import { StageError } from '../errors.ts'

/** A `survey` picture taken apart; the arrays are views of its bytes, rows from the top. */
export interface Survey {
  frame: number
  width: number
  height: number
  /** 8-bit sRGB, 3 per pixel. */
  rgb: Uint8Array
  /** 1 + index into the cast; 0 is the sky. */
  ids: Uint16Array
  /** Codes of the planar depth (`metresOf`); 0 is the sky. */
  depth: Uint16Array
  /** One per member of the cast, drawn alone. */
  alone: Alone[]
}

export interface Alone {
  /** Pixels it would cover inside the picture with nothing in front of it. */
  pixels: number
  /** `[left, top, right, bottom]`, not clipped at the picture's edge. */
  box: [number, number, number, number]
  /** Share of that box outside the picture, 0..1. */
  outside: number
}

/** Reads the layout of `SurveyLayout` in renderer/protocol.ts. */
export function parseSurvey({ frame, width, height, bytes }: Picture, members: number): Survey {
  const n = width * height
  const ids = padded(3 * n)
  const depth = ids + padded(2 * n)
  const alone = depth + padded(2 * n)
  const expected = alone + 24 * members
  if (bytes.byteLength !== expected) {
    throw new StageError(
      `frame ${frame} (survey): ${bytes.byteLength} bytes came, ${expected} were expected for ${width}x${height} and ${members} members`,
    )
  }
  // Typed arrays need their bytes aligned; a socket's buffer may begin anywhere.
  const { buffer, byteOffset } = bytes.byteOffset % 4 === 0 ? bytes : new Uint8Array(bytes)
  const numbers = new Float32Array(buffer, byteOffset + alone, 6 * members)
  return {
    frame,
    width,
    height,
    rgb: new Uint8Array(buffer, byteOffset, 3 * n),
    ids: new Uint16Array(buffer, byteOffset + ids, n),
    depth: new Uint16Array(buffer, byteOffset + depth, n),
    alone: Array.from({ length: members }, (_, member) => {
      const [pixels, left, top, right, bottom, outside] = numbers.subarray(
        6 * member,
        6 * member + 6,
      ) as unknown as SixNumbers
      return { pixels, box: [left, top, right, bottom], outside }
    }),
  }
}

/** What a subarray of six is, which its type cannot say. */
type SixNumbers = [number, number, number, number, number, number]

function padded(bytes: number): number {
  return Math.ceil(bytes / 4) * 4
}
