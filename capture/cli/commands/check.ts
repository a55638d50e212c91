import { z } from 'zod'
import {
  checkNouns,
  checkScene,
  FramingError,
  placeFindings,
  type Problem,
  problemText,
  type Scene,
  SceneError,
  shoot,
} from '#scenes'
import { physicsFor } from '#scenes/physics'
import { TemplateOptions } from '../../options.ts'
import {
  ALLOWED_FAILURES,
  checkTemplate,
  reportLines,
  type TemplateReport,
} from '../check-template.ts'
import { command } from '../command.ts'
import { answer, answerJson, type Io } from '../io.ts'
import { readText, sceneIn } from '../read-scene.ts'
import { refuseOptions, templateIn } from '../read-template.ts'
import { type ErrorJson, errorJson } from '../report-error.ts'
import { clipWords } from '../scene-options.ts'
import { Seeds, seedsIn } from '../seeds.ts'

export const check = command({
  name: 'check',
  summary: 'Look for mistakes in scenes, and cast many seeds of templates, without drawing.',
  arguments: [{ name: '<scene...>', doc: 'Scene or template files.' }],
  options: z.strictObject({
    seeds: Seeds.optional().describe(
      "Which of a template's scenes are cast, as in 0-999; default is 0-99.",
    ),
    param: TemplateOptions.shape.param,
    json: z.boolean().default(false).describe('Print the findings as JSON on stdout.'),
  }),
  async run({ args: files, options, io }) {
    const checked: Checked[] = []
    for (const file of files) {
      const [one, scene] = await checkFile(file, options, io)
      checked.push(one)
      if (!options.json) answer(io, ...linesFor(one, scene))
      io.signal.throwIfAborted()
    }
    if (options.json) answerJson(io, { scenes: checked })
    if (checked.some(({ ok, template }) => !ok && !template)) return 2
    return checked.every(({ ok }) => ok) ? 0 : 1
  },
})

/** More seeds than this are a batch, not a check. */
const MOST_SEEDS = 10_000

interface Checked {
  file: string
  /** Warnings are not in the way. */
  ok: boolean
  problems: (Problem & { severity: 'error' | 'warning' })[]
  /** Of a template: how its seeds fared; at most 2 % of them may fail. */
  template?: TemplateReport
  /** What kept the file from being read at all. */
  error?: ErrorJson
}

/** The scene comes along when there is one. */
async function checkFile(
  file: string,
  { seeds, param }: { seeds?: string | undefined; param?: string[] | undefined },
  io: Io,
): Promise<[Checked, Scene?]> {
  try {
    const text = await readText(file)
    const template = templateIn(text, file)
    if (template) {
      const report = await checkTemplate(
        template,
        seedsIn(seeds ?? '0-99', MOST_SEEDS),
        { param },
        io,
      )
      const ok = report.failures.length <= ALLOWED_FAILURES * report.seeds
      return [{ file, ok, problems: [], template: report }]
    }
    refuseOptions(file, { seeds, param })
    const scene = sceneIn(text, file)
    const take = shoot(scene, await physicsFor(scene))
    const findings = [...checkScene(scene, take), ...checkNouns(scene)]
    const problems = placeFindings(text, file, findings)
    return [{ file, ok: problems.every(({ severity }) => severity === 'warning'), problems }, scene]
  } catch (error) {
    io.signal.throwIfAborted()
    if (error instanceof FramingError) {
      const findings = [{ ...error.fault, severity: 'error' as const }]
      return [{ file, ok: false, problems: placeFindings(await readText(file), file, findings) }]
    }
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

function linesFor(
  { file, problems, template, error }: Checked,
  scene: Scene | undefined,
): string[] {
  if (template) return reportLines(file, template)
  if (error) return [`error: ${error.message}`]
  if (scene && problems.length === 0) return [`${file}: good; ${clipWords(scene)}`]
  return problems.map((problem) => `${problem.severity}: ${problemText(problem)}`)
}
