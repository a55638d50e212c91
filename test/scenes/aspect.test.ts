import { expect, test } from 'vitest'
import { ASPECT_NAMES, ASPECTS, Clip, PROFILES, sizeOfAspect } from '#scenes'

test('a size of every shape divides by 32, is within 2 % of it and about as large as asked for', () => {
  for (const { width, height } of Object.values(PROFILES))
    for (const name of ASPECT_NAMES) {
      const size = sizeOfAspect(name, width * height)
      expect((size.width % 32) + (size.height % 32)).toBe(0)
      expect(Math.abs(size.width / size.height / ASPECTS[name] - 1)).toBeLessThanOrEqual(0.02)
      expect(Math.abs(Math.log((size.width * size.height) / (width * height)))).toBeLessThan(0.3)
      expect(Clip.safeParse({ ...size, fps: 24, frames: 24 }).success).toBe(true)
    }
  expect(sizeOfAspect('1:1', 832 * 480)).toEqual({ width: 640, height: 640 })
  expect(sizeOfAspect('9:16', 832 * 480)).toEqual({ width: 480, height: 864 })
})

test('a clip lasts up to a minute', () => {
  expect(Clip.safeParse({ fps: 24, frames: 1440 }).success).toBe(true)
  expect(Clip.safeParse({ fps: 24, frames: 1441 }).success).toBe(false)
})
