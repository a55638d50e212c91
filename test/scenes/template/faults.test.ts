import { describe, expect, test } from 'vitest'
import { CastError, isTemplateText, SceneError, TemplateError } from '#scenes'
import {
  ball,
  castOf,
  fromText,
  ground,
  lawn,
  template,
  withActor,
  type Files,
} from './templates.ts'

/** The message of what casting a template throws; nothing but a TemplateError will do. */
function fault(
  change: object,
  { files = {}, params = {} }: { files?: Files; params?: object } = {},
): string {
  try {
    castOf(template(change, files), 0, { ...params })
  } catch (error) {
    if (error instanceof SceneError) return error.message
    throw error
  }
  throw new Error('it was cast')
}

/** The same with an operator as the ball's radius. */
function radius(operator: unknown, change: object = {}): string {
  return fault({ actors: [ground, { ...ball, radius: operator }], ...change })
}

const bomb = `${'('.repeat(40)}1${')'.repeat(40)}`
const long = Array.from({ length: 300 }, () => '1').join('+')

describe('an operator that is', () => {
  test.each<[string, unknown, RegExp]>([
    [
      'unknown',
      { $pik: [1, 2] },
      /:33:5: actors\[1\]\.radius\.\$pik is not an operator; did you mean `\$pick`\?/,
    ],
    ['far from any', { $zzzzzzzz: 1 }, /is not an operator; the operators are \$uniform, \$int/],
    ['beside another key', { $pick: [1], radius: 2 }, /radius: cannot stand beside `\$pick`/],
    [
      'beside another operator',
      { $pick: [1], $int: [1, 2] },
      /\$int: cannot stand beside `\$pick`; an operator is an object of its own/,
    ],
    ['missing beside $as', { $as: 'r' }, /\$as: stands beside no operator/],
    [
      'of an unknown domain',
      { $int: [1, 2], $domain: 'lok' },
      /\$domain must be one of layout, motion, look, .* \(got "lok"\); did you mean `look`\?/,
    ],
    ['$pick of nothing', { $pick: [] }, /\$pick must hold something to pick from \(got \[\]\)/],
    ['$pick of no list', { $pick: 'red' }, /\$pick must be a list of values/],
    [
      'of negative weight',
      {
        $pick: [
          { weight: -1, value: 1 },
          { weight: 2, value: 2 },
        ],
      },
      /\$pick\[0\]\.weight must be a number of at least 0 \(got -1\)/,
    ],
    [
      'of weights 0',
      { $pick: [{ weight: 0, value: 1 }] },
      /\$pick must not have all its weights 0/,
    ],
    [
      'weighted in part',
      { $pick: [{ weight: 1, value: 1 }, 2] },
      /\$pick\[1\] must be `{ weight, value }` as the others are/,
    ],
    [
      'of weight without value',
      { $pick: [{ weight: 1 }] },
      /\$pick\[0\] has a weight but no value/,
    ],
    [
      '$uniform backwards',
      { $uniform: [2, 1] },
      /\$uniform must be \[low, high\], the lower one first/,
    ],
    ['$uniform of words', { $uniform: ['a', 1] }, /\$uniform\[0\] must be a number \(got "a"\)/],
    ['$uniform of three', { $uniform: [1, 2, 3] }, /\$uniform must be two numbers \[low, high\]/],
    ['$int of a fraction', { $int: [0.5, 2] }, /\$int\[0\] must be a whole number/],
    [
      '$normal out of reach',
      { $normal: { mean: 0, sd: 1, min: 50, max: 60 } },
      /\$normal: leaves next to nothing of the bell between 50 and 60/,
    ],
    [
      '$normal of negative deviation',
      { $normal: { mean: 0, sd: -1 } },
      /\$normal\.sd must be at least 0 \(got -1\)/,
    ],
    [
      '$normal misspelt',
      { $normal: { mean: 0, sdd: 1 } },
      /\$normal\.sdd is not a key that exists here; did you mean `sd`\?/,
    ],
    [
      '$chance above 1',
      { $chance: { probability: 2, then: 1 } },
      /\$chance\.probability must be from 0 to 1 \(got 2\)/,
    ],
    ['$chance without then', { $chance: { probability: 0.5 } }, /\$chance\.then is missing/],
    [
      '$sample of too many',
      { $sample: { from: [1, 2], count: 3 } },
      /\$sample must not ask for more than its `from` holds/,
    ],
    [
      'an unknown $param',
      { $param: 'size' },
      /\$param names no parameter \(got "size"\); declare it in `params`/,
    ],
    ['an unknown $ref', { $ref: 'size' }, /\$ref names no value \(got "size"\)/],
    [
      'a computed argument of the wrong kind',
      { $uniform: [0, { $pick: ['x'] }] },
      /\$uniform\[1\] must be a number \(got "x"\)/,
    ],
  ])('%s', (_, operator, wanted) => {
    expect(radius(operator)).toMatch(wanted)
    expect(radius(operator)).toMatch(/^test\.json:\d+:\d+: actors\[1\]\.radius/)
  })
})

describe('an expression that', () => {
  test.each<[string, string, RegExp]>([
    ['is empty', ' ', /is empty/],
    ['is cut off', '(1 + ', /cannot be read: /],
    ['is two', '1; 2', /must be one expression/],
    ['is too long', long, /must have at most 500 characters, not 599/],
    ['is too deep in brackets', bomb, /must not nest deeper than 32/],
    ['is too deep in signs', `${'-'.repeat(60)}1`, /must not nest deeper than 32 operations/],
    ['has a huge exponent', '9 ** 9 ** 9', /is not a finite number: 9 \*\* 387420489/],
    ['overflows', '1e308 * 10', /is not a finite number: 1e\+308 \* 10/],
    ['divides by nothing', '1 / 0', /is not a finite number: 1 \/ 0/],
    ['roots a negative', 'sqrt(-1)', /is not a finite number: sqrt\(-1\)/],
    [
      'names nothing',
      'radus * 2',
      /names `radus`, which is nothing here .*; did you mean `radius`\?/,
    ],
    ['calls nothing', 'sine(3)', /calls `sine`, which is no function .*; did you mean `sin`\?/],
    ['calls a method', "'a'.constructor('x')", /calls what is no function/],
    [
      'asks for a prototype',
      'radius.constructor',
      /asks for `constructor` of what does not have it/,
    ],
    ['asks for __proto__', 'box.__proto__', /asks for `__proto__` of what does not have it/],
    ['asks for this', 'this', /holds something that expressions do not know/],
    ['gives too few', 'atan2(1)', /gives atan2 1 values; it takes 2/],
    ['reckons with words', "'a' * 2", /reckons with `\*` "a", which is not a number/],
    ['asks whether a number is true', '1 ? 2 : 3', /asks whether 1 is true .*; compare it/],
    ['blows up a text', 'text + text + text + text', /makes a text of more than 500 characters/],
    ['has an unknown sign', '1 << 2', /has an operator `<<` that expressions do not know/],
    ['assigns', 'radius = 2', /must be one expression|cannot be read/],
  ])('%s', (_, text, wanted) => {
    const message = radius(
      { $expr: text },
      { let: { radius: 1, box: { a: 1 }, text: 'x'.repeat(180) } },
    )
    expect(message).toMatch(wanted)
    expect(message).toMatch(/^test\.json:\d+:\d+: actors\[1\]\.radius\.\$expr/)
  })

  test.each<[string, unknown]>([
    ['2 + 3 * 4 ** 2', 50],
    ['-radius + +1', 0],
    ['sin(30) + cos(60)', 1],
    ['atan2(1, 1)', 45],
    ['min(3, 1, 2) + max(1, 2)', 3],
    ['clamp(9, 0, 5) + mix(0, 10, 0.3)', 8],
    ['7 % 4 == 3 && !(1 > 2) ? 1 : 0', 1],
    ['1 > 2 || 2 >= 2 ? 1 : 0', 1],
    ['box.a + list[1]', 21],
  ])('%s is right', (text, value) => {
    const of = template({
      let: { radius: 1, box: { a: 1 }, list: [10, 20], result: { $expr: text } },
      title: { $expr: "'' + result" },
    })
    expect(Number(castOf(of).scene.title)).toBeCloseTo(value as number, 9)
  })
})

describe('names', () => {
  test.each<[string, object, RegExp]>([
    [
      'in a circle',
      { let: { a: { $expr: 'b' }, b: { $expr: 'c + 1' }, c: { $ref: 'a' } }, title: { $ref: 'a' } },
      /depends on itself: a -> b -> c -> a/,
    ],
    [
      'of itself',
      { let: { a: { $expr: 'a' } }, title: { $ref: 'a' } },
      /depends on itself: a -> a/,
    ],
    [
      'given twice',
      { let: { a: 1 }, title: { $pick: ['x'], $as: 'a' } },
      /title\.\$as: is the name of another value already|title\.\$as is the name of another value already/,
    ],
    [
      'of a parameter',
      { params: { a: { type: 'int', default: 1 } }, let: { a: 1 } },
      /let\.a is the name of a parameter already/,
    ],
    ['of a function', { let: { sin: 1 } }, /let\.sin is a word of expressions already/],
    ['with spaces', { let: { 'a b': 1 } }, /a name starts with a letter and holds/],
  ])('%s', (_, change, wanted) => {
    expect(fault(change)).toMatch(wanted)
  })

  test('of a copy are not known outside of it', () => {
    const repeat = {
      $repeat: { count: 1, of: { ...ball, radius: { $uniform: [0.1, 0.2], $as: 'r' } } },
    }
    expect(fault({ actors: [ground, repeat], title: { $ref: 'r' } })).toMatch(
      /title\.\$ref names no value/,
    )
  })
})

describe('parameters', () => {
  const params = {
    count: { type: 'int', min: 1, max: 9, default: 3 },
    size: { type: 'number' },
    shade: { type: 'choice', choices: ['red', 'blue'], default: 'red' },
  }
  const given = (more: object) => fault({ params }, { params: more })

  test.each(['min', 'floor', 'this'])('one called `%s`, as expressions have it', (name) => {
    expect(fault({ params: { [name]: { type: 'int', default: 1 } } })).toBe(
      `test.json:39:3: params.${name} is a word of expressions already: choose another name, such as \`own_${name}\` (got "${name}")`,
    )
  })

  test.each<[string, object, RegExp]>([
    [
      'unknown',
      { cuont: 3, size: 1 },
      /^test\.json:\d+:\d+: params\.cuont.*no such parameter is declared; did you mean `count`\?/,
    ],
    [
      'too high',
      { count: 99, size: 1 },
      /params\.count must be a whole number from 1 to 9 \(got 99\)/,
    ],
    [
      'of a wrong type',
      { count: 'many', size: 1 },
      /params\.count must be a whole number from 1 to 9 \(got "many"\)/,
    ],
    ['a fraction', { count: 1.5, size: 1 }, /params\.count must be a whole number/],
    [
      'no choice',
      { shade: 'pink', size: 1 },
      /params\.shade must be one of red, blue \(got "pink"\)/,
    ],
    [
      'left out',
      {},
      /params\.size needs a value for the parameter `size`: a number; give it with --param size=/,
    ],
  ])('%s', (_, more, wanted) => {
    expect(given(more)).toMatch(wanted)
  })

  test('are checked as they are declared', () => {
    expect(fault({ params: { a: { type: 'integer' } } })).toMatch(/params\.a\.type/)
    expect(fault({ params: { a: { type: 'int', default: 0.5 } } })).toMatch(
      /params\.a\.default must be a whole number \(got 0\.5\)/,
    )
    expect(fault({ params: { a: { type: 'int', maximum: 3 } } })).toMatch(
      /params\.a\.maximum is not a key/,
    )
  })
})

describe('$use of a file', () => {
  const good = '{ "value": 1 }'
  const use = (file: unknown, files: Files = {}) => fault({ title: { $use: file } }, { files })

  test.each<[string, string, RegExp]>([
    [
      'that is missing',
      'none.json',
      /title\.\$use names no file that is there \(got "none\.json"\)/,
    ],
    [
      'above the folder',
      '../secret.json',
      /title\.\$use leads out of the template's folder; only files in it or below are read \(got "\.\.\/secret\.json"\)/,
    ],
    ['above by a way round', 'a/../../secret.json', /leads out of the template's folder/],
    ['at an absolute path', '/etc/passwd', /must be relative to the file that names it/],
    ['at home', '~/x.json', /must be relative/],
    ['of Windows', 'C:\\x.json', /must be a file, not an address/],
    ['at an address', 'https://example.com/x.json', /must be a file, not an address/],
    ['of data', 'data:,1', /must be a file, not an address/],
    ['with backslashes', 'a\\b.json', /must be written with \/ between its folders/],
  ])('%s', (_, file, wanted) => {
    expect(use(file)).toMatch(wanted)
    expect(use({ file })).toMatch(/title\.\$use\.file/)
  })

  test('that use each other tell the chain', () => {
    const files = {
      'a.json': '{ "value": { "$use": "b.json" } }',
      'b.json': '{ "value": [{ "$use": { "file": "a.json" } }] }',
    }
    expect(use('a.json', files)).toBe(
      'b.json:1:33: value[0].$use.file: uses itself in a circle: a.json -> b.json -> a.json',
    )
  })

  test('with what it does not take, at the place that gives it', () => {
    const files = {
      'p.json': '{ "params": { "n": { "type": "int", "max": 3 } }, "value": { "$param": "n" } }',
    }
    expect(use({ file: 'p.json', with: { n: 7 } }, files)).toMatch(
      /^test\.json:\d+:\d+: title\.\$use\.with\.n must be a whole number of at most 3 \(got 7\)/,
    )
    expect(use({ file: 'p.json', with: { m: 1, n: 1 } }, files)).toMatch(
      /no such parameter is declared/,
    )
    expect(use('p.json', files)).toMatch(/needs a value for the parameter `n`/)
  })

  test('that is no fragment', () => {
    expect(use('x.json', { 'x.json': '{ "valu": 1 }' })).toMatch(
      /^x\.json:1:3: valu is not a key of a fragment; did you mean `value`\?/,
    )
    expect(use('x.json', { 'x.json': '{ "params": {} }' })).toMatch(
      /^x\.json:1:1: value is missing/,
    )
    expect(use('x.json', { 'x.json': '[1' })).toMatch(/^x\.json:1:/)
    expect(use('x.json', { 'x.json': '' })).toMatch(/the file is empty/)
    expect(use(7)).toMatch(/title\.\$use/)
    expect(
      fault({ title: { $use: { file: { $pick: ['x.json'] } } } }, { files: { 'x.json': good } }),
    ).toMatch(/must name its file in plain words/)
  })

  test('whose mistakes are told in it', () => {
    const files = { 'p.json': '{\n  "value": { "$uniform": [2, 1] }\n}' }
    expect(use('p.json', files)).toMatch(/^p\.json:2:26: value\.\$uniform must be \[low, high\]/)
  })
})

describe('what is too much', () => {
  const small = { id: 'b', kind: 'sphere', radius: 0.1 }

  test.each<[string, unknown, RegExp]>([
    [
      'a billion copies',
      { $repeat: { count: 1e9, of: small } },
      /\$repeat\.count must be from 0 to 5000 \(got 1000000000\)/,
    ],
    [
      'a computed billion',
      { $repeat: { count: { $expr: '10 ** 9' }, of: small } },
      /\$repeat\.count must be from 0 to 5000 \(got 1000000000\)/,
    ],
    [
      'copies of copies',
      {
        $repeat: {
          count: 5000,
          of: { id: 'g', kind: 'group', children: [{ $repeat: { count: 5000, of: small } }] },
        },
      },
      /makes the scene larger than 1000000 values; repeat less/,
    ],
    [
      'more actors than a scene holds',
      {
        $repeat: {
          count: 60,
          of: { id: 'g', kind: 'group', children: [{ $repeat: { count: 100, of: small } }] },
        },
      },
      /actors must hold at most 5000 actors/,
    ],
    [
      'a grid of a billion',
      { $grid: { columns: 5000, rows: 5000, layers: 5000, spacing: [1, 1], of: small } },
      /would hold 125000000000 copies; there may be 5000/,
    ],
    [
      'a line without end',
      {
        $line: {
          points: [
            [0, 0, 0],
            [9000, 0, 0],
          ],
          spacing: 0.001,
          of: small,
        },
      },
      /would hold 9000001 copies; there may be 5000/,
    ],
    [
      'a negative count',
      { $repeat: { count: -1, of: small } },
      /\$repeat\.count must be from 0 to 5000 \(got -1\)/,
    ],
    [
      'half a copy',
      { $repeat: { count: 0.5, of: small } },
      /\$repeat\.count must be a whole number/,
    ],
  ])('%s', { timeout: 60_000 }, (_, actor, wanted) => {
    expect(fault({ actors: [ground, ball, actor] })).toMatch(wanted)
  })
})

describe('a placement that', () => {
  test('cannot fit says why, after a bounded number of tries', () => {
    const actor = {
      $scatter: {
        count: 50,
        size: [2, 2],
        of: { id: 'crate', kind: 'box', size: [0.8, 0.8, 0.8] },
      },
    }
    const message = fault({ actors: [ground, actor] })
    expect(message).toMatch(
      /^test\.json:30:16: actors\[1\]\.\$scatter: found no room for \d of 50 in 20 rounds of 100 tries: it is 1\.131 m wide in an area of 2 x 2 m \(20 of 20 tries\); ask for fewer/,
    )
  })

  test.each<[string, unknown, RegExp]>([
    [
      'has no area',
      { $scatter: { count: 2, of: ball } },
      /\$scatter needs an area: `size`, `radius` or `on`/,
    ],
    [
      'has two areas',
      { $scatter: { count: 2, size: [1, 1], radius: 2, of: ball } },
      /needs `size` or `radius`, not both/,
    ],
    [
      'rests on nobody',
      { id: 'mug', kind: 'mug', position: { $on: { actor: 'groud' } } },
      /names `groud`, which is no actor; did you mean `ground`\?/,
    ],
    [
      'rests beside',
      { id: 'mug', kind: 'mug', position: { $on: { actor: 'table', at: [5, 0] } } },
      /\$on\.at is beside `table` \(got \[5,0\]\)/,
    ],
    ['stacks no actor', { $stack: { count: 2, of: 7 } }, /\$stack\.of must be an actor/],
    [
      'has both count and spacing',
      {
        $line: {
          points: [
            [0, 0, 0],
            [1, 0, 0],
          ],
          count: 2,
          spacing: 1,
          of: ball,
        },
      },
      /needs either `count` or `spacing`/,
    ],
    [
      'leads nowhere',
      {
        $line: {
          points: [
            [0, 0, 0],
            [0, 0, 0],
          ],
          count: 2,
          of: ball,
        },
      },
      /leads nowhere/,
    ],
  ])('%s', (_, actor, wanted) => {
    expect(
      fault({ actors: [ground, { id: 'table', kind: 'table', position: [0, 0, -2] }, actor] }),
    ).toMatch(wanted)
  })

  test.each<[string, unknown, RegExp]>([
    ['number', 7, /\$ring\.of: must be an actor|\$ring\.of must be an actor/],
    ['list', [ball], /\$ring\.of must be an actor/],
    [
      'fragment of several',
      { $use: 'two.json' },
      /\$use: makes a list, which cannot be placed; put its actors into a group/,
    ],
  ])('puts a %s somewhere', (_, of, wanted) => {
    const files = { 'two.json': JSON.stringify({ value: [ball, ball] }) }
    expect(fault({ actors: [ground, { $ring: { count: 2, radius: 1, of } }] }, { files })).toMatch(
      wanted,
    )
  })

  test('rests on itself tells the circle', () => {
    const on = (id: string, actor: string) => ({ id, kind: 'mug', position: { $on: { actor } } })
    expect(fault({ actors: [ground, on('a', 'b'), on('b', 'c'), on('c', 'a')] })).toMatch(
      /rests on itself: a -> b -> c -> a/,
    )
  })
})

describe('a cast that is no scene', () => {
  test('is told at its place in the template, with the value that came', () => {
    const repeat = { $repeat: { count: 2, of: { ...ball, radius: { $expr: '0.5 - $index' } } } }
    expect(fault({ actors: [ground, repeat] })).toMatch(
      /^test\.json:\d+:\d+: actors\[1\]\.\$repeat\.of\.radius must be at least 0\.001 m \(got -0\.5\)$/m,
    )
  })

  test('tells misspelt keys and missing ones', () => {
    expect(radius({ $pick: ['big'] })).toMatch(/actors\[1\]\.radius must be a number/)
    const { radius: _, ...less } = ball
    expect(fault({ actors: [ground, { ...less, radus: { $int: [1, 1] } }] })).toMatch(
      /actors\[1\]\.radus is not a key of kind `sphere`; did you mean `radius`\?/,
    )
    expect(fault({ actors: [ground, { ...less, title: 1 }], title: { $pick: ['x'] } })).toMatch(
      /radius is missing/,
    )
  })

  test('of ids that two copies share is told', () => {
    expect(fault({ actors: [ground, ball, { $pick: [ball] }] })).toMatch(
      /actors\[2\]\.\$pick\[0\]\.id is already the id of actors\[1\]/,
    )
  })
})

describe('what is a template', () => {
  test.each([
    [JSON.stringify(lawn), false],
    [JSON.stringify({ $schema: './scene.schema.json', ...lawn }), false],
    [JSON.stringify({ ...lawn, title: { $pick: ['x'] } }), true],
    [JSON.stringify({ ...lawn, params: {} }), true],
    [JSON.stringify({ ...lawn, title: 'the "params" of "$pick"' }), false],
    ['{ "$pick": ', false],
    ['', false],
  ])('%s: %s', (text, is) => expect(isTemplateText(text)).toBe(is))

  test('errors are those of scenes, so that who tells one tells the other', () => {
    expect(() => fromText('{ "version": 1, }, ')).toThrow(SceneError)
    expect(() => castOf(withActor({ $pik: 1 }))).toThrow(TemplateError)
    expect(() => castOf(template({ expect: [{ event: 'stops' }] }))).toThrow(CastError)
  })
})
