import { CompletionContext } from '@codemirror/autocomplete'
import { EditorState } from '@codemirror/state'
import { expect, test } from 'vitest'
import { sceneJsonSchema, templateJsonSchema, type JsonSchema } from '#scenes'
import { completionsAt } from '../../../renderer/studio/editor/completions.ts'
import { docAt } from '../../../renderer/studio/editor/docs.ts'

const scene = sceneJsonSchema()

test('keys that are missing are offered, those of the kind alone', () => {
  const labels = offered('{ "actors": [{ "kind": "sphere", "id": "ball", "|" }] }')
  expect(labels).toContain('"radius"')
  expect(labels).toContain('"material"')
  expect(labels).not.toContain('"kind"')
  expect(labels).not.toContain('"shirt"')
  expect(offered('{ // a comment\n "wor| }')).toContain('"world"')
  expect(offered('{ "world": { "sun": { "|" } } }')).toContain('"elevation"')
})

test('values that the format names are offered', () => {
  expect(offered('{ "actors": [{ "kind": "|" }] }')).toEqual(
    expect.arrayContaining(['"sphere"', '"person"', '"group"']),
  )
  expect(offered('{ "actors": [{ "kind": "box", "material": { "surface": "|" } }] }')).toContain(
    '"wood"',
  )
})

test('in a template operators are offered where a value may be chosen', () => {
  const labels = offered(
    '{ "actors": [{ "kind": "sphere", "radius": { "|" } }] }',
    templateJsonSchema(),
  )
  expect(labels).toContain('"$uniform"')
})

test('a key that is pointed at is explained', () => {
  const text = '{ "world": { "sun": { "elevation": 35 } } }'
  expect(docAt(scene, text, text.indexOf('elevation') + 2)).toMatchObject({ name: 'elevation' })
  expect(docAt(scene, text, text.indexOf('elevation') + 2)?.text).toMatch(/horizon/i)
})

/** Labels at the bar in a text. */
function offered(marked: string, schema: JsonSchema = scene): string[] {
  const at = marked.indexOf('|')
  const doc = marked.replace('|', '')
  const context = new CompletionContext(EditorState.create({ doc }), at, true)
  return completionsAt(schema, context)?.options.map(({ label }) => label) ?? []
}
