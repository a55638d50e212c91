import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkScene, parseScene, Random, SceneError, shoot, type Problem } from '#scenes'

const COUNT = 2000
const SEED = Number(process.env['FUZZ_SEED'] ?? 20_260_101)

const PIECES = [
  '{',
  '}',
  '[',
  ']',
  ',',
  ':',
  '"',
  '\\',
  '/*',
  '//',
  '\n',
  '\0',
  '-',
  '1e309',
  'NaN',
  'null',
  'true',
  '""',
  '[]',
  '{}',
  '0',
  '-1',
  '1e-300',
  '99999999999',
  '"kind"',
  '"group"',
  '"path"',
  '"children": [],',
  '"__proto__": 1,',
  '\u2028',
  '\ud800',
  '"id": "ball",',
]

test(
  `${COUNT} damaged scenes give a scene or a SceneError, nothing else (seed ${SEED})`,
  { timeout: 120_000 },
  () => {
    const good = readFileSync(new URL('../fixtures/ball.json', import.meta.url), 'utf8')
    const outcomes = { read: 0, refused: 0 }
    const unplaced: Problem[] = []
    for (let n = 0; n < COUNT; n++) {
      const text = damaged(good, Random.of(SEED).fork(String(n)))
      try {
        const scene = parseScene(text, 'fuzz.json')
        // What the reader lets pass must also play.
        checkScene(
          scene,
          shoot({ ...scene, clip: { ...scene.clip, frames: Math.min(scene.clip.frames, 3) } }),
        )
        outcomes.read++
      } catch (error) {
        if (!(error instanceof SceneError))
          throw new Error(`mutation ${n}:\n${text}`, { cause: error })
        const lines = text.replace(/^\uFEFF/, '').split('\n')
        unplaced.push(
          ...error.problems.filter(
            ({ line, column }) => column < 1 || column > (lines[line - 1]?.length ?? -1) + 1,
          ),
        )
        outcomes.refused++
      }
    }
    expect(unplaced).toEqual([])
    // A fuzzer that only ever hits one side tests nothing.
    expect(outcomes.read).toBeGreaterThan(COUNT / 50)
    expect(outcomes.refused).toBeGreaterThan(COUNT / 2)
  },
)

/** One to four cuts, doublings, insertions, swapped words or changed numbers. */
function damaged(text: string, random: Random): string {
  let out = text
  for (let i = random.int(1, 4); i > 0; i--) {
    const at = random.int(0, out.length)
    const end = at + random.int(1, 12)
    const how = random.int(0, 5)
    if (how === 0) out = out.slice(0, at) + out.slice(end)
    else if (how === 1) out = out.slice(0, end) + out.slice(at)
    else if (how === 2) out = out.slice(0, at) + random.pick(PIECES) + out.slice(at)
    else if (how === 3)
      out = withToken(out, random, /"[^"\n]*"/g, () =>
        JSON.stringify(random.pick(['box', 'ball', 'to', 'speed', 'x', 'red'])),
      )
    else
      out = withToken(out, random, /-?\d+(\.\d+)?/g, () =>
        String(random.pick([0, -1, 0.5, 3, 40, 1e6, 1e-9, 2.5])),
      )
  }
  return out
}

function withToken(
  text: string,
  random: Random,
  pattern: RegExp,
  replacement: () => string,
): string {
  const matches = [...text.matchAll(pattern)]
  if (matches.length === 0) return text
  const match = random.pick(matches)
  return text.slice(0, match.index) + replacement() + text.slice(match.index + match[0].length)
}
