import { expect, test } from 'vitest'
import type { Picture, Stage } from '../../../renderer/protocol.ts'
import { paint } from '../../../renderer/studio/stage/paint.ts'

/** The code of a depth: metres are 0.1 * 100000 ^ ((code - 1) / 65534). */
function codeOf(metres: number): number {
  return 1 + Math.round((65_534 * Math.log(metres / 0.1)) / Math.log(100_000))
}

test('depth is light where it is near, black in the sky, and uses its greys for what is there', async () => {
  const room = await greysOf([0.7, 1.5, 3.9])
  expect(room).toEqual(room.toSorted((a, b) => b - a))
  expect((room[0] ?? 0) - (room[2] ?? 0)).toBeGreaterThan(150)
  const [near, horizon, sky] = await greysOf([2, 900, undefined])
  expect(near).toBeGreaterThan(200)
  expect(horizon).toBeGreaterThan(0)
  expect(sky).toBe(0)
})

test('the grey of a depth stays while others come a little nearer or go a little farther', async () => {
  const [before] = await greysOf([1.5, 0.7, 3.1])
  const [after] = await greysOf([1.5, 0.6, 3.9])
  expect(after).toBe(before)
})

test('ids are far apart in colour, and nobody is dark', async () => {
  const { bytes } = await painted('ids', [1, 2, 0])
  const [first, second, nobody] = [0, 4, 8].map((at) => [...bytes.slice(at, at + 3)])
  const apart = first?.reduce((sum, one, i) => sum + Math.abs(one - (second?.[i] ?? 0)), 0)
  expect(apart).toBeGreaterThan(150)
  expect(Math.max(...(nobody ?? []))).toBeLessThan(20)
})

async function greysOf(metres: readonly (number | undefined)[]): Promise<number[]> {
  const codes = metres.map((one) => (one === undefined ? 0 : codeOf(one)))
  const { bytes } = await painted('depth', codes)
  return metres.map((_, i) => bytes[4 * i] ?? -1)
}

function painted(pass: 'depth' | 'ids', codes: readonly number[]) {
  const bytes = new Uint8Array(Uint16Array.from(codes).buffer)
  const stage: Pick<Stage, 'draw'> = {
    draw: (frame): Promise<Picture> =>
      Promise.resolve({ frame, width: codes.length, height: 1, bytes }),
  }
  return paint(stage as Stage, 0, pass, 10)
}
