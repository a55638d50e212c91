import { Vector3 } from 'three'
import { expect, test } from 'vitest'
import { jumpTimes, liftAt, SITTING, type Act, type Track } from '#scenes'
import { jointIndex, makeSkeleton } from '../../renderer/person/rig.ts'
import { poserOf } from '../../renderer/person/pose.ts'
import { stancesOf } from '../../renderer/person/stride.ts'
import { body } from './body.ts'

const FPS = 60

const STILL: Track = {
  samples: 1,
  position: [0, 0, 0],
  rotation: [0, 0, 0, 1],
  scale: [1],
  travel: [0],
}

/** Somebody of the model's height who stands in one place and acts: where soles and joints are at a second. */
function actor(acts: Act[], height = body.height) {
  const { bones } = makeSkeleton(body.rig)
  const pose = poserOf(body.rig, body.soles, bones)
  const stanceAt = stancesOf(body, { height, acts }, STILL, FPS)
  const at = (frame: number) => {
    pose(stanceAt(frame))
    bones[0].updateMatrixWorld(true)
  }
  return {
    joint(frame: number, name: string): Vector3 {
      at(frame)
      return new Vector3().setFromMatrixPosition(bones[jointIndex(body.rig, name)].matrixWorld)
    },
    soles(frame: number): Vector3[] {
      at(frame)
      return body.soles.flatMap(({ chain, points }) =>
        points.map(({ link, place }) => place.clone().applyMatrix4(bones[chain[link]].matrixWorld)),
      )
    },
  }
}

/** Metres per second at which what bears the body slides, at the most. */
function slide({ soles }: ReturnType<typeof actor>, seconds: number): number {
  let most = 0
  for (let frame = 0; frame < seconds * FPS; frame++) {
    const after = soles(frame + 1)
    soles(frame).forEach((here, i) => {
      if (here.y < 0.0005 && after[i].y < 0.0005)
        most = Math.max(most, Math.hypot(here.x - after[i].x, here.z - after[i].z) * FPS)
    })
  }
  return most
}

test.each([0.1, 0.35, 0.6])(
  'a jump of %d m leaves the ground by that, and no foot slides',
  (height) => {
    const jumper = actor([{ kind: 'jump', from: 0.5, height }])
    const { off, down, over } = jumpTimes({ height })
    const lowest = (seconds: number) =>
      Math.min(...jumper.soles(Math.round(seconds * FPS)).map(({ y }) => y))
    const highest = Math.max(
      ...Array.from({ length: Math.ceil(over * FPS) }, (_, n) => lowest(0.5 + n / FPS)),
    )
    expect(highest).toBeCloseTo(height, 1)
    for (const seconds of [0, 0.4, 0.5 + off - 0.05, 0.5 + down + 0.05, 0.5 + over, 3])
      expect(lowest(seconds)).toBeCloseTo(0, 4)
    expect(slide(jumper, 0.5 + over + 0.3)).toBeLessThan(0.05)
  },
)

test('what flies falls as everything does', () => {
  const jump = { height: 0.3 }
  const { off, down } = jumpTimes(jump)
  const step = 1e-3
  for (const share of [0.2, 0.5, 0.8]) {
    const t = off + share * (down - off)
    const bend = liftAt(jump, t - step) - 2 * liftAt(jump, t) + liftAt(jump, t + step)
    expect(bend / step ** 2).toBeCloseTo(-9.81, 3)
  }
})

test.each([0.35, 0.45, 0.55])(
  'who sits on %d m has its thighs on the seat, and its feet where they were',
  (seat) => {
    const sitter = actor([{ kind: 'sit', from: 0.5, to: 3, seat }])
    const [hip, knee] = ['leftUpperLeg', 'leftLowerLeg'].map((name) =>
      sitter.joint((0.5 + SITTING + 0.5) * FPS, name),
    )
    expect(hip.y).toBeGreaterThan(seat + 0.06)
    expect(hip.y).toBeLessThan(seat + 0.14)
    expect(knee.z - hip.z).toBeGreaterThan(0.3)
    expect(slide(sitter, 3 + SITTING + 0.5)).toBeLessThan(0.05)
    expect(sitter.joint(0, 'head').y).toBeCloseTo(sitter.joint(5 * FPS, 'head').y, 2)
  },
)

test('a waving hand is over the head and goes to and fro', () => {
  const waver = actor([{ kind: 'wave', from: 0.5, to: 3, hand: 'right' }])
  const hands = Array.from({ length: 2 * FPS }, (_, n) => waver.joint(n + FPS, 'rightHand'))
  expect(Math.min(...hands.map(({ y }) => y))).toBeGreaterThan(waver.joint(FPS, 'head').y)
  const turns = hands.filter(
    ({ x }, n) => n > 0 && n + 1 < hands.length && (x - hands[n - 1].x) * (hands[n + 1].x - x) < 0,
  )
  expect(turns.length).toBeGreaterThanOrEqual(4)
  // The other arm and the end of the wave hang as ever.
  expect(waver.joint(2 * FPS, 'leftHand').y).toBeLessThan(1)
  expect(waver.joint(4 * FPS, 'rightHand').y).toBeLessThan(1)
})

test.each([
  [0, 0],
  [40, 0],
  [-40, 20],
])('an arm points %d degrees to the left and %d up', (toward, up) => {
  const pointer = actor([{ kind: 'point', hand: 'right', toward, up }])
  const arm = pointer.joint(30, 'rightHand').sub(pointer.joint(30, 'rightUpperArm'))
  expect((Math.atan2(arm.x, arm.z) * 180) / Math.PI).toBeCloseTo(toward, -1)
  expect((Math.asin(arm.y / arm.length()) * 180) / Math.PI).toBeCloseTo(up, -1)
})

test('an act leaves no trace in what is drawn after it', () => {
  const [one, other] = [actor([{ kind: 'wave', from: 0.5, to: 1, hand: 'right' }]), actor([])]
  one.soles(45)
  expect(one.joint(180, 'rightHand').toArray()).toEqual(other.joint(180, 'rightHand').toArray())
})
