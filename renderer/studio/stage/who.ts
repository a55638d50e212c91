import type { CastMember } from '#scenes'
import type { Picture } from '../../protocol.ts'
import type { Box, Who } from './treaty.ts'

/** Reads ids back: who is seen, and where. */
export function whoIs({ frame, width, height, bytes }: Picture, cast: readonly CastMember[]): Who {
  const ids = new Uint16Array(bytes.slice().buffer)
  const boxes = new Map<number, Box>()
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      const id = ids[at] as number
      if (id === 0) continue
      const box = boxes.get(id)
      if (!box) {
        boxes.set(id, [x, y, x + 1, y + 1])
        continue
      }
      if (x < box[0]) box[0] = x
      if (x >= box[2]) box[2] = x + 1
      box[3] = y + 1
    }
  return {
    frame,
    width,
    height,
    ids,
    boxes: [...boxes].flatMap(([instance, box]) => {
      const member = cast[instance - 1]
      return member ? [{ id: member.id, instance, box }] : []
    }),
  }
}
