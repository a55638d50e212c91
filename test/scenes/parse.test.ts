import { expect, test } from 'vitest'
import { parseScene, SceneError } from '#scenes'

const ball = '{ "kind": "sphere", "id": "ball", "radius": 1 }'

test('a scene in its shortest form gets every default', () => {
  const scene = parseScene(sceneOf(ball), 'short.json')
  expect(scene).toMatchObject({
    seed: 0,
    clip: { width: 832, height: 480, fps: 24, frames: 129 },
    world: { place: 'none', sun: { elevation: 40 } },
    cameras: [{ id: 'main', fov: 40, keys: [] }],
    actors: [{ position: [0, 0, 0], scale: 1, motion: [], material: { surface: 'plain' } }],
  })
})

test('comments, trailing commas and a byte order mark are welcome', () => {
  const text = `\uFEFF// a scene\n${sceneOf(`${ball}, /* last */`)}`
  expect(parseScene(text, 'comments.json').actors).toHaveLength(1)
})

test('a byte order mark and Windows line ends do not move the place', () => {
  const text = `\uFEFF${sceneOf(ball.replace('1', '-1'))}`.replaceAll('\n', '\r\n')
  expect(refusal(text).problems).toMatchObject([
    { line: 6, column: 45, path: 'actors[0].radius', got: '-1' },
  ])
})

test('all problems are told, in the order of the text', () => {
  const { message } = refusal(`{
  "version": 1,
  "name": "Bad Name",
  "cameras": [{ "position": [0, 0], "lookAt": "bell" }],
  "actors": [
    { "kind": "sphere", "id": "ball", "radius": "big" },
    { "kind": "sphere", "id": "ball", "radius": 1, "metalness": 1 }
  ]
}`)
  expect(message).toMatchInlineSnapshot(`
    "scene.json:3:11: name: a name holds a-z, 0-9 and - only: it becomes a folder (got "Bad Name"); try \`bad-name\`
    scene.json:4:29: cameras[0].position must be a point [x, y, z] in metres (got [0, 0])
    scene.json:4:47: cameras[0].lookAt names no actor (got "bell"); did you mean \`ball\`?
    scene.json:6:49: actors[0].radius must be a number from 0.001 to 10000 (got "big")
    scene.json:7:31: actors[1].id is already the id of actors[0] (got "ball"); ids are unique in a scene
    scene.json:7:52: actors[1].metalness is not a key of kind \`sphere\`; the keys here are \`kind\`, \`id\`, \`noun\`, \`position\`, \`rotation\`, \`scale\`, \`pivot\`, \`body\`, \`motion\`, \`radius\`, \`material\`"
  `)
})

test('an image that is not in the list is told with the nearest that is, in groups too', () => {
  const hung = (image: string) =>
    sceneOf(
      `{ "kind": "group", "id": "wall", "children": [{ "kind": "picture", "id": "p", "image": "${image}" }] }`,
    )
  const messageFor = (image: string) => {
    const error = refusal(hung(image), ['hills', 'checks'])
    expect(error.problems).toHaveLength(1)
    return error.message
  }
  const place = 'scene.json:6:88: actors[0].children[0].image'
  expect(messageFor('hils')).toBe(`${place} names no image (got "hils"); did you mean \`hills\`?`)
  expect(messageFor('zebra')).toBe(
    `${place} names no image (got "zebra"); the images are \`hills\`, \`checks\``,
  )
  expect(messageFor('../hills')).toMatch(/must be the id of an image.* \(got "\.\.\/hills"\)$/)
  expect(parseScene(hung('hills'), 'scene.json', ['hills']).actors).toHaveLength(1)
  // Whoever only reads what was filmed needs no list.
  expect(parseScene(hung('gone'), 'scene.json').actors).toHaveLength(1)
})

test('a wrong value in a nested group is pointed at exactly', () => {
  const nested = `{ "kind": "group", "id": "a", "children": [{ "kind": "group", "id": "b", "children": [
  { "kind": "sphere", "id": "c", "radius": 1, "material": { "opacity": 7 } }] }] }`
  expect(refusal(sceneOf(nested)).problems).toMatchObject([
    { line: 7, column: 72, path: 'actors[0].children[0].children[0].material.opacity', got: '7' },
  ])
})

test('the message shows 20 problems and counts the rest', () => {
  const many = Array.from(
    { length: 50 },
    (_, i) => `{ "kind": "sphere", "id": "s${i}", "radius": 0 }`,
  )
  const error = refusal(sceneOf(many.join(',\n')))
  expect(error.problems).toHaveLength(50)
  expect(error.message.split('\n')).toHaveLength(21)
  expect(error.message).toMatch(/\nand 30 more$/)
})

test('long values are shown short', () => {
  const texts = [
    `"${'x'.repeat(5000)}"`,
    `[${'1, '.repeat(500)}1]`,
    `{ ${Array.from({ length: 40 }, (_, i) => `"k${i}": 1`).join(', ')} }`,
  ]
  const gots = texts.map((text) => refusal(sceneOf(ball.replace('1', text))).problems[0]?.got)
  expect(gots).toEqual([`"${'x'.repeat(39)}..."`, 'a list of 501', 'an object of 40 keys'])
})

test('keys that JavaScript knows are keys like any other', () => {
  const error = refusal(sceneOf(ball.replace('}', ', "__proto__": { "a": 1 }, "constructor": 1 }')))
  expect(error.problems.map(({ path }) => path)).toEqual([
    'actors[0].__proto__',
    'actors[0].constructor',
  ])
})

test('200,000 nested brackets are refused without filling the stack', () => {
  for (const bracket of ['[', '{"a":', '[{"a":'])
    expect(refusal(bracket.repeat(200_000)).message).toContain('brackets are nested deeper than 64')
})

test('groups nested 25 deep are fine, 40 deep are refused in words', () => {
  const nest = (depth: number): string =>
    depth === 0 ? ball : `{ "kind": "group", "id": "g${depth}", "children": [${nest(depth - 1)}] }`
  expect(parseScene(sceneOf(nest(25)), 'deep.json').actors).toHaveLength(1)
  expect(refusal(sceneOf(nest(40))).message).toContain('nested deeper than 64')
})

test('5000 actors are read, 20,000 refused with the limit, also when groups hide them', () => {
  const balls = (count: number) =>
    Array.from({ length: count }, (_, i) => `{"kind":"sphere","id":"b${i}","radius":1}`).join()
  expect(parseScene(sceneOf(balls(5000)), 'many.json').actors).toHaveLength(5000)
  expect(refusal(sceneOf(balls(20_000))).message).toBe(
    'scene.json:5:13: actors must hold at most 5000 actors, those in groups counted (got 20000)',
  )
  const hidden = `{"kind":"group","id":"crowd","children":[${balls(5000)}]}`
  expect(refusal(sceneOf(hidden)).message).toContain(
    'at most 5000 actors, those in groups counted (got 5001)',
  )
})

test('more than 64 MB are refused before anything is parsed', () => {
  const error = refusal(' '.repeat(70 * 1024 * 1024))
  expect(error.message).toBe('scene.json:1:1: a scene file holds at most 64 MB (got 70 MB)')
})

test('a text of millions of numbers is refused before it fills the memory', () => {
  expect(refusal(`{"a":[${'0,'.repeat(5_000_000)}0]}`).message).toContain(
    'at most 4000000 values and brackets',
  )
})

test('a stray control character does not reach the terminal', () => {
  expect(refusal('{ \u001b[31m }').message).toBe(
    'scene.json:1:3: `\\u001b` cannot stand here in JSON',
  )
})

test('many problems in one huge object are told without searching for each', () => {
  const keys = Array.from({ length: 100_000 }, (_, i) => `"k${i}":1`).join()
  const start = performance.now()
  expect(refusal(sceneOf(ball.replace('}', `, ${keys} }`))).message).toContain('more')
  expect(performance.now() - start).toBeLessThan(5000)
})

function sceneOf(actors: string): string {
  return `{
  "version": 1,
  "name": "scene",
  "cameras": [{ "position": [0, 1, 5], "lookAt": [0, 0, 0] }],
  "actors": [
${actors}
  ]
}`
}

function refusal(text: string, images?: string[]): SceneError {
  try {
    parseScene(text, 'scene.json', images)
  } catch (error) {
    if (error instanceof SceneError) return error
    throw error
  }
  throw new Error('the scene was accepted')
}
