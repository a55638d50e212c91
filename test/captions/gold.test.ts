import { expect, test } from 'vitest'
import { textChecker } from '#captions'
import { GOLD, goldClip, goldSheet } from '../helpers/gold.ts'

test.each(GOLD)('every word of %s is true of its clip', async (name) => {
  const check = textChecker(await goldClip(name))
  const amiss = Object.values(goldSheet(name).captions).flatMap((forms) =>
    Object.values(forms).flatMap((text) =>
      check(text)
        .filter(({ status }) => status !== 'verified')
        .map(({ status, text: phrase }) => `${status} "${phrase}" in: ${text}`),
    ),
  )
  expect(amiss).toEqual([])
})
