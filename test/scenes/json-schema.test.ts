import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { parse } from 'jsonc-parser'
import { expect, test } from 'vitest'
import { explain, KINDS, sceneJsonSchema } from '#scenes'
import { schemaFaults } from '../helpers/json-schema.ts'

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

function faults(value: unknown): string[] {
  return schemaFaults(value, schema)
}
