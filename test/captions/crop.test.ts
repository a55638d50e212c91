import { describe, expect, test } from 'vitest'
import { captionScene, croppedTo, verifyText, windowOf, type Crop, type Filmed } from '#captions'
import { factsOf } from '../../captions/facts/facts.ts'
import { ballClip } from '../helpers/ball-clip.ts'
import { film } from '../helpers/filmed.ts'
import { observe } from '../helpers/observe.ts'
import { park } from './fixtures/park.ts'
import { room } from './fixtures/room.ts'
import { street } from './fixtures/street.ts'
import { tabletop } from './fixtures/tabletop.ts'

const clips: Record<string, Filmed> = {
  street: film(street),
  room: film(room),
  ball: ballClip(),
  ...(process.env.FULL && { tabletop: film(tabletop), park: film(park) }),
}

/** In shares of the picture. */
const CROPS: [x: number, y: number, width: number, height: number][] = [
  [0.5, 0, 0.5, 1],
  [0.2, 0.1, 0.6, 0.8],
  [0, 0, 0.5, 1],
  [0, 0.4, 0.7, 0.6],
  [0.3, 0.3, 0.35, 0.5],
  [0.02, 0, 0.96, 1],
]

describe.each(Object.keys(clips))('%s', (name) => {
  const filmed = clips[name] as Filmed
  test.each(process.env.FULL ? CROPS : CROPS.slice(0, 2))(
    'what is told of the crop %f,%f,%f,%f is so in it',
    (...shares) => {
      const cropped = croppedTo(filmed, cropOf(filmed, shares))
      // What a survey of the crop alone would have seen, of which the clip's own boxes give but bounds.
      const { scene, take } = cropped
      const seen = { ...cropped, observations: observe(scene, take, 0, 96) }
      for (const [form, { text, sentences }] of Object.entries(captionScene(cropped).captions.en)) {
        for (const truth of [cropped, seen]) {
          const wrong = verifyText(text, truth).filter(({ status }) => status !== 'verified')
          expect(wrong, `${form}: ${text}`).toEqual([])
        }
        for (const { claims } of sentences) expect(claims.length).toBeGreaterThan(0)
      }
    },
  )
})

test('who is outside of the crop is not mentioned, and sides are those of the crop', () => {
  const filmed = clips.ball as Filmed
  const [left, right] = [told(filmed, [0, 0, 0.5, 1]), told(filmed, [0.5, 0, 0.5, 1])]
  // The crate is in the right third of the picture, and in the left half of its right half.
  expect(told(filmed, [0, 0, 1, 1])).toMatch(/green crate stands on the right/)
  expect(left).toMatch(/red ball/)
  expect(left).not.toMatch(/crate/)
  expect(right).toMatch(/green crate/)
  expect(right).not.toMatch(/on the right/)
  const narrow = told(filmed, [0.66, 0.2, 0.3, 0.6])
  expect(narrow).not.toMatch(/ball|on the right/)
  expect(narrow).toMatch(/crate/)
})

test('who goes out of the crop leaves the frame', () => {
  const filmed = ballClip()
  expect(told(filmed, [0, 0, 1, 1])).not.toMatch(/leaves/)
  const { claims, captions } = captionScene(croppedTo(filmed, cropOf(filmed, [0.05, 0, 0.4, 1])))
  expect(captions.en.dense.text).toMatch(/leaves the frame/)
  expect(claims).toContainEqual(
    expect.objectContaining({
      predicate: 'leaves',
      args: { actor: 'ball', side: 'right' },
      status: 'verified',
    }),
  )
})

test('the frames, the crop and the camera of the crop are recorded', () => {
  const filmed = clips.ball as Filmed
  const { window, camera } = captionScene(croppedTo(filmed, [320, 0, 320, 352]), [0, 20])
  expect(window).toEqual({ frames: [0, 20], crop: [320, 0, 320, 352] })
  expect(camera.shots[0]?.static).toBe('present')
  expect(croppedTo(filmed, [0, 0, 640, 352])).toBe(filmed)
})

test('of whom the crop shows a part, that alone is told which is certain', () => {
  const filmed = clips.ball as Filmed
  // Its edge goes through the middle of the crate: half of it is there, and its colour is anyone's guess.
  const half = croppedTo(filmed, cropOf(filmed, [0.3, 0, 0.4, 1]))
  expect(captionScene(half).captions.en.dense.text).toMatch(/A crate stands on the right/)
  // Of the ball, which rests on the left at first, a sliver of the box is: whether any pixel is, nobody knows.
  const [x, y] = cropOf(filmed, [0.305, 0, 0, 0])
  const sliver = windowOf(croppedTo(filmed, [x, y, 640 - x, 352]), 0, 12)
  const { captions } = captionScene(sliver)
  expect(JSON.stringify(captions)).toContain('crate')
  expect(JSON.stringify(captions)).not.toContain('ball')
  expect(factsOf(sliver).unseen.map(({ en }) => en)).toContain('ball')
})

function cropOf({ scene: { clip } }: Filmed, [x, y, w, h]: readonly number[]): Crop {
  return [x, y, w, h].map((share, i) =>
    Math.round((share as number) * (i % 2 === 0 ? clip.width : clip.height)),
  ) as Crop
}

function told(filmed: Filmed, shares: number[]): string {
  return captionScene(croppedTo(filmed, cropOf(filmed, shares))).captions.en.dense.text
}
