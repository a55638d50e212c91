import { expect, test } from 'vitest'
import { CLOSED_FORMS } from './closed-forms.ts'
import { play, posesOf, sceneOf } from './played.ts'

test.each(CLOSED_FORMS)('$name, within 2 %', async ({ measure }) => {
  for (const { value, truth } of await measure())
    expect(Math.abs(value / truth - 1), `${value} instead of ${truth}`).toBeLessThan(0.02)
})

test("Newton's cradle passes the blow on to its last ball", async () => {
  const { actors, joints } = cradle(0.001)
  const scene = sceneOf(actors, { frames: 73, physics: { joints, step: 1 / 2000 } })
  const take = await play(scene)
  const angles = [0, 1, 2, 3, 4].map((i) =>
    posesOf(take, `ball${i}`).map(({ rotation }) => (2 * Math.asin(rotation[2]) * 180) / Math.PI),
  )
  // Until the last ball comes back: half a period after the blow, which falls a quarter period in.
  const until = 20
  const amplitude = (i: number) =>
    Math.max(
      ...(angles[i] as number[])
        .slice(0, until)
        .map((a, n) => (i === 0 && n < 10 ? 0 : Math.abs(a))),
    )
  expect(amplitude(4)).toBeGreaterThan(0.9 * 35)
  for (const i of [1, 2, 3]) expect(amplitude(i), `ball ${i}`).toBeLessThan(0.1 * 35)
  const after = angles[0]?.slice(10, until).map(Math.abs) as number[]
  expect(Math.min(...after)).toBeLessThan(3.5)
})

/** Five balls side by side on bars of 0.5 m; the first is drawn aside by 35 degrees. */
export function cradle(gap: number) {
  const [radius, length] = [0.04, 0.5]
  const at = (i: number) => (i - 2) * (2 * radius + gap)
  const actors = [0, 1, 2, 3, 4].map((i) => ({
    id: `string${i}`,
    kind: 'group',
    position: [at(i), 1, 0],
    rotation: [0, 0, i === 0 ? -35 : 0],
    body: { material: 'steel', restitution: 1, friction: 0 },
    children: [
      { id: `ball${i}`, kind: 'sphere', radius, position: [0, -length - radius, 0] },
      {
        id: `wire${i}`,
        kind: 'cylinder',
        radius: 0.002,
        height: length,
        position: [0, -length, 0],
        body: { type: 'none' },
      },
    ],
  }))
  const joints = [0, 1, 2, 3, 4].map((i) => ({
    kind: 'hinge',
    body: `string${i}`,
    at: [at(i), 1, 0],
  }))
  return { actors, joints }
}

test('the cradle goes on for three swings', { timeout: 60_000 }, async () => {
  const { actors, joints } = cradle(0.001)
  const scene = sceneOf(actors, { frames: 97, physics: { joints, step: 1 / 2000 } })
  const take = await play(scene)
  const most = (i: number, from: number) =>
    Math.max(
      ...posesOf(take, `ball${i}`)
        .slice(from, from + 36)
        .map(({ rotation }) => Math.abs((2 * Math.asin(rotation[2]) * 180) / Math.PI)),
    )
  for (const from of [0, 30, 60]) {
    for (const end of [0, 4]) expect(most(end, from)).toBeGreaterThan(0.95 * 35)
    for (const i of [1, 2, 3]) expect(most(i, from), `ball ${i}`).toBeLessThan(0.1 * 35)
  }
})
