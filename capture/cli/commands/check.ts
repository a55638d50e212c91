import { z } from 'zod'
import {
  checkScene,
  placeFindings,
  type Problem,
  problemText,
  type Scene,
  SceneError,
  shoot,
} from '#scenes'
import { physicsFor } from '#scenes/physics'
import { command } from '../command.ts'
import { answer, answerJson } from '../io.ts'
import { readScene } from '../read-scene.ts'
import { type ErrorJson, errorJson } from '../report-error.ts'
import { clipWords } from '../scene-options.ts'

export const check = command({
  name: 'check',
  summary: 'Look for mistakes in scenes, without drawing.',
  arguments: [{ name: '<scene...>', doc: 'Scene files.' }],
  options: z.strictObject({
    json: z.boolean().default(false).describe('Print the findings as JSON on stdout.'),
  }),
  async run({ args: files, options, io }) {
    const checked: Checked[] = []
    for (const file of files) {
      const [one, scene] = await checkFile(file)
      checked.push(one)
      if (!options.json) answer(io, ...linesFor(one, scene))
      io.signal.throwIfAborted()
    }
    if (options.json) answerJson(io, { scenes: checked })
    return checked.every(({ ok }) => ok) ? 0 : 2
  },
})

interface Checked {
  file: string
  /** Warnings are not in the way. */
  ok: boolean
  problems: (Problem & { severity: 'error' | 'warning' })[]
  /** What kept the file from being read at all. */
  error?: ErrorJson
}

/** The scene comes along when there is one. */
async function checkFile(file: string): Promise<[Checked, Scene?]> {
  try {
    const { text, scene } = await readScene(file)
    const take = shoot(scene, await physicsFor(scene))
    const problems = placeFindings(text, file, checkScene(scene, take))
    return [{ file, ok: problems.every(({ severity }) => severity === 'warning'), problems }, scene]
  } catch (error) {
    if (error instanceof SceneError) {
      return [
        {
          file,
          ok: false,
          problems: error.problems.map((problem) => ({ ...problem, severity: 'error' })),
        },
      ]
    }
    return [{ file, ok: false, problems: [], error: errorJson(error) }]
  }
}

function linesFor({ file, problems, error }: Checked, scene: Scene | undefined): string[] {
  if (error) return [`error: ${error.message}`]
  if (scene && problems.length === 0) return [`${file}: good; ${clipWords(scene)}`]
  return problems.map((problem) => `${problem.severity}: ${problemText(problem)}`)
}
