import type { z } from 'zod'
import { expect, test } from 'vitest'
import { explain, knownPaths, KINDS, parseScene, PROFILES, UnknownPathError } from '#scenes'
import { Scene } from '../../scenes/schema/scene.ts'

test('a number tells range, default and unit', () => {
  expect(explain('world.sun.elevation')).toEqual({
    path: 'world.sun.elevation',
    doc: 'Degrees above the horizon.',
    type: 'a number from -90 to 90',
    range: '-90 to 90',
    default: 40,
    example: 40,
    children: [],
  })
  expect(explain('clip.fps')).toMatchObject({
    type: 'a whole number from 1 to 120',
    default: PROFILES.master.fps,
  })
})

test('a word tells its choices', () => {
  expect(explain('world.sky.kind').choices).toEqual(['clear', 'cloudy', 'overcast', 'studio'])
  expect(explain('actors.box.material.color').choices).toContain('navy')
})

test('an image is told as an id, by the example of one that there is', () => {
  expect(explain('actors.picture.image')).toMatchObject({
    type: 'the id of an image',
    example: 'hills',
  })
})

test('a kind of actor lists its keys, actors list their kinds', () => {
  expect(explain('actors.sphere').children.map(({ name }) => name)).toContain('radius')
  expect(
    explain('actors')
      .children.map(({ name }) => name)
      .sort(),
  ).toEqual(['group', ...Object.keys(KINDS)].sort())
  expect(explain('actors.group.children').children).toEqual(explain('actors').children)
})

test('what all kinds share is reached by *, and indices as in error messages are welcome', () => {
  expect(explain('actors.*.motion.path.speed')).toMatchObject({
    type: 'a number from 0.001 to 500',
    example: 1,
  })
  expect(explain('actors[3].motion[0].path.speed').type).toBe('a number from 0.001 to 500')
  expect(explain('cameras[0].lookAt').type).toBe('a point [x, y, z] in metres or an id')
})

test('the empty path is the scene, and its example parses', () => {
  const { example, children } = explain('')
  expect(children.map(({ name }) => name)).toEqual(Object.keys(Scene.shape))
  expect(parseScene(JSON.stringify(example), 'example.json').version).toBe(1)
})

test.each([
  ['sphere.radius', 'actors.sphere.radius'],
  ['actors.sphere.raduis', 'actors.sphere.radius'],
  ['world.sunn.elevation', 'world.sun.elevation'],
  ['clip.fsp', 'clip.fps'],
  ['actor', 'actors'],
])('%s leads nowhere; %s is offered', (wrong, nearest) => {
  expect(() => explain(wrong)).toThrow(new UnknownPathError(wrong, nearest))
})

test('every known path has an explanation in words', { timeout: 60_000 }, () => {
  const paths = knownPaths()
  expect(paths.length).toBeGreaterThan(500)
  // `kind` says itself what it is.
  const explained = paths.map((path) => explain(path))
  const wordless = explained.filter(({ path, doc }) => doc === '' && !path.endsWith('.kind'))
  expect(wordless).toEqual([])
  expect(explained.filter(({ type }) => type === '')).toEqual([])
})

test('examples are valid where they stand: each actor kind and motion, put into a scene', () => {
  const parts = {
    actors: ['group', ...Object.keys(KINDS)].map((kind, i) => ({
      ...object(explain(`actors.${kind}`).example),
      id: `a${i}`,
    })),
    motion: ['move', 'path', 'spin', 'oscillate'].map(
      (kind) => explain(`actors.*.motion.${kind}`).example,
    ),
  }
  const [first, ...others] = parts.actors
  const scene = {
    ...object(explain('').example),
    world: explain('world').example,
    clip: explain('clip').example,
    cameras: explain('cameras').example,
    actors: [{ ...first, motion: parts.motion }, ...others],
  }
  expect(Scene.safeParse(scene).error).toBeUndefined()
})

test('the example of every optional key is accepted beside the others of its kind', () => {
  const refused = Object.entries<{ schema: z.ZodType }>(KINDS).flatMap(([kind, { schema }]) => {
    const base = object(explain(`actors.${kind}`).example)
    return explain(`actors.${kind}`)
      .children.map(({ name }) => ({ ...base, [name]: explain(`actors.${kind}.${name}`).example }))
      .filter((actor) => !schema.safeParse(actor).success)
  })
  expect(refused).toEqual([])
})

function object(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new Error('not an object')
  return value
}
