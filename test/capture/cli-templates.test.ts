import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, test } from 'vitest'
import type { Manifest } from '#capture'
import { parseScene } from '#scenes'
import { call } from '../helpers/cli.ts'

const folder = mkdtempSync(join(tmpdir(), 'groundreel-templates-'))
afterAll(() => rmSync(folder, { recursive: true }))

let files = 0
const balls = {
  version: 1,
  name: 'balls',
  clip: { width: 64, height: 64, fps: 8, frames: 8 },
  params: {
    count: { type: 'int', min: 1, max: 4, default: 2 },
    at: { type: 'point', default: [0, 0, 0] },
  },
  cameras: [{ position: [0, 2, 6], lookAt: [0, 0.4, 0] }],
  actors: [
    { kind: 'ground', id: 'lawn' },
    {
      $repeat: {
        count: { $param: 'count' },
        of: {
          kind: 'sphere',
          id: 'ball',
          radius: { $uniform: [0.3, 0.5] },
          position: [{ $expr: '$index * 1.2 - 0.8 + at[0]' }, 0, 0],
          material: { color: { $pick: ['red', 'blue', 'yellow'] } },
        },
      },
    },
  ],
}
const template = write(balls)
const scene = write({
  version: 1,
  name: 'ball',
  cameras: [{ position: [0, 2, 6], lookAt: [0, 0, 0] }],
  actors: [{ kind: 'sphere', id: 'ball', radius: 1 }],
})

describe('cast', () => {
  test('plays bodies out before it is asked what happens to them', async () => {
    const falling = write({
      ...balls,
      clip: { width: 64, height: 64, fps: 24, frames: 48 },
      params: {},
      actors: [
        { kind: 'ground', id: 'lawn' },
        {
          kind: 'sphere',
          id: 'ball',
          radius: 0.3,
          position: [0, { $uniform: [0.5, 1] }, 0],
          body: {},
        },
      ],
      expect: [{ event: 'contact', a: 'ball', b: 'lawn' }],
    })
    const { code, out } = await call('cast', falling, '--seed', '1')
    expect(code).toBe(0)
    expect(parseScene(out, 'falling').actors[1]).toMatchObject({ body: { type: 'dynamic' } })
    const checked = await call('check', falling, '--seeds', '0-4')
    expect(checked.out).toMatch(/5 of 5 seeds cast/)
  })

  test('prints a scene, the same for the same seed', async () => {
    const [one, again, other] = [
      await call('cast', template, '--seed', '4'),
      await call('cast', template, '--seed', '4'),
      await call('cast', template, '--seed', '5'),
    ]
    expect([one.code, one.err]).toEqual([0, ''])
    expect(again.out).toBe(one.out)
    expect(other.out).not.toBe(one.out)
    expect(parseScene(one.out, 'cast').seed).toBe(4)
  })

  test('without a seed is that of seed 0', async () => {
    expect((await call('cast', template)).out).toBe(
      (await call('cast', template, '--seed', '0')).out,
    )
  })

  test('takes parameters, lists among them, in either way of writing', async () => {
    const { out } = await call('cast', template, '--param', 'count=3,at=[1,0,2]')
    expect(parseScene(out, 'cast').actors).toHaveLength(4)
    const apart = await call('cast', template, '--param', 'at=[1, 0, 2]', '--param', 'count=3')
    expect(apart.out).toBe(out)
  })

  test('varies one domain and keeps the rest', async () => {
    const [base, look] = await Promise.all(
      [
        ['--seed', '3'],
        ['--vary', 'look', '--base', '3', '--seed', '8'],
      ].map(async (more) => parseScene((await call('cast', template, ...more)).out, 'cast')),
    )
    const plain = (one: typeof base) =>
      JSON.stringify(one).replaceAll(/"color":"(red|blue|yellow)"/g, '"color":""')
    expect(plain(look)).toBe(plain(base))
    expect(JSON.stringify(look)).not.toBe(JSON.stringify(base))
  })

  test('writes a file that renders to the same clip, and tells every choice as JSON', async () => {
    const out = join(folder, 'cast.json')
    expect((await call('cast', template, '--seed', '4', '--out', out)).code).toBe(0)
    const printed = await call('cast', template, '--seed', '4')
    expect(readFileSync(out, 'utf8')).toBe(printed.out)
    expect((await call('check', out)).out).toContain('good')
    const json = JSON.parse((await call('cast', template, '--seed', '4', '--json')).out) as object
    expect(json).toMatchObject({
      scene: JSON.parse(printed.out) as object,
      template: {
        name: basename(template),
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        seed: 4,
        params: { count: 2, at: [0, 0, 0] },
        tries: 1,
        choices: expect.arrayContaining([
          expect.objectContaining({ path: 'actors/ball_0/radius' }),
        ]),
      },
    })
  })
})

describe('the hash of a template', () => {
  const hashOf = async (file: string) =>
    (JSON.parse((await call('cast', file, '--json')).out) as { template: { hash: string } })
      .template.hash

  test('is of what it and its fragments say, wherever they lie', async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, `hash-${name}`))
    const texts = ['{ "value": "one" }', '{ "value": "one" }', '{ "value": "two" }']
    const hashes: string[] = []
    for (const [i, place] of [a, b, c].entries()) {
      mkdirSync(String(place))
      writeFileSync(join(String(place), 'part.json'), String(texts[i]))
      writeFileSync(
        join(String(place), 't.json'),
        JSON.stringify({ ...balls, title: { $use: 'part.json' } }),
      )
      hashes.push(await hashOf(join(String(place), 't.json')))
    }
    expect(hashes[0]).toBe(hashes[1])
    expect(hashes[0]).not.toBe(hashes[2])
  })
})

describe('wrong calls', () => {
  const wrong: [argv: string[], wanted: RegExp][] = [
    [
      ['cast', scene, '--seed', '1'],
      /is a scene, not a template: --seed has no meaning, for it leaves nothing to chance\.\nLeave --seed out/,
    ],
    [['render', scene, '--seed', '0'], /--seed has no meaning/],
    [['still', scene, '--param', 'a=1'], /--param has no meaning/],
    [['sheet', scene, '--seeds', '0-3'], /--seeds has no meaning/],
    [['check', scene, '--seeds', '0-3'], /--seeds has no meaning/],
    [['cast', template, '--seed', '-1'], /--seed takes a whole number from 0/],
    [['cast', template, '--seed', '1.5'], /--seed takes a whole number/],
    [['cast', template, '--seed', '4294967296'], /--seed takes a whole number/],
    [['cast', template, '--param', 'count'], /--param takes name=value \(got "count"\)/],
    [['cast', template, '--param', 'cuont=3'], /params\.cuont.*did you mean `count`\?/],
    [
      ['cast', template, '--param', 'count=99'],
      /params\.count must be a whole number from 1 to 4 \(got 99\)/,
    ],
    [
      ['cast', template, '--param', 'count=two'],
      /params\.count must be a whole number from 1 to 4 \(got "two"\)/,
    ],
    [
      ['cast', template, '--vary', 'lok'],
      /--vary takes a list, each one of layout, .*did you mean look\?/,
    ],
    [['cast', template, '--base', '3'], /--base is for --vary/],
    [['sheet', template, '--seeds', '5-2'], /--seeds 5-2 runs backwards/],
    [['sheet', template, '--seeds', '0-999'], /names more than 100 seeds/],
    [
      ['sheet', template, '--seeds', 'all'],
      /--seeds takes seeds as in 0-11 or 3,8,20-25 \(got "all"\)/,
    ],
    [['sheet', template, '--seeds', '0', '--seed', '1'], /Give --seed or --seeds, not both/],
    [['sheet', template, '--seeds', '0', '--times', '9'], /9 s is past the end of seed 0/],
    [['new', 'A B'], /A name holds a-z, 0-9 and - only/],
    [['explain', '$pik'], /did you mean `\$pick`\?/],
  ]

  test.for(wrong)('%j', { timeout: 20_000 }, async ([argv, wanted]) => {
    const { code, err, out } = await call(...argv)
    expect(err + out).toMatch(wanted)
    expect(err).not.toMatch(/\n\s+at /)
    expect(code).toBe(2)
  })
})

describe('wrong templates', () => {
  const inner = { ...balls, params: {}, actors: [{ kind: 'ground', id: 'lawn' }] }
  const ball = { kind: 'sphere', id: 'ball', radius: 0.4 }
  const secret = join(folder, 'secret.json')
  writeFileSync(secret, '{ "value": "secret" }')
  const nest = join(folder, 'nest')
  mkdirSync(nest)
  symlinkSync(secret, join(nest, 'link.json'))
  symlinkSync(folder, join(nest, 'way'))
  writeFileSync(join(nest, 'binary.json'), Buffer.from([0xff, 0xfe, 0x00]))
  const nested = (title: unknown) => {
    const file = join(nest, `t${files++}.json`)
    writeFileSync(file, JSON.stringify({ ...inner, title, actors: [...inner.actors, ball] }))
    return file
  }

  const wrong: [what: string, file: string, wanted: RegExp][] = [
    [
      'an unknown operator',
      write({ ...inner, title: { $pik: ['x'] } }),
      /:1:\d+: title\.\$pik is not an operator; did you mean `\$pick`/,
    ],
    [
      '$pick of nothing',
      write({ ...inner, title: { $pick: [] } }),
      /must hold something to pick from/,
    ],
    [
      'negative weights',
      write({ ...inner, title: { $pick: [{ weight: -2, value: 1 }] } }),
      /must be a number of at least 0/,
    ],
    [
      'a billion copies',
      write({ ...inner, actors: [{ $repeat: { count: 1e9, of: ball } }] }),
      /must be from 0 to 5000 \(got 1000000000\)/,
    ],
    [
      'an expression bomb',
      write({ ...inner, title: { $expr: `${'('.repeat(1e5)}1${')'.repeat(1e5)}` } }),
      /must have at most 500 characters/,
    ],
    ['a huge exponent', write({ ...inner, title: { $expr: '9**9**9' } }), /is not a finite number/],
    [
      'names in a circle',
      write({ ...inner, let: { a: { $ref: 'a' } }, title: { $ref: 'a' } }),
      /depends on itself: a -> a/,
    ],
    [
      'a scatter that cannot fit',
      write({
        ...inner,
        actors: [...inner.actors, { $scatter: { count: 90, size: [1, 1], of: ball } }],
      }),
      /found no room for \d+ of 90 in 20 rounds of 100 tries/,
    ],
    ['a file outside', nested({ $use: '../secret.json' }), /leads out of the template's folder/],
    [
      'a link that leads outside',
      nested({ $use: 'link.json' }),
      /is a link out of the template's folder/,
    ],
    [
      'a folder link that leads outside',
      nested({ $use: 'way/secret.json' }),
      /is a link out of the template's folder/,
    ],
    ['a file that is missing', nested({ $use: 'none.json' }), /names no file that is there/],
    ['a file that is no text', nested({ $use: 'binary.json' }), /is no text in UTF-8/],
    ['a folder', nested({ $use: '../nest' }), /leads out|is no file/],
    ['an address', nested({ $use: 'http://example.com/a.json' }), /must be a file, not an address/],
    [
      'an expectation that never holds',
      write({
        ...inner,
        actors: [...inner.actors, { ...ball, radius: { $uniform: [0.3, 0.4] } }],
        expect: [{ event: 'stops', actor: 'ball' }],
      }),
      /expect\[0\]: \(stops of ball\) happens 0 times.*\(20 of 20 tries\)/,
    ],
  ]

  test.for(wrong)('%s', { timeout: 30_000 }, async ([, file, wanted]) => {
    for (const argv of [
      ['cast', file],
      ['render', file, '--out', join(folder, 'none')],
    ]) {
      const { code, err } = await call(...argv)
      expect(err).toMatch(wanted)
      expect(err).not.toMatch(/\n\s+at |not foreseen/)
      expect(code).toBe(2)
    }
    expect(existsSync(join(folder, 'none'))).toBe(false)
  })
})

describe('check', () => {
  test('casts 100 seeds and tells the spread of every choice', async () => {
    const { code, out } = await call('check', template)
    expect(code).toBe(0)
    expect(out).toContain(`${template}: 100 of 100 seeds cast (100 %)`)
    expect(out).toMatch(
      /actors\/ball_\*\/radius +\$uniform \(layout\): 0\.3\d* to 0\.(5|49\d*), mean 0\.(39|4)\d*, of 200/,
    )
    expect(out).toMatch(/actors\/ball_\*\/material\/color +\$pick \(look\): (\w+ \d+(, )?){3}/)
  })

  test('tells what stands in the way, and fails when too many seeds do', async () => {
    const hard = write({
      ...balls,
      expect: [{ visible: 'ball_0', share: 0.045, often: 1 }],
    })
    const { code, out } = await call('check', hard, '--seeds', '0-29', '--json')
    const { scenes } = JSON.parse(out) as {
      scenes: {
        ok: boolean
        template: {
          seeds: number
          cast: number
          retried: number
          reasons: { reason: string }[]
          failures: unknown[]
        }
      }[]
    }
    const [report] = scenes
    expect(report?.template.seeds).toBe(30)
    expect(report?.template.retried).toBeGreaterThan(0)
    expect(report?.template.reasons[0]?.reason).toMatch(/^expect\[0\]: \(ball_0 visible\) covers/)
    expect(report?.ok).toBe(true)
    expect(code).toBe(0)
    const never = write({ ...balls, expect: [{ visible: 'ball_0', share: 0.9 }] })
    const failed = await call('check', never, '--seeds', '0-3')
    expect(failed.code).toBe(1)
    expect(failed.out).toMatch(/0 of 4 seeds cast \(0 %\)\n +80 x expect\[0\]/)
  })

  test('tells scenes and templates apart, each in its own way', async () => {
    const bad = write({ ...balls, actors: [{ $pik: 1 }] })
    const { code, out } = await call('check', scene, template, bad)
    expect(code).toBe(2)
    expect(out).toMatch(
      /good; .*\n[\s\S]*100 of 100 seeds cast[\s\S]*\nerror: .*\$pik is not an operator/,
    )
  })
})

describe('new', () => {
  test('writes a commented template that casts, and does not replace a file', async () => {
    const out = join(folder, 'mine.json')
    const { code, err } = await call('new', 'mine', '--out', out)
    expect(code).toBe(0)
    expect(err).toContain(`groundreel sheet ${out} --seeds 0-11`)
    expect(readFileSync(out, 'utf8')).toMatch(/^\/\/ A template.*[\s\S]*"name": "mine"/)
    expect((await call('check', out)).out).toMatch(/(98|99|100) of 100 seeds cast/)
    const again = await call('new', 'mine', '--out', out)
    expect(again.code).toBe(2)
    expect(again.err).toMatch(/is there already/)
    expect((await call('new', 'mine', '--out', out, '--force')).code).toBe(0)
  })
})

test('schema describes templates too', async () => {
  const { out } = await call('schema', '--of', 'template')
  expect(JSON.parse(out)).toMatchObject({ title: 'groundreel template' })
})

describe('drawn', () => {
  test('a clip keeps the template, its seed and the value of every choice', async () => {
    const out = join(folder, 'out')
    const { code, err } = await call(
      'render',
      template,
      '--seed',
      '4',
      '--param',
      'count=3',
      '--out',
      out,
    )
    expect(err).toContain('Caption:')
    expect(code).toBe(0)
    expect(readdirSync(out)).toEqual(['balls-s4'])
    const manifest = JSON.parse(
      readFileSync(join(out, 'balls-s4/manifest.json'), 'utf8'),
    ) as Manifest
    expect(manifest).toMatchObject({ scene: 'balls', seed: 4 })
    expect(manifest.template).toMatchObject({
      name: basename(template),
      seed: 4,
      params: { count: 3 },
    })
    expect(manifest.template?.choices.map(({ path }) => path)).toContain('actors/ball_2/radius')
    const cast = await call('cast', template, '--seed', '4', '--param', 'count=3')
    expect(JSON.parse(readFileSync(join(out, 'balls-s4/scene.json'), 'utf8'))).toEqual(
      JSON.parse(cast.out),
    )
    expect((await call('verify', join(out, 'balls-s4'))).code).toBe(0)
    const varied = ['--vary', 'look', '--base', '4', '--seed', '9', '--param', 'count=3']
    expect((await call('render', template, ...varied, '--out', out)).code).toBe(0)
    expect(readdirSync(out).sort()).toEqual(['balls-s4', 'balls-s4-look-s9'])
  })

  test('a sheet shows several seeds on one picture; those that fail are told', async () => {
    const out = join(folder, 'seeds.png')
    const { code, err } = await call(
      'sheet',
      template,
      '--seeds',
      '0-5',
      '--cell',
      '64',
      '--out',
      out,
    )
    expect(err).toContain('6 pictures')
    expect(code).toBe(0)
    const { width, height } = PNG.sync.read(readFileSync(out))
    expect([width, height]).toEqual([6 + 3 * 70, 6 + 2 * 86])
    const picky = write({ ...balls, expect: [{ visible: 'ball_0', share: 0.9 }] })
    const none = await call('sheet', picky, '--seeds', '0-1', '--out', join(folder, 'none.png'))
    expect(none.code).toBe(1)
    expect(none.err).toMatch(/^seed 0: .*expect\[0\][\s\S]*^seed 1: /m)
    expect(existsSync(join(folder, 'none.png'))).toBe(false)
  })

  test('a still is of the seed asked for', async () => {
    const [one, two] = [join(folder, 'one.png'), join(folder, 'two.png')]
    await call('still', template, '--seed', '1', '--out', one)
    await call('still', template, '--seed', '2', '--out', two)
    expect(readFileSync(one).equals(readFileSync(two))).toBe(false)
  })
})

function write(content: object): string {
  const file = join(folder, `t${files++}.json`)
  writeFileSync(file, JSON.stringify(content))
  return file
}
