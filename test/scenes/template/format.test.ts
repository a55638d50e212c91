import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'jsonc-parser'
import { describe, expect, test } from 'vitest'
import { explain, OPERATORS, templateJsonSchema, UnknownPathError } from '#scenes'
import { schemaFaults } from '../../helpers/json-schema.ts'
import { ball, ground, lawn } from './templates.ts'

const schema = templateJsonSchema()
const folder = new URL('../../../scenes/templates/', import.meta.url)
const names = OPERATORS.map(({ name }) => name)

describe('the JSON Schema of templates', () => {
  test('is plain JSON, and every reference leads somewhere', () => {
    const text = JSON.stringify(schema)
    expect(JSON.parse(text)).toEqual(schema)
    for (const [, name] of text.matchAll(/"#\/definitions\/([^"]+)"/g))
      expect(schema.definitions).toHaveProperty(name as string)
  })

  test.each(readdirSync(folder).filter((name) => name.endsWith('.json')))('accepts %s', (name) => {
    const text = readFileSync(new URL(name, folder), 'utf8')
    expect(schemaFaults(parse(text, [], { allowTrailingComma: true }), schema)).toEqual([])
  })

  test.each(OPERATORS.map((operator) => [operator.name, operator.example] as const))(
    'accepts %s, for a value and in a list',
    (_, example) => {
      const written = { ...lawn, title: example, actors: [ground, ball, example] }
      expect(schemaFaults(written, schema)).toEqual([])
    },
  )

  test.each<[object, string]>([
    [{ title: { $pik: ['x'] } }, '/title'],
    [{ title: { $pick: [] } }, '/title'],
    [{ title: { $uniform: [1, 'x'] } }, '/title'],
    [{ title: { $pick: ['x'], $domain: 'lok' } }, '/title'],
    [{ params: { a: { type: 'integer' } } }, '/params/a'],
    [{ actors: [ground, { ...ball, radus: { $int: [1, 2] } }] }, '/actors'],
    [{ expct: [] }, '/expct'],
  ])('underlines %j', (change, place) => {
    expect(schemaFaults({ ...lawn, ...change }, schema)).toContain(place)
  })
})

describe('explain', () => {
  test.each(names)('%s tells its sentence, arguments and an example', (name) => {
    const found = explain(name)
    const operator = OPERATORS.find((one) => one.name === name)
    expect(found.path).toBe(name)
    expect(found.doc).toContain(operator?.doc)
    expect(found.example).toEqual(operator?.example)
    for (const child of found.children) {
      expect(child.doc, `${name}.${child.name}`).toMatch(/\w/)
      expect(explain(`${name}.${child.name}`).doc).toBe(child.doc)
    }
  })

  test('tells what a template has beside a scene', () => {
    expect(explain('params').doc).toMatch(/What a call may set/)
    expect(explain('let').example).toEqual({ radius: { $uniform: [0.2, 0.5] } })
    expect(explain('expect').children.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['event', 'actor', 'visible', 'share']),
    )
    expect(explain('expect.before').type).toMatch(/^a number from 0/)
  })

  test.each([
    ['$pik', '$pick'],
    ['$grid.colums', '$grid.columns'],
    ['$scatter.keepout', '$scatter.keepOut'],
  ])('%s is told as %s', (wrong, near) => {
    expect(() => explain(wrong)).toThrow(UnknownPathError)
    expect(() => explain(wrong)).toThrow(`did you mean \`${near}\`?`)
  })
})
