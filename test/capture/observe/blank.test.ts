import { expect, test } from 'vitest'
import { blankGuard } from '../../../capture/observe/blank.ts'

const [width, height] = [8, 4]

test('a frame of one colour is an error only when several things are in it', async () => {
  await expect(blankGuard(1).check(frame(90), async () => survey([0, 1]))).rejects.toThrow(
    /frame 7 \(rgb\): one colour/,
  )
  await blankGuard(1).check(frame(90), async () => survey([1]))
  await blankGuard(1).check(frame(90, 91), async () => {
    throw new Error('a frame with two colours needs no survey')
  })
})

test('a clip whose frames are all black is an error, one that fades from black is not', async () => {
  const guard = blankGuard(1)
  await guard.check(frame(16), async () => survey([1]))
  expect(() => guard.finish()).toThrow(/black/)
  await guard.check(frame(16, 70), async () => survey([1]))
  expect(() => guard.finish()).not.toThrow()
})

function frame(luma: number, other = luma) {
  const bytes = new Uint8Array(width * height * 1.5).fill(128).fill(luma, 0, width * height)
  bytes[width * height - 1] = other
  return { frame: 7, width, height, bytes }
}

function survey(ids: number[]) {
  const n = width * height
  const values = Uint16Array.from({ length: n }, (_, i) => ids[i % ids.length] as number)
  const bytes = Buffer.concat([
    Buffer.alloc(3 * n),
    Buffer.from(values.buffer),
    Buffer.alloc(2 * n + 24),
  ])
  return { frame: 7, width, height, bytes: new Uint8Array(bytes) }
}
