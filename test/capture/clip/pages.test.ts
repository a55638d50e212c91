import { expect, test } from 'vitest'
import { pagesFor } from '../../../capture/clip/pages.ts'

const square = { width: 512, height: 512 }
const much = 8 * 2 ** 30

test('a long clip is drawn by two pages where there are cores and memory for them', () => {
  expect(pagesFor(square, 73, 2, much)).toBe(2)
  expect(pagesFor(square, 73, 16, much)).toBe(2)
  expect(pagesFor(square, 73, 1, much)).toBe(1)
  expect(pagesFor(square, 73, 2, 2 ** 30)).toBe(1)
})

test('a second page is not worth its loading for few pixels', () => {
  expect(pagesFor(square, 24, 2, much)).toBe(1)
  expect(pagesFor({ width: 64, height: 64 }, 129, 2, much)).toBe(1)
  expect(pagesFor({ width: 832, height: 480 }, 129, 2, much)).toBe(2)
})
