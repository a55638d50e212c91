import { z } from 'zod'
import { InputError } from '../../errors.ts'
import { clipName } from '../../clip/plan.ts'
import { camerasAsked, RenderOptions, SessionOptions, TemplateOptions } from '../../options.ts'
import type { Session } from '../../session.ts'
import { command } from '../command.ts'
import type { CastFile } from '../read-template.ts'
import { answerJson, type Io, say } from '../io.ts'
import { failureOf, nearPath, type Outcome, outcomeCode, renderScene } from '../render-scene.ts'
import { sayError } from '../report-error.ts'
import { readSceneFor } from '../scene-options.ts'
import { withSession } from '../session.ts'
import { onSave } from '../watch.ts'

export const render = command({
  name: 'render',
  summary: 'Render scenes, or scenes of templates, to captioned clips.',
  arguments: [{ name: '<scene...>', doc: 'Scene or template files (JSON with comments).' }],
  options: RenderOptions.extend({
    ...TemplateOptions.shape,
    ...SessionOptions.shape,
    watch: z
      .boolean()
      .default(false)
      .describe('Render again at every save of a scene, replacing its clip.'),
    json: z.boolean().default(false).describe('Print the results as JSON on stdout.'),
  }),
  async run({ args: files, io, options: given }) {
    const { name, watch, json } = given
    if (name !== undefined && files.length > 1)
      throw new InputError('--name is for one scene; each needs its own folder.')
    if (given.camera === 'all' && (watch || name !== undefined))
      throw new InputError(
        `${watch ? '--watch' : '--name'} is for one camera: name it with --camera.`,
      )
    const what = given.camera === 'all' ? 'clips' : 'scenes'
    const options = RenderOptions.strip().parse(watch ? { ...given, force: true } : given)
    const which = TemplateOptions.strip().parse(given)
    const { scenes, outcomes } = await readAll(files, { ...options, ...which }, io)
    if (scenes.length === 0 && !watch) return report(outcomes, what, json, io)

    return withSession(io, given, async (session) => {
      for (const [file, one] of scenes)
        for (const camera of camerasAsked(one.scene, options.camera))
          outcomes.push(
            await attempt(session, { file, ...one, options: { ...options, camera } }, io),
          )
      const code = report(outcomes, what, json, io)
      if (!watch) return code
      const watching = onSave(files, io.signal, async (file, signal) => {
        const again = await renderSaved(session, file, { options, which }, { ...io, signal })
        if (again && json) answerJson(io, again)
      })
      // Only now: whoever saves on reading this is not missed.
      say(io, `Watching ${files.join(', ')}; end with Ctrl-C.`)
      return watching
    })
  },
})

/** All scenes are read before anything starts, so that a mistake in the last one is told at once. */
async function readAll(files: string[], options: RenderOptions & TemplateOptions, io: Io) {
  const scenes: [file: string, one: CastFile][] = []
  const outcomes: Outcome[] = []
  for (const file of files) {
    try {
      // Every camera of the scene is one that it has.
      const camera = options.camera === 'all' ? undefined : options.camera
      scenes.push([file, await readSceneFor(file, { ...options, camera })])
    } catch (error) {
      sayError(error, io)
      outcomes.push(failureOf(file, error))
    }
  }
  refuseTwins(scenes)
  return { scenes, outcomes }
}

/** Two scenes for one folder: with --force the second would silently replace the first. */
function refuseTwins(scenes: readonly [file: string, one: CastFile][]): void {
  const owners = new Map<string, string>()
  for (const [file, { scene, template }] of scenes) {
    const clip = clipName(scene, template)
    const owner = owners.get(clip)
    if (owner !== undefined) {
      const remedy = 'Give one another name or seed.'
      throw new InputError(
        `${file} would be rendered to the folder of ${owner}: both are ${clip}.`,
        { remedy },
      )
    }
    owners.set(clip, file)
  }
}

/** Goes on after a failure, but not after the user's wish to end. */
async function attempt(
  session: Session,
  job: CastFile & { file: string; options: RenderOptions },
  io: Io,
): Promise<Outcome> {
  try {
    return await renderScene(session, job, io)
  } catch (error) {
    io.signal.throwIfAborted()
    sayError(error, io)
    return failureOf(job.file, error)
  }
}

/** Undefined when a newer save has made this one pointless. */
async function renderSaved(
  session: Session,
  file: string,
  { options, which }: { options: RenderOptions; which: TemplateOptions },
  io: Io,
): Promise<Outcome | undefined> {
  try {
    const one = await readSceneFor(file, { ...options, ...which })
    return await renderScene(session, { file, ...one, options }, io)
  } catch (error) {
    if (io.signal.aborted) return undefined
    sayError(error, io)
    return failureOf(file, error)
  }
}

function report(outcomes: Outcome[], what: 'clips' | 'scenes', json: boolean, io: Io): number {
  if (json)
    answerJson(io, {
      clips: outcomes.filter((one) => !one.error),
      failures: outcomes.filter((one) => one.error),
    })
  if (outcomes.length > 1) {
    const done = outcomes.filter((one) => !one.error)
    say(io, '', `${done.length} of ${outcomes.length} ${what} rendered`)
    for (const one of outcomes)
      say(
        io,
        one.clip ? `  done    ${one.scene} -> ${nearPath(one.clip)}` : `  failed  ${one.scene}`,
      )
  }
  return outcomeCode(outcomes)
}
