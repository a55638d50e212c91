import { describe, expect, test } from 'vitest'
import { type JsonSchema, parseScene, sceneJsonSchema } from '#scenes'
import { schemasAt } from '../../../renderer/studio/editor/schema-at.ts'
import { controlOf } from '../../../renderer/studio/fields/control.ts'
import { changesFor } from '../../../renderer/studio/scene/change-json.ts'
import {
  chainAt,
  chainOfMember,
  type Item,
  membersOf,
  outlineOf,
} from '../../../renderer/studio/scene/outline.ts'

const TEXT = `// A desk.
{
  "version": 1,
  "name": "desk",
  "world": { "sun": { "elevation": 30 } },
  "cameras": [{ "id": "main", "position": [0, 1.4, 5], "lookAt": [0, 0.5, 0] }],
  "actors": [
    { "kind": "ground", "id": "lawn" },
    {
      "kind": "group", "id": "stack", // two boxes
      "children": [
        { "kind": "box", "id": "low", "size": [1, 1, 1] },
        { "kind": "box", "id": "high", "size": [1, 1, 1], "position": [0, 1, 0] }, // on top
      ],
    },
    {
      "kind": "sphere",
      "id": "ball",
      "radius": 0.4 // metres
    }
  ],
}
`

describe('the outline', () => {
  test('lists world, cameras, actors and what is in groups, in the order of the text', () => {
    expect(tree(outlineOf(TEXT))).toEqual([
      'world World',
      '  light Sun',
      'camera main',
      'actor lawn',
      'group stack',
      '  actor low',
      '  actor high',
      'actor ball',
    ])
  })

  test('finds what is around a place of the text', () => {
    const chain = chainAt(outlineOf(TEXT), TEXT.indexOf('"high"'))
    expect(chain.map(({ label }) => label)).toEqual(['stack', 'high'])
    expect(chain.at(-1)?.path).toEqual(['actors', 1, 'children', 1])
    expect(chainAt(outlineOf(TEXT), TEXT.indexOf('"version"'))).toEqual([])
  })

  test('of a group that is one thing its parts mean the group, of a repeat all its copies', () => {
    const items = outlineOf(`{ "actors": [
      { "$repeat": { "count": 3, "of": { "kind": "box", "id": "brick" } } },
      { "kind": "group", "id": "cart", "children": [{ "kind": "box", "id": "wheel" }] }
    ] }`)
    expect(tree(items)).toEqual(['operator repeat', '  actor brick', 'group cart', '  actor wheel'])
    const cast = ['brick_0', 'brick_1', 'bricks_0', 'cart'].map((id) => ({ id }))
    const brick = chainOfMember(items, 'brick_1')
    expect(brick.map(({ label }) => label)).toEqual(['repeat', 'brick'])
    expect(membersOf(brick, cast)).toEqual(['brick_0', 'brick_1'])
    expect(membersOf(chainOfMember(items, 'wheel'), cast)).toEqual(['cart'])
    expect(chainOfMember(items, 'bricks_0')).toEqual([])
  })

  test('of a text with a mistake in it what can be read is listed', () => {
    expect(tree(outlineOf(TEXT.slice(0, TEXT.indexOf('"high"'))))).toContain('group stack')
    expect(outlineOf('')).toEqual([])
  })
})

describe('a setting', () => {
  test.each([
    ['what is there', ['actors', 2, 'radius'], 0.7, '"radius": 0.7 // metres'],
    [
      'what is not there, on its line',
      ['cameras', 0, 'fov'],
      35,
      '"lookAt": [0, 0.5, 0], "fov": 35 }]',
    ],
    [
      'what is not there, on a line of its own',
      ['actors', 2, 'position'],
      [1, 0, 2],
      '"radius": 0.4, // metres\n      "position": [1, 0, 2]\n    }',
    ],
    ['after a trailing comma', ['actors', 1, 'scale'], 2, '      ],\n      "scale": 2,\n    },'],
    [
      'in an object that is not there',
      ['actors', 2, 'material', 'color'],
      'red',
      '\n      "material": { "color": "red" }\n',
    ],
  ])('is written: %s', (_, path, value, expected) => {
    const after = changed(TEXT, path, value)
    expect(after).toContain(expected)
    for (const comment of ['// A desk.', '// two boxes', '// on top', '// metres'])
      expect(after).toContain(comment)
    expect(() => parseScene(after, 'desk.json')).not.toThrow()
    expect(changed(after, path, value)).toBe(after)
  })

  test('is left out again', () => {
    expect(changed(TEXT, ['world', 'sun', 'elevation'], undefined)).toMatch(/"sun": \{ ?\}/)
  })
})

describe('a control', () => {
  const root = sceneJsonSchema()
  const json = { actors: [{ kind: 'sphere', id: 'ball', radius: 1 }], cameras: [{}] }
  test.each([
    [['world', 'sun', 'elevation'], { type: 'number', isWhole: false, min: -90, max: 90 }],
    [['world', 'sky', 'stars'], { type: 'toggle' }],
    [['world', 'sky', 'kind'], { type: 'choice' }],
    [['world', 'sun'], { type: 'fields' }],
    [['actors', 0, 'material', 'color'], { type: 'color' }],
    [['actors', 0, 'position'], { type: 'vector', length: 3 }],
    [['actors', 0, 'radius'], { type: 'number', min: 0.001 }],
    [['actors', 0, 'motion'], { type: 'json' }],
    [['actors', 0, 'id'], { type: 'text' }],
    [['clip', 'fps'], { type: 'number', isWhole: true }],
  ])('of %j comes from the format', (path, control) => {
    expect(controlOf(schemasAt(root as JsonSchema, json, path))).toMatchObject(control)
  })
})

function tree(items: readonly Item[], indent = ''): string[] {
  return items.flatMap(({ sort, label, items: inner }) => [
    `${indent}${sort} ${label}`,
    ...tree(inner, `${indent}  `),
  ])
}

function changed(text: string, path: (string | number)[], value: unknown): string {
  return changesFor(text, path, value)
    .toSorted((a, b) => b.from - a.from)
    .reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text)
}
