import { expect, test } from 'vitest'
import type { Take } from '#scenes'
import { differenceOf, planDifferences } from '../../../capture/observe/difference.ts'
import type { MemberSample, Sample } from '../../../capture/observe/measure.ts'
import { observe } from '../../../capture/observe/observations.ts'
import { sampleFrames, surveySize } from '../../../capture/observe/schedule.ts'

test('samples are at most 8 a second, and have the first frame, the last and the events', () => {
  const events = [{ t: 1.04, kind: 'starts' as const, actor: 'ball' }]
  for (const fps of [8, 16, 24, 25, 30, 60, 120]) {
    const frames = sampleFrames({
      fps,
      frames: 5 * fps,
      events: [],
      shots: [{ from: 0, to: 5 * fps }],
    })
    expect(frames[0]).toBe(0)
    expect(frames.at(-1)).toBe(5 * fps - 1)
    expect(frames.length).toBeLessThanOrEqual(5 * 8 + 2)
    expect(frames.length).toBeGreaterThan(5 * 3)
  }
  expect(sampleFrames({ fps: 24, frames: 129, events, shots: [{ from: 0, to: 129 }] })).toContain(
    25,
  )
  expect(sampleFrames({ fps: 24, frames: 1, events, shots: [{ from: 0, to: 1 }] })).toEqual([0])
  const many = Array.from({ length: 900 }, (_, i) => ({
    t: i / 24,
    kind: 'stops' as const,
    actor: 'x',
  }))
  expect(
    sampleFrames({ fps: 24, frames: 1440, events: many, shots: [{ from: 0, to: 1440 }] }).length,
  ).toBeLessThan(200)
})

test('the long side of a survey is 256, never more than the clip has', () => {
  expect(surveySize({ width: 832, height: 480 })).toEqual({ width: 256, height: 148 })
  expect(surveySize({ width: 480, height: 832 })).toEqual({ width: 148, height: 256 })
  expect(surveySize({ width: 64, height: 96 })).toEqual({ width: 64, height: 96 })
})

test('members that blend in are drawn without, together when they do not meet', () => {
  const samples = Array.from({ length: 30 }, (_, i) =>
    sampleOf(i * 4, [
      { pixels: 50, contrast: 1, box: [0, 0, 10, 10] },
      { pixels: 50, contrast: 2, box: [40, 0, 50, 10] },
      { pixels: 50, contrast: 2, box: [45, 5, 55, 15] },
      { pixels: 50, contrast: 30, box: [80, 0, 90, 10] },
      { pixels: 5, contrast: 0, box: [20, 20, 23, 22] },
    ]),
  )
  const tests = planDifferences(samples)
  expect(tests.length).toBeGreaterThan(0)
  expect(tests.length).toBeLessThanOrEqual(Math.ceil(117 / 40))
  expect(new Set(tests.flatMap(({ members }) => members))).not.toContain(3)
  expect(new Set(tests.flatMap(({ members }) => members))).not.toContain(4)
  expect(tests[0]?.members).toEqual([0, 1])
  expect(
    planDifferences(samples.map(({ frame }) => sampleOf(frame, [{ pixels: 50, contrast: 9 }]))),
  ).toEqual([])
})

test('a difference is the mean over the member and nothing else', () => {
  const ids = Uint16Array.of(0, 1, 1, 2)
  const rgb = Uint8Array.of(9, 9, 9, 10, 20, 30, 0, 0, 0, 200, 200, 200)
  const bytes = Uint8Array.of(0, 0, 0, 16, 20, 30, 6, 0, 0, 0, 0, 0)
  expect(differenceOf({ rgb, ids }, { frame: 0, width: 4, height: 1, bytes }, 0)).toBe(2)
})

test('seen is id-visible and rgb-visible', () => {
  const samples = Array.from({ length: 8 }, (_, i) =>
    sampleOf(i * 3, [
      { pixels: 100, contrast: 12 },
      { pixels: 100, contrast: 1 },
      { pixels: 100, contrast: 1 },
      { pixels: 19, contrast: 40 },
      { pixels: i < 4 ? 100 : 0, contrast: i < 4 ? 6 : null },
    ]),
  )
  const differences = new Map([
    [
      1,
      new Map([
        [1, 9],
        [6, 2.9],
      ]),
    ],
    [2, new Map([[4, 1]])],
  ])
  const take = {
    fps: 24,
    cast: ['plain', 'half', 'fog', 'tiny', 'leaver'].map((id) => ({ id })),
  } as unknown as Take
  const { members, frames } = observe({ take, width: 256, height: 144, samples, differences })
  expect(frames).toEqual([0, 3, 6, 9, 12, 15, 18, 21])
  expect(members.map(({ id, member, seen }) => [id, member, seen.map(Number).join('')])).toEqual([
    ['plain', 0, '11111111'],
    ['half', 1, '11110000'],
    ['leaver', 4, '11110000'],
  ])
  expect(members[1]?.difference).toEqual([null, 9, null, null, null, null, 2.9, null])
  for (const column of [members[0]?.pixels, members[0]?.box, members[0]?.contrast])
    expect(column).toHaveLength(8)
})

function sampleOf(frame: number, members: Partial<MemberSample>[]): Sample {
  const plain: MemberSample = {
    pixels: 0,
    box: [0, 0, 9, 9],
    visibility: 1,
    truncation: 0,
    depth: [1, 2, 3],
    color: [9, 9, 9],
    contrast: null,
  }
  return {
    frame,
    luminance: 100,
    sky: null,
    members: members.map((member) => ({ ...plain, ...member })),
  }
}
