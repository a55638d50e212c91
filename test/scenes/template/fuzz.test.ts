import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cast, parseTemplate, Random, SceneError } from '#scenes'

const COUNT = process.env['FULL'] ? 2000 : 300
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_102)

const PIECES = [
  ...['{', '}', '[', ']', ',', ':', '"', '1e309', 'null', 'true', '""', '[]', '{}', '-1'],
  ...['"$pick": [],', '"$as": "x",', '"$domain": "look",', '"__proto__": 1,', '"$repeat": 3,'],
  ...['{ "$ref": "radius" }', '{ "$expr": "1/0" }', '{ "$use": "x.json" }', '99999999999'],
]
const WORDS = [
  '$pick',
  '$uniform',
  '$expr',
  '$ref',
  '$repeat',
  '$on',
  '$chance',
  'of',
  'count',
  'ball',
  'x',
]

test(
  `${COUNT} damaged templates give a scene or a SceneError, nothing else (seed ${SEED})`,
  { timeout: 240_000 },
  () => {
    const outcomes = { cast: 0, refused: 0 }
    const texts = ['starter.json', 'toys.json'].map((name) =>
      readFileSync(new URL(`../../../scenes/templates/${name}`, import.meta.url), 'utf8'),
    )
    for (let n = 0; n < COUNT; n++) {
      const random = Random.of(SEED).fork(String(n))
      const text = damaged(random.pick(texts), random)
      try {
        const of = parseTemplate(text, 'fuzz.json', { read: () => '{ "value": 1 }' })
        // Short: what is looked at is what the reader lets pass.
        const { scene } = cast({ ...of, json: { ...of.json, clip: { frames: 4 }, expect: [] } }, n)
        expect(JSON.stringify(scene)).not.toMatch(/"\$\w+":/)
        outcomes.cast++
      } catch (error) {
        if (!(error instanceof SceneError))
          throw new Error(`mutation ${n}:\n${text}`, { cause: error })
        for (const { line, column, wanted } of error.problems) {
          expect(line).toBeGreaterThan(0)
          expect(column).toBeGreaterThan(0)
          expect(wanted).not.toBe('')
        }
        outcomes.refused++
      }
    }
    // A fuzzer that only ever hits one side tests nothing.
    expect(outcomes.cast).toBeGreaterThan(COUNT / 50)
    expect(outcomes.refused).toBeGreaterThan(COUNT / 4)
  },
)

/** One to three cuts, doublings, insertions, swapped words or changed numbers. */
function damaged(text: string, random: Random): string {
  let out = text
  for (let i = random.int(1, 3); i > 0; i--) {
    const at = random.int(0, out.length)
    const end = at + random.int(1, 12)
    const how = random.int(0, 5)
    if (how === 0) out = out.slice(0, at) + out.slice(end)
    else if (how === 1) out = out.slice(0, at) + random.pick(PIECES) + out.slice(at)
    else if (how < 4)
      out = withToken(out, random, /"[^"\n]*"/g, () => JSON.stringify(random.pick(WORDS)))
    else
      out = withToken(out, random, /-?\d+(\.\d+)?/g, () =>
        random.pick(['0', '-1', '0.5', '3', '1e6', '1e-9', '1e12']),
      )
  }
  return out
}

function withToken(text: string, random: Random, pattern: RegExp, other: () => string): string {
  const tokens = [...text.matchAll(pattern)]
  if (tokens.length === 0) return text
  const { index, 0: token } = random.pick(tokens)
  return text.slice(0, index) + other() + text.slice(index + token.length)
}
