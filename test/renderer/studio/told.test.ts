import { expect, test } from 'vitest'
import type { CaptionFile } from '#captions'
import { formsTold, linesTold } from '../../../renderer/studio/claims/told.ts'

const line = (text: string) => ({ text, sentences: [{ text, claims: ['c1'] }] })
const captions = {
  captions: {
    en: { short: line('A ball.'), default: line('A ball rolls.') },
    zh: { short: line('球。'), default: line('球滚动。') },
  },
  timeline: [
    { t: [0.5, 1], en: 'The ball starts.', zh: '球动了。', claims: ['c2'] },
    { t: [2, 3], en: 'It stops.', claims: ['c3'] },
  ],
  tags: [{ text: 'red ball', claims: ['c4'] }],
  questions: [{ q: 'What colour is the ball?', a: 'red', claims: ['c5'] }],
} as unknown as CaptionFile

test('every form can be read, and what stands beside the captions', () => {
  expect(formsTold(captions)).toEqual(['short', 'default', 'timeline', 'tags', 'questions'])
  expect(linesTold(captions, 'zh', 'short')).toEqual([{ text: '球。', claims: ['c1'] }])
  expect(linesTold(captions, 'en', 'no such form')).toEqual(linesTold(captions, 'en', 'default'))
  expect(linesTold(captions, 'en', 'tags')).toEqual([{ text: 'red ball', claims: ['c4'] }])
  expect(linesTold(captions, 'en', 'questions')).toEqual([
    { text: 'What colour is the ball?', answer: 'red', claims: ['c5'] },
  ])
})

test('the timeline tells its seconds, in English where there is no Chinese', () => {
  expect(linesTold(captions, 'zh', 'timeline')).toEqual([
    { at: 0.5, text: '球动了。', claims: ['c2'] },
    { at: 2, text: 'It stops.', claims: ['c3'] },
  ])
})
