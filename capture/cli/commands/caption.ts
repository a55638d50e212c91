import { join } from 'node:path'
import { z } from 'zod'
import type { CaptionFile, FormName } from '#captions'
import { InputError } from '../../errors.ts'
import { endpointOf, RewriteOptions } from '../../rewrite/endpoint.ts'
import type { StoredClip } from '../../verify/stored-clip.ts'
import { command } from '../command.ts'
import { answer, answerJson, say, wrapped } from '../io.ts'
import { claimWords, countClaims } from '../render-scene.ts'

export const caption = command({
  name: 'caption',
  summary: 'Caption a clip anew from what was seen in it, without rendering.',
  arguments: [{ name: '<clip>', doc: 'The folder of a clip.' }],
  options: z.strictObject({
    form: z
      .string()
      .min(1)
      .default('default')
      .describe('Which caption: short, default, dense, camera and so on.'),
    frames: z
      .string()
      .regex(/^\d{1,5}\.\.\d{1,5}$/, 'is the first frame and the one after the last, such as 0..81')
      .optional()
      .describe('Frames that the captions are about, as in 0..81; default is all of the clip.'),
    negatives: z
      .boolean()
      .default(false)
      .describe('Also captions in which one claim is changed and proven false.'),
    ...RewriteOptions.shape,
    json: z.boolean().default(false).describe('Print captions and claims as JSON on stdout.'),
  }),
  async run({ args: [folder = ''], options, io }) {
    const endpoint = options.rewrite ? endpointOf(options, process.env) : undefined
    const [{ captionScene, negativesOf, windowOf }, { readStoredClip }] = await Promise.all([
      import('#captions'),
      import('../../verify/stored-clip.ts'),
    ])
    const clip = await readStoredClip(folder)
    const window = windowIn(options.frames, clip)
    const filmed = windowOf(clip, ...window)
    const told = captionScene(clip, window)
    const form = formIn(options.form, told, folder)
    const wrong = options.negatives ? negativesOf(filmed, told) : []
    const ours = {
      ...told,
      id: clip.manifest.id,
      ...(options.negatives && { negatives: wrong }),
    }
    const forms = options.json ? formsOf(ours) : [form]
    const made = endpoint
      ? await import('../../rewrite/rewrite.ts').then(({ rewritten }) =>
          rewritten(ours, filmed, forms, endpoint, io.signal),
        )
      : ours
    if (options.json) answerJson(io, made)
    else {
      const { text } = made.captions.en[form]
      answer(io, ...(io.stdout.isTTY ? wrapped(text, io.stdout).split('\n') : [text]))
      answer(io, ...wrong.map(({ text: other, proof }) => `not "${proof.text}": ${other}`))
    }
    say(io, claimWords(countClaims(made)), ...rewriteLines(made))
  },
})

function formsOf({ captions }: CaptionFile): FormName[] {
  return Object.keys(captions.en) as FormName[] // its own keys
}

/** Throws an InputError where there is no such form. */
function formIn(asked: string, told: CaptionFile, folder: string): FormName {
  const forms = formsOf(told)
  const form = forms.find((name) => name === asked)
  if (form) return form
  throw new InputError(
    `There is no caption of the form "${asked}" in ${join(folder, 'caption.json')}.`,
    { remedy: `The forms are: ${forms.join(', ')}.` },
  )
}

/** How many rewrites were kept, and why the others were not. */
function rewriteLines({ rewrites = {} }: CaptionFile): string[] {
  const made = Object.entries(rewrites)
  if (made.length === 0) return []
  const refused = made.flatMap(([form, one]) => ('refused' in one ? [{ form, ...one }] : []))
  return [
    `${made.length - refused.length} of ${made.length} rewrites kept`,
    ...refused.map((one) => `  ${one.form} stays ours: ${one.refused}`),
  ]
}

/** Throws an InputError where the clip has no such frames, or too few of them were looked at to tell of. */
function windowIn(
  asked: string | undefined,
  { take, observations }: Pick<StoredClip, 'take' | 'observations'>,
): [from: number, to: number] {
  if (asked === undefined) return [0, take.frames]
  const [from, to] = asked.split('..').map(Number) as [number, number]
  if (from >= to || to > take.frames)
    throw new InputError(`The clip has no frames ${asked}: it has 0..${take.frames}.`)
  const seen = observations.frames.filter((frame) => frame >= from && frame < to)
  if (seen.length < 3)
    throw new InputError(`Frames ${asked} are too few: ${seen.length} of them were looked at.`, {
      remedy: `Ask for at least half a second, ${Math.ceil(take.fps / 2)} frames.`,
    })
  return [from, to]
}
