import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { commandNames, loadCommand } from '../../capture/cli/commands.ts'
import { flagsOf } from '../../capture/cli/flags.ts'
import { reference } from '../../capture/cli/reference.ts'
import { call } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-cli-'))
afterAll(() => rmSync(folder, { recursive: true }))

let scenes = 0
const good = {
  version: 1,
  name: 'ball',
  clip: { width: 64, height: 64, fps: 8, frames: 8 },
  cameras: [{ id: 'main', position: [0, 1.5, 4], lookAt: 'ball' }],
  actors: [
    { kind: 'ground', id: 'lawn' },
    { kind: 'sphere', id: 'ball', radius: 0.6, material: { color: 'red' } },
  ],
}
const ball = write('good.json', JSON.stringify(good))

test('help names every command, and every command its flags', async () => {
  const { code, out } = await call('--help')
  expect(code).toBe(0)
  for (const name of commandNames) expect(out).toContain(`  ${name} `)
  for (const name of commandNames) {
    const { summary, options } = await loadCommand(name)
    const help = await call(name, '--help')
    expect(help.code).toBe(0)
    expect(help.out).toContain(summary)
    for (const { flag } of flagsOf(options)) expect(help.out).toContain(flag)
  }
})

test('every flag says in a sentence what it does', async () => {
  for (const name of commandNames)
    for (const { flag, help } of flagsOf((await loadCommand(name)).options))
      expect(help, `${name} ${flag}`).toMatch(/^\w.*\.( \[.*\])?$/)
})

test('render shows ranges and defaults out of the schema', async () => {
  const { out } = await call('render', '--help')
  expect(out.replaceAll(/\s+/g, ' ')).toContain(
    '--crf <n> x264 quality: lower is better and bigger. [a whole number from 0 to 51; default 14]',
  )
})

test('the reference holds every flag of every command', async () => {
  const text = await reference()
  for (const name of commandNames) {
    expect(text).toContain(`### groundreel ${name}`)
    for (const { flag } of flagsOf((await loadCommand(name)).options))
      expect(text).toContain(`| \`${flag}\` | `)
  }
})

const wrongCalls: [argv: string[], wanted: RegExp][] = [
  [[], /Usage: groundreel/],
  [['rendr', ball], /unknown command 'rendr'\n\(Did you mean render\?\)/],
  [['render'], /missing required argument 'scene'/],
  [['render', ball, '--forse'], /unknown option '--forse'\n\(Did you mean --force\?\)/],
  [
    ['render', ball, '--gl', 'llvmpip'],
    /--gl takes one of auto, .*\(got "llvmpip"\); did you mean llvmpipe\?/,
  ],
  [['render', ball, '--fps', 'fast'], /--fps takes a whole number from 1 to 120 \(got "fast"\)/],
  [['render', ball, '--crf', '-5'], /--crf takes a whole number from 0 to 51 \(got "-5"\)/],
  [
    ['render', ball, '--passes', 'instance,dept'],
    /--passes takes a list, each .*depth.* \(got "dept"\); did you mean depth\?/,
  ],
  [['render', ball, '--size', '640'], /--size is width x height.*\(got "640"\)/],
  [['render', ball, '--size', '641x480'], /width must be even: 4:2:0 video halves it \(got 641\)/],
  [['render', ball, '--camera', 'side'], /no camera "side".*\nIts cameras are: main\./],
  [['render', ball, ball, '--name', 'x'], /--name is for one scene/],
  [
    ['render', ball, write('twin.json', JSON.stringify(good))],
    /twin\.json would be rendered to the folder of .*good\.json: both are ball-s0/,
  ],
  [['still', ball, '--at', '9s'], /--at 9s is past the end: the last frame is 7, at 0\.88 s/],
  [['still', ball, '--at', '1s', '--frame', '3'], /Give --at or --frame, not both/],
  [['still', ball, '--at', 'noon'], /--at takes seconds, such as 2\.0s \(got "noon"\)/],
  [['sheet', ball, '--times', '0,3'], /3 s is past the end: the last frame is at 0\.88 s/],
  [['explain', 'actors.sphere.radus'], /did you mean `actors\.sphere\.radius`\?/],
  [['verify', folder], /is not a clip: it has no manifest\.json/],
  [['caption', join(folder, 'nowhere')], /is not a clip/],
  [['schema', '--out', folder], /is a folder; --out names a file/],
]

test.for(wrongCalls)('a wrong call: %j', { timeout: 20_000 }, async ([argv, wanted]) => {
  const { code, err } = await call(...argv)
  expect(err).toMatch(wanted)
  expect(err).not.toMatch(/\n\s+at /)
  expect(code).toBe(2)
})

const wrongScenes: [what: string, file: string, wanted: RegExp][] = [
  ['a folder', folder, /is a folder, not a scene file/],
  ['missing', join(folder, 'none.json'), /There is no file .*none\.json/],
  ['a device', '/dev/zero', /is a device or a pipe/],
  ['empty', write('empty.json', ''), /the file is empty/],
  [
    'binary',
    write('binary.json', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe])),
    /is not text/,
  ],
  [
    'text with a NUL',
    write('nul.json', '{"version": 1\0}'),
    /this is not text: it holds a NUL byte/,
  ],
  [
    'not JSON',
    write('prose.json', 'A ball on a lawn.'),
    /prose\.json:1:1: a scene begins with `{`/,
  ],
  [
    '2 GB',
    sparse('big.json', 2 ** 31),
    /big\.json holds 2048 MB; a scene file holds at most 64 MB/,
  ],
  [
    '200,000 nested brackets',
    write('deep.json', '['.repeat(200_000)),
    /deep\.json:1:\d+: .*nested deeper/,
  ],
  ['an unknown key', scene({ colour: 'red' }), /colour/],
  ['a wrong type', scene({ name: 7 }), /name must be/],
  [
    'NaN',
    write('nan.json', JSON.stringify(good).replace('0.6', 'NaN')),
    /`NaN` is not a number in JSON/,
  ],
  [
    '1e309',
    write('inf.json', JSON.stringify(good).replace('0.6', '1e309')),
    /actors\[1\]\.radius must be a finite number \(got 1e309\)/,
  ],
  [
    'one with an image by its path',
    scene({ actors: [{ kind: 'picture', id: 'p', image: '../../etc/passwd' }] }),
    /:1:\d+: actors\[0\]\.image must be the id of an image.*\(got "\.\.\/\.\.\/etc\/passwd"\)/,
  ],
  [
    'one with an unknown image',
    scene({ actors: [{ kind: 'picture', id: 'p', image: 'hils' }] }),
    /:1:\d+: actors\[0\]\.image names no image \(got "hils"\); did you mean `hills`\?/,
  ],
  [
    'a negative size',
    scene({ actors: [{ kind: 'box', id: 'b', size: [1, -2, 1] }] }),
    /actors\[0\]\.size\[1\] .*\(got -2\)/,
  ],
  ['0 frames', scene({ clip: { frames: 0 } }), /clip\.frames must be at least 1 frame \(got 0\)/],
  [
    '100,000 frames',
    scene({ clip: { frames: 100_000 } }),
    /clip\.frames must be at most 7200 frames \(got 100000\)/,
  ],
  ['an odd size', scene({ clip: { width: 641, height: 480 } }), /clip\.width must be even/],
  [
    '20,000 actors',
    scene({
      actors: Array.from({ length: 20_000 }, (_, i) => ({
        kind: 'sphere',
        id: `s${i}`,
        radius: 1,
      })),
    }),
    /at most 5000 actors.*\(got 20000\)/,
  ],
  [
    'one whose physics explodes',
    scene({
      actors: [
        {
          kind: 'sphere',
          id: 'ball',
          radius: 0.1,
          body: { impulses: [{ t: 0.5, impulse: [9000, 0, 0] }] },
        },
      ],
    }),
    /ball is too fast at 0\.63 s: \d+ m\/s, and `physics\.maxSpeed` is 100\./,
  ],
]

test.for(wrongScenes)('a scene that is %s', { timeout: 20_000 }, async ([, file, wanted]) => {
  const { code, err, out } = await call('render', file, '--out', join(folder, 'out'), '--json')
  expect(err).toMatch(wanted)
  expect(err).not.toMatch(/\n\s+at /)
  expect(code).toBe(2)
  expect(JSON.parse(out)).toMatchObject({
    clips: [],
    failures: [{ scene: file, error: { exitCode: 2 } }],
  })
  expect(readdirSync(folder)).not.toContain('out')
})

test('check tells errors and warnings with their places, and goes on', async () => {
  const below = scene({ cameras: [{ id: 'main', position: [0, -3, 4], lookAt: 'ball' }] })
  const { code, out } = await call('check', below, scene({ colour: 'red' }), ball)
  expect(code).toBe(2)
  expect(out).toMatch(/^error: .*cameras\[0\]\.position is under the ground `lawn`/m)
  expect(out).toMatch(/^error: .*colour/m)
  expect(out).toContain(`${ball}: good; 64x64, 8 fps, 8 frames (1.00 s)`)
  const json = JSON.parse((await call('check', ball, '--json')).out) as unknown
  expect(json).toEqual({ scenes: [{ file: ball, ok: true, problems: [] }] })
})

test('explain tells type, range, default, choices, example and what is in it', async () => {
  expect((await call('explain', 'world.sun.elevation')).out).toMatch(
    /type +a number.*\n +range .*\n +default .*\n +example /,
  )
  expect((await call('explain')).out).toMatch(/In it:\n.*\n* +version/)
  expect(JSON.parse((await call('explain', 'actors', '--json')).out)).toMatchObject({
    path: 'actors',
    choices: expect.arrayContaining(['sphere']),
  })
  expect((await call('explain', '--of', 'recipe', 'quotas')).out).toMatch(
    /^quotas\n.*\n +type +a list of [^]*In it:\n[^]* +ratio /,
  )
})

test('schema prints and writes the same JSON Schema', async () => {
  const file = join(folder, 'new/schema.json')
  const { out } = await call('schema')
  expect((await call('schema', '--out', file)).code).toBe(0)
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(JSON.parse(out))
  expect(readdirSync(join(folder, 'new'))).toEqual(['schema.json'])
})

test('control codes in a file name do not reach the terminal', async () => {
  const { err } = await call('render', join(folder, '\u001b[2Jx.json'))
  expect(err).toContain('There is no file')
  expect(err).not.toContain('\u001b')
})

function write(name: string, content: string | Uint8Array): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

function scene(change: object): string {
  return write(`scene-${scenes++}.json`, JSON.stringify({ ...good, ...change }))
}

function sparse(name: string, size: number): string {
  const file = write(name, '')
  truncateSync(file, size)
  return file
}
