import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseScene, SceneError } from '#scenes'

const folder = new URL('../fixtures/bad-scenes/', import.meta.url)

/** What a user reads after `<file>:` when a scene is broken in that one way. Read it as that user. */
const TEXTS: Record<string, string> = {
  'a-list': '1:1: a scene is an object `{ ... }` (got a list)',
  'actor-is-a-word': '9:5: actors[0] must be an object `{ "kind": ... }` (got "ground")',
  'brace-missing': '9:5: the `{` of line 9, column 5 is not closed; a `}` is missing',
  'bracket-mismatched': '20:59: the `[` of line 20, column 59 is not closed; a `]` is missing',
  'camera-ids-twice':
    '8:13: cameras[1].id is already the id of cameras[0] (got "main"); ids are unique in a scene',
  'cameras-without-id':
    '8:5: cameras[1].id is missing: cameras[0] is called `main` already; give every camera an `id`',
  'clip-custom-size': '5:22: clip.width: a custom size divides by 32: try 640 (got 650)',
  'clip-no-frames': '5:63: clip.frames must be at least 1 frame (got 0)',
  'clip-odd-size': '5:22: clip.width must be even: 4:2:0 video halves it (got 641)',
  'clip-too-long':
    '5:63: clip.frames: a clip is at most 60 seconds long: at 24 fps that is 1440 frames (got 2000)',
  'clip-too-many-frames': '5:63: clip.frames must be at most 7200 frames (got 100000)',
  'color-misspelt':
    '14:30: actors[1].material.color: a colour is a name or #rrggbb (got "grene"); did you mean `green`?',
  'color-short-hex':
    '14:30: actors[1].material.color: a colour is a name or #rrggbb (got "#f00"); write six hex digits, as in #c8201f',
  'comma-missing': '14:7: a comma is missing before `"material"`',
  'comment-only': '2:1: the file ends where a value should be',
  empty: '1:1: the file is empty; `groundreel new` writes a scene to start from',
  'enum-misspelt':
    '6:23: world.place must be one of `street`, `park`, `tabletop`, `desert`, `room`, `beach`, `field`, `yard`, `forest`, `studio`, `none` (got "prak"); did you mean `park`?',
  'id-in-a-group-twice':
    '20:43: actors[2].children[0].id is already the id of actors[1] (got "ball"); ids are unique in a scene',
  'id-with-spaces':
    '9:31: actors[0].id: an id starts with a letter and holds a-z, 0-9, _ and - only (got "Green Lawn"); try `green_lawn`',
  'image-absolute':
    '22:51: actors[3].image must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read (got "/etc/passwd")',
  'image-data':
    '22:51: actors[3].image must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read (got "data:image/png;base64,iVBORw0KGgo=")',
  'image-empty':
    '22:51: actors[3].image must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read (got "")',
  'image-file-name':
    '22:51: actors[3].image must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read (got "hills.png")',
  'image-out-of-the-folder':
    '22:51: actors[3].image must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read (got "../../etc/passwd")',
  'image-url':
    '22:51: actors[3].image must be the id of an image, of a-z, 0-9, _ and - only: paths and addresses are not read (got "https://example.org/hills.png")',
  infinity: '13:17: `Infinity` is not a number in JSON; give a finite number',
  'key-misspelt': '13:7: actors[1].radus is not a key of kind `sphere`; did you mean `radius`?',
  'key-of-another-kind':
    '20:74: actors[2].children[0].radius is not a key of kind `box`; the keys here are `kind`, `id`, `noun`, `position`, `rotation`, `scale`, `pivot`, `body`, `motion`, `size`, `bevel`, `material`',
  'key-twice': '14:7: actors[1].radius is written twice; the first is on line 13; keep one',
  'kind-missing': '10:5: actors[1].kind is missing; `type` should be called `kind`',
  'kind-misspelt':
    '11:15: actors[1].kind must be one of `group`, `box`, `sphere`, `cylinder`, `cone`, `capsule`, ... (got "spere"); did you mean `sphere`?',
  'look-at-nobody': '7:66: cameras[0].lookAt names no actor (got "bal"); did you mean `ball`?',
  'look-at-too-short':
    '7:66: cameras[0].lookAt must be a point [x, y, z] in metres or an id (got [0, 1])',
  'motion-backwards':
    '15:90: actors[1].motion[0].to must be later than `from`, which is 0.5 s (got 0.5)',
  'motion-nowhere':
    '15:46: actors[1].motion[0].points leads nowhere: its points are all in one place',
  'motion-two-ends':
    '15:104: actors[1].motion[0].speed is one too many beside `to`: leave one of them out (got 2)',
  'motion-without-end': '15:18: actors[1].motion[0] needs `to` (when it arrives) or `speed`',
  'name-with-capitals':
    '4:11: name: a name holds a-z, 0-9 and - only: it becomes a folder (got "My Ball"); try `my-ball`',
  nan: '13:17: `NaN` is not a number in JSON; give a finite number',
  'no-actors': '8:13: actors must be a list of 1 to 5000 objects (got [])',
  'no-cameras': '1:1: cameras is missing: a list of 1 to 10 objects',
  'not-json': '1:1: a scene begins with `{`, not with `version`',
  'number-as-text': '14:50: actors[1].material.roughness must be a number from 0 to 1 (got "0.3")',
  'number-with-plus': '13:17: `+0.4` is not a number in JSON; write 0.4',
  'overflowing-number': '13:17: actors[1].radius must be a finite number (got 1e309)',
  picture: '3:1: this is not text: it holds a NUL byte; a scene is a JSON file in UTF-8',
  'radius-missing': '10:5: actors[1].radius is missing: a number from 0.001 to 10000',
  'radius-negative': '13:17: actors[1].radius must be at least 0.001 m (got -2)',
  'roughness-out-of-range': '14:50: actors[1].material.roughness must be from 0 to 1 (got 3)',
  'single-quotes': '9:7: `\'kind\'` is in single quotes; JSON wants "double quotes"',
  'size-of-two':
    '20:59: actors[2].children[0].size must be a list of 3 numbers, each 0.001 to 10000 (got [0.1, 2])',
  'size-with-a-negative': '20:65: actors[2].children[0].size[1] must be at least 0.001 m (got -2)',
  'string-not-closed': '9:31: the string `"lawn },` is not closed on its line; end it with "',
  'too-many-braces': '23:2: this `}` is one too many',
  'version-missing': '1:1: version is missing; write `"version": 1` first',
  'version-newer':
    '3:14: version must be at most 1: the scene was written by a newer groundreel (got 2); update groundreel to read it',
  'version-text': '3:14: version must be the number 1 (got "1")',
  'world-key-misspelt':
    '6:40: world.sun.elevaton is not a key that exists here; did you mean `elevation`?',
}

test.for(readdirSync(folder))(
  'bad-scenes/%s is refused with a text that tells what to change',
  (file) => {
    const error = refusal(readFileSync(new URL(file, folder), 'utf8'), file)
    expect(error.message).toBe(`${file}:${TEXTS[file.replace('.json', '')]}`)
    expect(error.problems).toHaveLength(1)
  },
)

test('every text has its bad scene', () => {
  expect(readdirSync(folder).map((file) => file.replace('.json', ''))).toEqual(
    Object.keys(TEXTS).sort(),
  )
})

test('what the bad scenes were made of is a good scene', () => {
  const text = readFileSync(new URL('../ball.json', folder), 'utf8')
  expect(parseScene(text, 'ball.json')).toMatchObject({
    name: 'ball',
    seed: 0,
    actors: [{ id: 'lawn' }, { id: 'ball' }, { id: 'post' }],
  })
})

function refusal(text: string, file: string): SceneError {
  try {
    parseScene(text, file)
  } catch (error) {
    if (error instanceof SceneError) return error
    throw error
  }
  throw new Error(`${file} was accepted`)
}
