import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'jsonc-parser'
import { expect, test } from 'vitest'
import { explain, KINDS, sceneJsonSchema, type JsonSchema } from '#scenes'

const schema = sceneJsonSchema()
const examples = new URL('../../scenes/examples/', import.meta.url)
const ball = readFileSync(new URL('../fixtures/ball.json', import.meta.url), 'utf8')

test('every kind of actor has its definition, and the union names them all', () => {
  const kinds = ['group', ...Object.keys(KINDS)]
  expect(Object.keys(schema.definitions ?? {})).toEqual(expect.arrayContaining(kinds))
  expect(schema.definitions?.['actor']?.oneOf?.map(({ $ref }) => $ref).sort()).toEqual(
    kinds.map((kind) => `#/definitions/${kind}`).sort(),
  )
})

test('it is plain JSON of draft 7, and every reference leads somewhere', () => {
  const text = JSON.stringify(schema)
  expect(JSON.parse(text)).toEqual(schema)
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#')
  for (const [, name] of text.matchAll(/"#\/definitions\/([^"]+)"/g))
    expect(schema.definitions).toHaveProperty(name as string)
})

test('fields carry the texts that editors show', () => {
  expect(schema.definitions?.['sphere']).toMatchObject({
    description: KINDS.sphere.doc,
    properties: { radius: { description: 'Metres.' } },
  })
  expect(schema.definitions?.['world']?.description).toBe(explain('world').doc)
})

test('the good fixture and its parts are accepted', () => {
  expect(faults(read(ball))).toEqual([])
})

const files = existsSync(examples)
  ? readdirSync(examples).filter((file) => file.endsWith('.json'))
  : []
test.runIf(files.length > 0).for(files)('scenes/examples/%s is accepted', (file) => {
  expect(faults(read(readFileSync(new URL(file, examples), 'utf8')))).toEqual([])
})

test.each([
  ['"radius": 0.4', '"radius": -1', '/actors/1'],
  ['"radius": 0.4', '"radus": 0.4', '/actors/1'],
  ['"kind": "box"', '"kind": "bux"', '/actors/2'],
  ['"color": "red"', '"color": "rde"', '/actors/1'],
  ['"place": "park"', '"place": "prak"', '/world/place'],
  ['"fps": 24', '"fps": 23.5', '/clip/fps'],
  ['"fps": 24', '"fsp": 24', '/clip/fsp'],
  ['"version": 1,', '', '/version'],
  ['[-2, 0, 0],', '[-2, 0],', '/actors/1'],
])('%s instead of %s is underlined', (good, bad, place) => {
  expect(ball).toContain(good)
  expect(faults(read(ball.replace(good, bad)))).toContain(place)
})

function read(text: string): unknown {
  return parse(text, [], { allowTrailingComma: true })
}

/** Where a value breaks the schema: the keywords of draft 7 that our schema uses, read by the specification. */
function faults(value: unknown, part: JsonSchema = schema, at = ''): string[] {
  const { $ref, allOf, anyOf, oneOf, const: only, enum: words, type } = part
  const out: string[] = []
  const expectThat = (holds: boolean) => holds || out.push(at)
  if ($ref)
    out.push(...faults(value, schema.definitions?.[$ref.split('/').at(-1) as string] ?? {}, at))
  for (const each of allOf ?? []) out.push(...faults(value, each, at))
  if (anyOf) expectThat(anyOf.some((option) => faults(value, option).length === 0))
  if (oneOf) expectThat(oneOf.filter((option) => faults(value, option).length === 0).length === 1)
  if (only !== undefined) expectThat(value === only)
  if (words) expectThat(words.includes(value))
  if (type) expectThat(typeOf(value) === type || (type === 'number' && typeOf(value) === 'integer'))
  if (typeof value === 'number') {
    expectThat(value >= (part.minimum ?? -Infinity) && value <= (part.maximum ?? Infinity))
    expectThat(value % (part.multipleOf ?? 1e-9) === 0 || part.multipleOf === undefined)
  }
  if (typeof value === 'string') {
    expectThat(new RegExp(part.pattern ?? '').test(value))
    expectThat(
      value.length >= (part.minLength ?? 0) && value.length <= (part.maxLength ?? Infinity),
    )
  }
  if (Array.isArray(value)) {
    expectThat(value.length >= (part.minItems ?? 0) && value.length <= (part.maxItems ?? Infinity))
    value.forEach((item, i) => {
      const own = Array.isArray(part.items) ? part.items[i] : part.items
      if (own) out.push(...faults(item, own, `${at}/${i}`))
    })
  } else if (typeof value === 'object' && value !== null) {
    for (const key of part.required ?? []) if (!(key in value)) out.push(`${at}/${key}`)
    for (const [key, item] of Object.entries(value)) {
      const own = part.properties?.[key]
      if (own) out.push(...faults(item, own, `${at}/${key}`))
      else if (part.additionalProperties === false) out.push(`${at}/${key}`)
    }
  }
  return out
}

function typeOf(value: unknown): string {
  if (Array.isArray(value)) return 'array'
  if (value === null) return 'null'
  return Number.isInteger(value) ? 'integer' : typeof value
}
