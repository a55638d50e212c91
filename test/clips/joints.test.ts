import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openSession, planClip, type Session } from '#capture'
import type { Annotations, JointTruth } from '#captions'
import { COCO_JOINTS, parseScene, peopleOf, type Cameras, type CocoJoint } from '#scenes'
import { findFfmpeg } from '../../capture/encode/discover.ts'
import { loadAll } from '../../capture/clip/crew.ts'
import { decodeRaw } from '../oracle/decode.ts'
import { lensOf } from '../oracle/lens.ts'
import { inner, minus, type Vec3 } from '../oracle/space.ts'

const CLIP = { width: 256, height: 160, fps: 12, frames: 24 }

/**
 * A man walks across from left to right. A girl stands and looks at the camera, a stout one has her back to it, two stand
 * together as one group, one stands half behind a wall; one is beside the picture and one behind the camera.
 */
const SCENE = parseScene(
  JSON.stringify({
    version: 1,
    name: 'joints',
    clip: CLIP,
    cameras: [
      {
        position: [0, 1.3, 5],
        lookAt: [0, 0.9, 0],
        fov: 40,
        keys: [{ t: 2, position: [0.5, 1.5, 4.6], lookAt: [0.1, 0.9, 0], fov: 38 }],
      },
    ],
    actors: [
      { id: 'ground', kind: 'ground' },
      {
        id: 'man',
        kind: 'person',
        height: 1.8,
        motion: [
          {
            kind: 'path',
            points: [
              [-1.6, 0, -1.6],
              [1.6, 0, -1.6],
            ],
            speed: 1.3,
          },
        ],
      },
      { id: 'girl', kind: 'person', height: 1.2, build: 'slim', position: [-0.6, 0, 0.4] },
      {
        id: 'aunt',
        kind: 'person',
        ...{ build: 'stout', top: 'sweater', hairstyle: 'bun' },
        ...{ position: [0, 0, 0], rotation: [0, 180, 0] },
      },
      {
        id: 'couple',
        kind: 'group',
        noun: { en: 'couple', plural: 'couples' },
        position: [0.8, 0, -0.4],
        children: [
          { id: 'one', kind: 'person', height: 1.6 },
          { id: 'two', kind: 'person', height: 1.7, position: [0.5, 0, 0] },
        ],
      },
      { id: 'hider', kind: 'person', position: [-1.3, 0, -0.4] },
      { id: 'wall', kind: 'box', size: [0.8, 1.1, 0.1], position: [-1.25, 0, 0] },
      { id: 'absent', kind: 'person', position: [-6, 0, 0] },
      { id: 'crew', kind: 'person', position: [0, 0, 8] },
    ],
  }),
  'joints.json',
)

const PEOPLE = ['man', 'girl', 'aunt', 'one', 'two', 'hider', 'absent', 'crew']
const BONES: [CocoJoint, CocoJoint][] = (['left', 'right'] as const).flatMap((side) => [
  [`${side}_shoulder`, `${side}_elbow`],
  [`${side}_elbow`, `${side}_wrist`],
  [`${side}_hip`, `${side}_knee`],
  [`${side}_knee`, `${side}_ankle`],
  [`${side}_ear`, `${side}_eye`],
  [`${side}_eye`, 'nose'],
])

let session: Session
let out: string
let annotations: Annotations
let cameras: Cameras
let ids: Uint16Array
/** As the stage tells them, by person and frame. */
const drawn = new Map<string, Vec3[][]>()

beforeAll(async () => {
  out = await mkdtemp(`${tmpdir()}/groundreel-joints-`)
  session = await openSession()
  const { folder } = await session.render(SCENE, { out, passes: ['instance'] })
  const read = async (name: string) => JSON.parse(await readFile(join(folder, name), 'utf8'))
  annotations = (await read('annotations.json')) as Annotations
  cameras = (await read('cameras.json')) as Cameras
  const raw = await decodeRaw(
    (await findFfmpeg()).path,
    join(folder, 'passes/instance.mkv'),
    'gray16le',
  )
  ids = new Uint16Array(new Uint8Array(raw).buffer)
  const { job, take } = await planClip(SCENE, {})
  await session.use(1, async (crew) => {
    await loadAll(job, crew)
    // Backwards: a frame does not know what was posed before it.
    for (let frame = CLIP.frames - 1; frame >= 0; frame--) {
      const { bytes } = await crew.stages[0].draw(frame, 'joints')
      const numbers = new Float32Array(new Uint8Array(bytes).buffer)
      peopleOf(SCENE, take).forEach(({ id }, person) => {
        const places = COCO_JOINTS.map((_, joint): Vec3 => {
          const at = 3 * (person * COCO_JOINTS.length + joint)
          return [...numbers.subarray(at, at + 3)] as Vec3
        })
        drawn.set(id, [places, ...(drawn.get(id) ?? [])])
      })
    }
  })
})

afterAll(async () => {
  await session?.close()
  await rm(out, { recursive: true, force: true })
})

test('every person has its joints in every frame, those of a group too, and nobody else', () => {
  expect(annotations.joints).toEqual(COCO_JOINTS)
  const told = annotations.actors.map(({ id, truth }) => [
    id,
    truth?.joints?.map((own) => own.person),
  ])
  expect(told).toEqual([
    ['ground', undefined],
    ...['man', 'girl', 'aunt'].map((id) => [id, [id]]),
    ['couple', ['one', 'two']],
    ['hider', ['hider']],
    ['wall', undefined],
    ...['absent', 'crew'].map((id) => [id, [id]]),
  ])
  for (const id of PEOPLE) {
    const { world, picture } = jointsOf(id)
    expect([world.length, picture.length]).toEqual([CLIP.frames, CLIP.frames])
    for (const places of [...world, ...picture])
      expect(places.flat().filter(Number.isFinite)).toHaveLength(3 * COCO_JOINTS.length)
  }
})

test('they are where the stage poses them, whatever the order of the frames', () => {
  for (const id of PEOPLE)
    jointsOf(id).world.forEach((places, frame) =>
      places.forEach((place, joint) => {
        const exact = drawn.get(id)?.[frame]?.[joint] as Vec3
        expect(apart(place, exact), `${id} ${frame} ${COCO_JOINTS[joint]}`).toBeLessThan(0.001)
      }),
    )
})

test('whoever walks takes his joints along: the hips are over where the take has him at the frame', () => {
  const { position } = annotations.actors.find(({ id }) => id === 'man')?.pose ?? expect.fail()
  expect(position).toHaveLength(CLIP.frames)
  position.forEach(([x, , z], frame) => {
    const [left, right] = [place('man', 'left_hip', frame), place('man', 'right_hip', frame)]
    // He comes 11 cm from frame to frame.
    expect(Math.hypot((left[0] + right[0]) / 2 - x, (left[2] + right[2]) / 2 - z)).toBeLessThan(
      0.05,
    )
  })
})

test('bones keep their length', () => {
  for (const id of PEOPLE)
    for (const [a, b] of BONES) {
      const lengths = everyFrame((frame) => apart(place(id, a, frame), place(id, b, frame)))
      expect(spread(lengths), `${id} ${a} ${b}`).toBeLessThan(0.001)
    }
})

test('left is the left of whoever faces that way, and all is in its place between ground and crown', () => {
  for (const [id, facing, height] of [
    ['man', [1, 0, 0], 1.8],
    ['girl', [0, 0, 1], 1.2],
    ['aunt', [0, 0, -1], 1.72],
  ] as [string, Vec3, number][])
    for (let frame = 0; frame < CLIP.frames; frame++) {
      const at = (joint: CocoJoint) => place(id, joint, frame)
      // Up x front.
      const toLeft: Vec3 = [facing[2], 0, -facing[0]]
      const across = (a: CocoJoint, b: CocoJoint) => inner(minus(at(a), at(b)), toLeft)
      for (const part of [
        'eye',
        'ear',
        'shoulder',
        'elbow',
        'wrist',
        'hip',
        'knee',
        'ankle',
      ] as const)
        expect(across(`left_${part}`, `right_${part}`), `${id} ${part}`).toBeGreaterThan(0.02)
      expect(inner(minus(at('nose'), at('left_ear')), facing)).toBeGreaterThan(0.05 * height)
      for (const side of ['left', 'right'] as const) {
        const column = (['ankle', 'knee', 'hip', 'shoulder', 'ear'] as const).map(
          (part) => at(`${side}_${part}`)[1] / height,
        )
        expect(column, `${id} ${frame}`).toEqual(column.toSorted((a, b) => a - b))
        const [ankle, , hip, shoulder, ear] = column
        expect(ankle).toBeGreaterThan(0.03)
        expect(hip).toBeCloseTo(0.51, 1)
        expect(shoulder).toBeCloseTo(0.8, 1)
        expect(ear).toBeCloseTo(0.92, 1)
        expect(ear).toBeLessThan(0.97)
      }
    }
})

test('in the picture they are where the camera of cameras.json sees them', () => {
  for (const id of PEOPLE)
    jointsOf(id).picture.forEach((column, frame) => {
      const lens = lensOf(cameras.frames[frame] as Cameras['frames'][number], CLIP)
      column.forEach(([x, y, v], joint) => {
        const seen = lens.see(drawn.get(id)?.[frame]?.[joint] as Vec3)
        if (seen.depth <= 0) return expect([x, y, v]).toEqual([0, 0, 0])
        expect(Math.abs(x - seen.x * CLIP.width)).toBeLessThan(0.06)
        expect(Math.abs(y - seen.y * CLIP.height)).toBeLessThan(0.06)
        const isInside = x >= 0 && y >= 0 && x < CLIP.width && y < CLIP.height
        expect(v === 0).toBe(!isInside)
      })
    })
})

test('seen joints lie on their own pixels; faces turned away, what a wall hides and who is not there are not seen', () => {
  for (const { instance, truth } of annotations.actors)
    for (const { picture } of truth?.joints ?? [])
      picture.forEach((column, frame) => {
        for (const [x, y, v] of column) if (v === 2) expect(idAt(frame, x, y)).toBe(instance)
      })
  const flags = (id: string, ...names: CocoJoint[]) =>
    new Set(everyFrame((frame) => names.map((name) => flag(id, name, frame))).flat())
  const face = ['nose', 'left_eye', 'right_eye'] as const
  expect(flags('girl', ...COCO_JOINTS.filter((name) => !name.endsWith('_ear')))).toEqual(
    new Set([2]),
  )
  expect(flags('aunt', ...face)).toEqual(new Set([1]))
  expect(flags('aunt', 'left_shoulder', 'left_elbow', 'right_knee', 'left_ankle')).toEqual(
    new Set([2]),
  )
  expect(flags('man', 'left_wrist', 'right_wrist')).toEqual(new Set([1, 2]))
  expect(flags('hider', ...face)).toEqual(new Set([2]))
  expect(flags('hider', 'left_hip', 'left_knee', 'right_ankle')).toEqual(new Set([1]))
  for (const id of ['absent', 'crew']) expect(flags(id, ...COCO_JOINTS)).toEqual(new Set([0]))
  expect(jointsOf('crew').picture[0]?.[0]).toEqual([0, 0, 0])
  expect(jointsOf('absent').picture[0]?.[0]?.[0]).toBeLessThan(0)
})

test('a walker lifts one foot after the other, and the foot that bears him stays where it is', () => {
  const lowest = Math.min(
    ...everyFrame((frame) => Math.min(ankle('left', frame)[1], ankle('right', frame)[1])),
  )
  const lifted = everyFrame((frame) => {
    const [left, right] = [ankle('left', frame)[1], ankle('right', frame)[1]]
    return left - right > 0.05 ? 'left' : right - left > 0.05 ? 'right' : undefined
  }).filter((side) => side !== undefined)
  const turns = lifted.filter((side, i) => i === 0 || side !== lifted[i - 1])
  expect(turns.length).toBeGreaterThanOrEqual(4)
  const slides = (['left', 'right'] as const).flatMap((side) =>
    everyFrame((frame) => frame)
      .slice(1)
      .flatMap((frame) => {
        const [before, now] = [ankle(side, frame - 1), ankle(side, frame)]
        // Higher up the heel has left the ground.
        if (Math.max(before[1], now[1]) > lowest + 0.004) return []
        return [Math.hypot(now[0] - before[0], now[2] - before[2]) * CLIP.fps]
      }),
  )
  expect(slides.length).toBeGreaterThan(6)
  expect(Math.max(...slides)).toBeLessThan(0.05)
})

function jointsOf(id: string): JointTruth {
  const own = annotations.actors
    .flatMap(({ truth }) => truth?.joints ?? [])
    .find(({ person }) => person === id)
  return own ?? expect.fail(`${id} has no joints`)
}

function place(id: string, joint: CocoJoint, frame: number): Vec3 {
  return drawn.get(id)?.[frame]?.[COCO_JOINTS.indexOf(joint)] ?? expect.fail(`${id} ${joint}`)
}

function flag(id: string, joint: CocoJoint, frame: number): 0 | 1 | 2 {
  return jointsOf(id).picture[frame]?.[COCO_JOINTS.indexOf(joint)]?.[2] ?? expect.fail(joint)
}

function ankle(side: 'left' | 'right', frame: number): Vec3 {
  return place('man', `${side}_ankle`, frame)
}

function idAt(frame: number, x: number, y: number): number {
  const { width, height } = CLIP
  return ids[(frame * height + Math.floor(y)) * width + Math.floor(x)] as number
}

function everyFrame<T>(of: (frame: number) => T): T[] {
  return Array.from({ length: CLIP.frames }, (_, frame) => of(frame))
}

function apart(a: Vec3, b: Vec3): number {
  return Math.hypot(...minus(a, b))
}

function spread(values: number[]): number {
  return Math.max(...values) - Math.min(...values)
}
