import { describe, expect, test } from 'vitest'
import { Scene } from '#scenes'
import { captionScene, textChecker } from '#captions'
import { play } from '../helpers/played.ts'
import { MACHINES } from './fixtures/machines.ts'
import {
  ball,
  beam,
  bench,
  edge,
  FALLING,
  pins,
  rack,
  run,
  scene,
  tower,
  wall,
} from './fixtures/falling.ts'

const SEEDS = process.env.FULL ? 20 : 4

test.each([...FALLING, ...MACHINES])(
  'the checker reads every caption of $name back',
  async (scene) => {
    const film = await play(scene)
    for (let seed = 0; seed < SEEDS; seed++) {
      const told = { ...film, scene: { ...scene, seed } }
      const check = textChecker(told)
      const { captions, timeline } = captionScene(told)
      const texts = [
        ...Object.values(captions.en).map(({ text }) => text),
        ...timeline.map(({ en }) => en),
      ]
      for (const text of texts) {
        expect(
          check(text).filter(({ status }) => status !== 'verified'),
          text,
        ).toEqual([])
        expect(text).not.toMatch(/undefined|  |,,|\.\./)
      }
    }
  },
)

test.each([
  [run, /sets off a long row of (?:red )?dominoes\.$/],
  [pins, /knocks over two of the five white pins\.$/],
  [tower, /knocks down a tower of colorful blocks\.$/],
  [rack, /scatters five of the other balls\.$/],
  [beam, /knocks a blue crate off a wooden beam/],
] as const)('in short, what happens and by what: %#', async (scene, wanted) => {
  expect(captionScene(await play(scene)).captions.en.short.text).toMatch(wanted)
})

test.each([
  [
    run,
    /They (?:topple|fall over) one after another from left to right, and the last one knocks a yellow ball off the table\./,
  ],
  [pins, /knocks over two of the five white pins\./],
  [
    tower,
    /(?:into a tower of colorful blocks, which collapses|knocks down a tower of colorful blocks)\./,
  ],
  [edge, /rolls off (?:a wooden|the) table and drops onto the concrete/],
  [wall, /bounces off a brick block/],
] as const)('cause before effect, and nobody is listed one by one: %#', async (scene, wanted) => {
  const { text } = captionScene(await play(scene)).captions.en.default
  expect(text).toMatch(wanted)
  expect(text.match(/domino|pin\b|block\b/g)?.length ?? 0, text).toBeLessThanOrEqual(2)
})

test.each(
  [
    [run, 'The blue ball knocks over the dominoes.', 'verified'],
    [run, 'The blue ball sets off a row of dominoes.', 'verified'],
    [run, 'The yellow ball knocks over the dominoes.', 'refuted'],
    [run, 'The dominoes topple one after another from right to left.', 'refuted'],
    [run, 'The last of the dominoes knocks a yellow ball off the table.', 'verified'],
    [run, 'The last of the dominoes knocks a blue ball off the table.', 'refuted'],
    [run, 'A tower of dominoes collapses.', 'refuted'],
    [pins, 'A ball knocks over two of the pins.', 'verified'],
    [pins, 'A ball knocks over all of the pins.', 'refuted'],
    [pins, 'A ball knocks over four of the pins.', 'refuted'],
    [pins, 'Three of the pins stay standing.', 'verified'],
    [pins, 'All of the pins stay standing.', 'refuted'],
    [tower, 'A tower of blocks collapses.', 'verified'],
    [tower, 'A row of blocks collapses.', 'refuted'],
    [edge, 'A ball rolls off the table.', 'verified'],
    [edge, 'A mug falls off the table.', 'refuted'],
    [edge, 'A mug drops onto the table.', 'verified'],
    [wall, 'A ball bounces off a brick block.', 'verified'],
    [edge, 'A ball bounces off a mug.', 'refuted'],
    [beam, 'A crate breaks off a beam.', 'verified'],
    [beam, 'A ball breaks off a beam.', 'refuted'],
    [rack, 'A white ball scatters the other balls.', 'refuted'],
    [rack, 'A white ball scatters several other balls.', 'verified'],
  ].map(([scene, text, status]) => ({ scene: scene as Scene, text: text as string, status })),
)('$text is $status', async ({ scene, text, status }) => {
  const statuses = textChecker(await play(scene))(text).map((one) => one.status)
  expect(statuses).not.toContain('unparsed')
  if (status === 'verified') expect(new Set(statuses)).toEqual(new Set(['verified']))
  else expect(statuses).toContain('refuted')
})

test('the others are those of the noun that was counted last', async () => {
  const ramp = (id: string, x: number) => ({
    ...bench([0.2, 0.2, 0.2], [x, 0, -0.1]),
    id,
    noun: { en: 'ramp' },
  })
  const told = Scene.parse({ ...pins, actors: [...pins.actors, ramp('a', 0.9), ramp('b', -0.9)] })
  const text =
    'A ball rolls down two ramps and knocks over two of the five pins. The other three stay standing.'
  expect(textChecker(await play(told))(text).at(-1)).toMatchObject({ status: 'verified' })
})

describe('what is run into', () => {
  const rolling = ball('ball', 'red', 0.2, [-1.6, 0, 0], {
    material: 'steel',
    velocity: [4, 0, 0],
    spin: [0, 0, -1146],
    from: 0.3,
  })
  const seen = { position: [0.4, 1.2, 4.5], lookAt: [0.4, 0.2, 0] }

  test('does not drive off, though it has wheels', async () => {
    const van = {
      id: 'van',
      kind: 'box',
      size: [0.8, 0.4, 0.4],
      position: [0.2, 0, 0],
      material: { color: 'blue' },
      noun: { en: 'van' },
      body: { material: 'wood', friction: 0.1, asleep: true },
    }
    const film = await play(scene('pushed', seen, [rolling, van]))
    const { text } = captionScene(film).captions.en.default
    expect(text).toMatch(/blue van/)
    expect(text).not.toMatch(/drives/)
    const statuses = (said: string) => textChecker(film)(said).map(({ status }) => status)
    expect(statuses('A blue van drives to the right.')).toContain('refuted')
    expect(new Set(statuses('A blue van moves to the right.'))).toEqual(new Set(['verified']))
  })

  test('is not knocked over where it is round', async () => {
    const apple = {
      id: 'apple',
      kind: 'apple',
      size: 0.3,
      color: 'green',
      position: [0, 0, 0],
      body: { asleep: true },
    }
    const film = await play(scene('apple', seen, [rolling, apple]))
    const { text } = captionScene(film).captions.en.default
    expect(text).toMatch(/apple/)
    expect(text).not.toMatch(/knocks|topples/)
    const statuses = textChecker(film)('A ball knocks over an apple.').map(({ status }) => status)
    expect(statuses).toContain('refuted')
  })
})
