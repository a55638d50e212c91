import { describe, expect, test } from 'vitest'
import { captionScene, verifyText } from '#captions'
import { Scene } from '#scenes'
import { film } from '../helpers/filmed.ts'

/** A yard with a crate in the middle, filmed by one camera for four seconds. */
function yard(camera: object, more: object = {}) {
  return film(
    Scene.parse({
      version: 1,
      name: 'yard',
      clip: { width: 320, height: 192, fps: 12, frames: 49 },
      cameras: [camera],
      actors: [
        { id: 'ground', kind: 'ground', material: { surface: 'grass' } },
        {
          id: 'crate',
          kind: 'box',
          size: [1, 1, 1],
          material: { surface: 'wood' },
          noun: { en: 'crate' },
        },
        {
          id: 'ball',
          kind: 'sphere',
          radius: 0.35,
          position: [-2, 0, -1],
          material: { color: 'red' },
        },
        {
          id: 'post',
          kind: 'cylinder',
          radius: 0.1,
          height: 1.2,
          position: [2.2, 0, -2],
          material: { color: 'blue' },
        },
      ],
      ...more,
    }),
  )
}

const FROM = { position: [0, 1, 6], lookAt: [0, 0.6, 0] }
const by = (kind: string, to: string) => ({ ...FROM, moves: [{ kind, to }] })

/** What may be said of each movement, in film terms and plain words; no words of another one. */
const WORDS: [kind: string, to: string, words: RegExp][] = [
  ['pan', 'left', /pans left/],
  ['pan', 'right', /pans right/],
  ['tilt', 'up', /tilts up/],
  ['tilt', 'down', /tilts down/],
  ['roll', 'clockwise', /rolls clockwise/],
  ['roll', 'counterclockwise', /rolls counterclockwise/],
  ['dolly', 'in', /(?:moves|dollies) in(?! while)/],
  ['dolly', 'out', /(?:pulls back|dollies out)(?! while)/],
  ['truck', 'left', /(?:glides|trucks) left/],
  ['truck', 'right', /(?:glides|trucks) right/],
  ['pedestal', 'up', /(?:rises(?! in a curve)|pedestals up)/],
  ['pedestal', 'down', /(?:sinks(?! in a curve)|pedestals down)/],
  ['zoom', 'in', /(?<!dolly-)zooms in/],
  ['zoom', 'out', /(?<!dolly-)zooms out/],
  ['arc', 'left', /(?:arcs left|circles to the left)/],
  ['arc', 'right', /(?:arcs right|circles to the right)/],
  ['crane', 'up', /(?:cranes up|rises in a curve)/],
  ['crane', 'down', /(?:cranes down|sinks in a curve)/],
  ['dolly-zoom', 'in', /(?:dolly-zooms in|moves in while zooming out)/],
  ['dolly-zoom', 'out', /(?:dolly-zooms out|pulls back while zooming in)/],
]

describe('a movement is said and none of its siblings', () => {
  test.each(WORDS)('%s %s', (kind, to, words) => {
    const high = kind === 'pedestal' || kind === 'crane' ? { position: [0, 2.5, 6] } : {}
    const filmed = yard({ ...by(kind, to), ...high })
    for (const seed of [0, 1, 2]) {
      const told = { ...filmed, scene: { ...filmed.scene, seed } }
      const { text } = captionScene(told).captions.en.camera
      expect(text).toMatch(words)
      expect(text).not.toMatch(/holds still|stays still|does not move/)
      for (const [other, way, others] of WORDS)
        if (other !== kind || way !== to) expect(text, `${other} ${way}`).not.toMatch(others)
      expect(verifyText(text, told).filter(({ status }) => status !== 'verified')).toEqual([])
    }
  })

  test('static', () => {
    const { text } = captionScene(yard(FROM)).captions.en.camera
    expect(text).toMatch(/holds still|stays still|does not move/)
    for (const [, , words] of WORDS) expect(text).not.toMatch(words)
  })

  test.each(WORDS)('the checker refutes %s %s of a camera that stands still', (kind, to, words) => {
    const moving = captionScene(yard(by(kind, to))).captions.en.camera.text
    const said = words.exec(moving)?.[0] ?? ''
    const verdicts = verifyText(`The camera ${said}.`, yard(FROM))
    expect(verdicts.map(({ status }) => status)).toContain('refuted')
    expect(verdicts.map(({ status }) => status)).not.toContain('verified')
  })
})

test('of two movements at one time one leads, and the checker holds both to it', () => {
  const both = yard({
    ...FROM,
    moves: [
      [
        { kind: 'truck', to: 'left' },
        { kind: 'pan', to: 'right' },
      ],
    ],
  })
  const { text } = captionScene(both).captions.en.camera
  expect(text).toMatch(
    /(?:pans right while (?:gliding|trucking) left|(?:glides|trucks) left while panning right)/,
  )
  expect(verifyText(text, both).filter(({ status }) => status !== 'verified')).toEqual([])
  const wrong = text.replace(/right/, 'left')
  expect(verifyText(wrong, both).map(({ status }) => status)).toContain('refuted')
})

test('what is grey is not said, and not denied', () => {
  const grey = (kind: string, to: string, amount: number) => ({
    ...FROM,
    moves: [{ kind, to, amount }],
  })
  for (const camera of [
    grey('pan', 'left', 3.5),
    grey('truck', 'left', 0.05),
    grey('zoom', 'in', 1.1),
  ]) {
    const { text } = captionScene(yard(camera)).captions.en.camera
    expect(text).not.toMatch(/\bcamera (?!looks on)/)
  }
})

test("a hand's unrest is said, and so is that the camera stays in place", () => {
  const filmed = yard({ ...FROM, handheld: 0.4 })
  const { text } = captionScene(filmed).captions.en.camera
  expect(text).toMatch(/stays in place.*, shaking a little\./)
  expect(verifyText(text, filmed).filter(({ status }) => status !== 'verified')).toEqual([])
  const wrong = verifyText('The camera stays in place, shaking a little.', yard(FROM))
  expect(wrong.at(-1)).toMatchObject({ status: 'refuted' })
})

describe('a cut', () => {
  const walk = {
    kind: 'path',
    points: [
      [-2, 0, 1.5],
      [3, 0, 1.5],
    ],
    speed: 1.2,
  }
  const two = yard(
    {
      shots: [
        { to: 2, ...by('truck', 'right') },
        {
          frame: { subject: 'ann', size: 'medium', side: 'front right', angle: 'high' },
          moves: [{ kind: 'track', from: 'side' }],
        },
      ],
    },
    {
      actors: [
        { id: 'ground', kind: 'ground', material: { surface: 'grass' } },
        { id: 'ann', kind: 'person', shirt: 'yellow', motion: [walk] },
        {
          id: 'ball',
          kind: 'sphere',
          radius: 0.35,
          position: [-2, 0, -1],
          material: { color: 'red' },
        },
      ],
    },
  )
  const { camera, captions, claims, timeline } = captionScene(two)

  test('is said in order, and every sentence is true of its shot', () => {
    for (const form of ['default', 'dense', 'camera'] as const) {
      const { text } = captions.en[form]
      expect(text.match(/The clip cuts to/g)).toHaveLength(1)
      expect(text).toMatch(
        /(?:glides|trucks) right.*The clip cuts to a medium shot of (?:the|a) person/,
      )
      expect(verifyText(text, two).filter(({ status }) => status !== 'verified')).toEqual([])
    }
  })

  test('has labels for each shot, in frames of the clip', () => {
    expect(camera.shots.map(({ frames }) => frames)).toEqual([
      [0, 24],
      [24, 49],
    ])
    expect(camera.shots[0]).toMatchObject({ only: 'truck right', static: 'absent' })
    expect(camera.shots[1]).toMatchObject({
      subject: ['ann'],
      framing: { start: { size: 'medium', angle: 'high' } },
    })
  })

  test('ends every claim and every moment', () => {
    for (const { frames, shot } of claims) {
      const [from, to] = camera.shots[shot]!.frames
      expect(frames[0]).toBeGreaterThanOrEqual(from)
      expect(frames[1]).toBeLessThanOrEqual(to)
    }
    for (const { t } of timeline) expect(t[1] <= 2 || t[0] >= 2).toBe(true)
    expect(new Set(claims.map(({ id }) => id)).size).toBe(claims.length)
  })

  test('is not to be made up, nor moved', () => {
    const statuses = (text: string, filmed = two) =>
      verifyText(text, filmed).map(({ status }) => status)
    expect(
      statuses('A ball sits on the grass. The clip cuts to another view.', yard(FROM)),
    ).toContain('refuted')
    expect(statuses(`The clip cuts to another view. The clip cuts to another view.`)).toContain(
      'refuted',
    )
    // Of the first shot only.
    expect(statuses('The clip cuts to another view. The camera holds still.')).toContain('refuted')
    expect(statuses('The camera glides right.')).toEqual(['verified'])
    expect(statuses('The clip cuts to a wide shot of a person.')).toContain('refuted')
  })
})
