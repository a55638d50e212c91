import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { MathUtils } from 'three'
import type { Take, TakeEvent } from '#scenes'
import { play, posesOf, sceneOf } from './played.ts'

const G = 9.81
const floor = { id: 'floor', kind: 'ground', size: [400, 400], material: { surface: 'asphalt' } }
/** Of rubber on stone. */
const GRIP = Math.sqrt(0.95 * 0.6)
/** Between the axles of a sedan, metres. */
const WHEELBASE = 2.72

const car = (id: string, vehicle: object, more: object = {}, body: object = {}) => ({
  id,
  kind: 'car',
  ...more,
  body: { vehicle, ...body },
})

async function drive(actors: object[], frames = 73): Promise<Take> {
  return play(sceneOf([floor, ...actors], { frames }))
}

/** Metres per second along Z from a frame to the next. */
function speed(take: Take, id: string, frame: number): number {
  const poses = posesOf(take, id)
  return ((poses[frame + 1]?.position[2] ?? 0) - (poses[frame]?.position[2] ?? 0)) * 24
}

function only(events: TakeEvent[], kind: TakeEvent['kind'], actor?: string): TakeEvent[] {
  return events.filter((event) => event.kind === kind && (!actor || event.actor === actor))
}

test.each(['rear', 'front', 'all'])(
  'force = mass times acceleration, driven %s',
  async (driven) => {
    const [mass, force] = [1300, 2600]
    const take = await drive([car('car', { mass, driven, drive: [{ t: 0, force }] })])
    const gained = speed(take, 'car', 70) - speed(take, 'car', 10)
    expect(Math.abs(gained / ((60 / 24) * (force / mass)) - 1)).toBeLessThan(0.02)
  },
)

test('a wheel gives no more than its tyres hold', async () => {
  const take = await drive([car('car', { driven: 'all', drive: [{ t: 0, force: 1e6 }] })], 49)
  const gained = speed(take, 'car', 46) - speed(take, 'car', 10)
  expect(Math.abs(gained / ((36 / 24) * GRIP * G) - 1)).toBeLessThan(0.05)
})

test('brakes stop it in v^2 / (2 mu g), within 5 %', async () => {
  const velocity = 12
  const stopped = car('car', { brake: [{ t: 0, force: 1e6 }] }, {}, { velocity: [0, 0, velocity] })
  const way = posesOf(await drive([stopped]), 'car').at(-1)?.position[2] ?? 0
  expect(Math.abs(way / (velocity ** 2 / (2 * GRIP * G)) - 1)).toBeLessThan(0.05)
})

test.each([20, -35])('its rear axle goes round with wheelbase / tan(%i degrees)', async (angle) => {
  const take = await drive(
    [car('car', { steer: [{ t: 0, angle }] }, {}, { velocity: [0, 0, 2] })],
    121,
  )
  // The radius of the circle through three places of the middle of the rear axle.
  const places = [24, 60, 96].map((n) => {
    const { position, rotation } = posesOf(take, 'car')[n] as ReturnType<typeof posesOf>[number]
    const heading = 2 * Math.atan2(rotation[1], rotation[3])
    return [
      position[0] - (WHEELBASE / 2) * Math.sin(heading),
      position[2] - (WHEELBASE / 2) * Math.cos(heading),
    ] as const
  })
  const [a, b, c] = places as unknown as [readonly number[], readonly number[], readonly number[]]
  const side = (p: readonly number[], q: readonly number[]) =>
    Math.hypot((q[0] ?? 0) - (p[0] ?? 0), (q[1] ?? 0) - (p[1] ?? 0))
  const area =
    (((b[0] ?? 0) - (a[0] ?? 0)) * ((c[1] ?? 0) - (a[1] ?? 0)) -
      ((c[0] ?? 0) - (a[0] ?? 0)) * ((b[1] ?? 0) - (a[1] ?? 0))) /
    2
  const radius = (side(a, b) * side(b, c) * side(c, a)) / (4 * Math.abs(area))
  const truth = WHEELBASE / Math.tan(MathUtils.degToRad(Math.abs(angle)))
  expect(Math.abs(radius / truth - 1), `${radius} for ${truth}`).toBeLessThan(0.05)
  // To the left is towards +X, seen from the driver's seat towards +Z.
  expect(Math.sign(posesOf(take, 'car')[60]?.position[0] ?? 0)).toBe(Math.sign(angle))
  const front = take.actors
    .find(({ id }) => id === 'car')
    ?.wheels?.filter(({ pivot }) => pivot[2] > 0)
  for (const { steer } of front ?? [])
    expect(Math.abs((steer[60] ?? 0) / angle - 1)).toBeLessThan(0.3)
})

test('it stands where it is drawn, and nothing happens', async () => {
  const take = await drive([car('car', {}), car('bus', {}, { type: 'bus', position: [8, 0, 0] })])
  for (const id of ['car', 'bus']) {
    const [first, ...rest] = posesOf(take, id)
    for (const { position } of rest)
      position.forEach((x, k) =>
        expect(Math.abs(x - (first?.position[k] ?? 9))).toBeLessThan(0.003),
      )
  }
  expect(take.events).toEqual([])
})

test('its wheels roll by the way it goes', async () => {
  const take = await drive([car('car', {}, {}, { velocity: [0, 0, 3] })])
  const way = posesOf(take, 'car')[48]?.position[2] ?? 0
  for (const { spin } of take.actors.find(({ id }) => id === 'car')?.wheels ?? [])
    expect(Math.abs(((spin[48] ?? 0) * Math.PI * 0.33) / 180 / way - 1)).toBeLessThan(0.02)
})

test('it drives off a ramp, flies, lands on its wheels and hits nothing', async () => {
  const ramp = {
    id: 'ramp',
    kind: 'box',
    size: [4, 0.2, 8],
    position: [0, -0.2, 9],
    pivot: [0, 0.2, -4],
    rotation: [-12, 0, 0],
    material: { surface: 'wood' },
  }
  const take = await drive([ramp, car('car', {}, {}, { velocity: [0, 0, 12] })], 97)
  const poses = posesOf(take, 'car')
  const highest = Math.max(...poses.map(({ position }) => position[1]))
  expect(highest).toBeGreaterThan(1.7)
  const last = poses.at(-1)
  expect(Math.abs(last?.position[1] ?? 9)).toBeLessThan(0.15)
  expect(last?.position[2]).toBeGreaterThan(20)
  expect(only(take.events, 'contact')).toEqual([])
  expect(only(take.events, 'bounce')).toEqual([])
  expect(only(take.events, 'slide')).toEqual([])
})

test('it drives off a platform', async () => {
  const platform = { id: 'platform', kind: 'box', size: [4, 1, 10], position: [0, 0, 2] }
  const driver = car('car', {}, { position: [0, 1, 0] }, { velocity: [0, 0, 6] })
  const { events } = await drive([platform, driver])
  expect(only(events, 'falls-off', 'car')).toMatchObject([{ other: 'platform' }])
})

test('two cars meet, and push what stands in their way', async () => {
  const take = await drive([
    car('one', {}, { position: [0, 0, -8] }, { velocity: [0, 0, 8] }),
    car('two', {}, { position: [0.3, 0, 8], rotation: [0, 180, 0] }, { velocity: [0, 0, -8] }),
    {
      id: 'crate',
      kind: 'box',
      size: [0.5, 0.5, 0.5],
      position: [6, 0, 4],
      body: { material: 'wood' },
    },
    car('third', { drive: [{ t: 0, force: 3000 }] }, { position: [6, 0, 0] }),
  ])
  const [hit] = only(take.events, 'contact', 'one').concat(only(take.events, 'contact', 'two'))
  expect(new Set([hit?.actor, hit?.other])).toEqual(new Set(['one', 'two']))
  expect(hit?.t).toBeGreaterThan(0.6)
  for (const id of ['one', 'two']) expect(Math.abs(speed(take, id, 60))).toBeLessThan(2)
  expect(only(take.events, 'contact', 'third')).toMatchObject([{ other: 'crate' }])
  expect(posesOf(take, 'crate').at(-1)?.position[2]).toBeGreaterThan(5)
})

test('a toy car does so on a table', async () => {
  const toy = {
    id: 'toy',
    kind: 'toy-car',
    position: [0, 0, 0],
    body: { vehicle: { drive: [{ t: 0, force: 0.05 }] } },
  }
  const take = await drive([toy])
  expect(Math.abs(posesOf(take, 'toy')[12]?.position[1] ?? 9)).toBeLessThan(0.001)
  expect(posesOf(take, 'toy').at(-1)?.position[2]).toBeGreaterThan(1)
})

test('the same bytes again', async () => {
  const hash = async () =>
    createHash('sha256')
      .update(
        JSON.stringify(
          await drive([
            car('a', { steer: [{ t: 1, angle: 30 }], drive: [{ t: 0, force: 4000 }] }),
            car('b', { brake: [{ t: 0.5, force: 3000 }] }, { position: [1, 0, 9] }),
          ]),
        ),
      )
      .digest('hex')
  expect(await hash()).toBe(await hash())
})

test('what has no wheels is no vehicle', async () => {
  const box = { id: 'box', kind: 'box', size: [1, 1, 1], body: { vehicle: {} } }
  await expect(drive([box])).rejects.toThrow(/box cannot be a vehicle/)
})
