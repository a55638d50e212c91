import { join } from 'node:path'
import { z } from 'zod'
import { withoutChinese } from '#scenes'
import type { CaptionFile, FormName } from '#captions'
import { InputError } from '../../errors.ts'
import type { StoredClip } from '../../verify/stored-clip.ts'
import { endpointOf, RewriteOptions } from '../../rewrite/endpoint.ts'
import { PartOptions } from '../../caption/part-options.ts'
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
    lang: z.enum(['en', 'zh']).default('en').describe('In which language: English or Chinese.'),
    ...PartOptions.shape,
    negatives: z
      .boolean()
      .default(false)
      .describe('Also captions in which one claim is changed and proven false.'),
    ...RewriteOptions.shape,
    json: z.boolean().default(false).describe('Print captions and claims as JSON on stdout.'),
  }),
  async run({ args: [folder = ''], options, io }) {
    const endpoint = options.rewrite ? endpointOf(options, process.env) : undefined
    const [{ negativesOf }, { captionPart }, { readStoredClip }] = await Promise.all([
      import('#captions'),
      import('../../caption/part.ts'),
      import('../../verify/stored-clip.ts'),
    ])
    const clip = await readStoredClip(folder)
    const { told, windows } = captionPart(clip, options)
    if (endpoint && options.lang === 'zh')
      throw new InputError('--rewrite words English captions anew, and --lang asks for Chinese.', {
        remedy: 'Leave one of them out.',
      })
    const form = formIn(options.form, captionsIn(options.lang, told, clip), folder)
    const [filmed] = windows
    const wrong = options.negatives && filmed ? negativesOf(filmed, told) : []
    const ours = {
      ...told,
      id: clip.manifest.id,
      ...(options.negatives && { negatives: wrong }),
    }
    const forms = options.json ? formsOf(ours.captions.en) : [form]
    const made = endpoint
      ? await import('../../rewrite/rewrite.ts').then(({ rewritten }) =>
          rewritten(ours, windows, forms, endpoint, io.signal),
        )
      : ours
    if (options.json) answerJson(io, made)
    else {
      const { text } = captionsIn(options.lang, made, clip)[form]
      answer(io, ...(io.stdout.isTTY ? wrapped(text, io.stdout).split('\n') : [text]))
      answer(io, ...wrong.map(({ text: other, proof }) => `not "${proof.text}": ${other}`))
    }
    say(io, claimWords(countClaims(made)), ...rewriteLines(made))
  },
})

type Forms = CaptionFile['captions']['en']

/** Throws an InputError where there are none in that language. */
function captionsIn(
  lang: 'en' | 'zh',
  { captions }: CaptionFile,
  { folder, scene }: StoredClip,
): Forms {
  const forms = captions[lang]
  if (forms) return forms
  const bare = withoutChinese(scene).map(({ id }) => id)
  throw new InputError(`There are no Chinese captions in ${join(folder, 'caption.json')}.`, {
    remedy: `These have no Chinese noun: ${bare.join(', ')}. Add "zh" to the noun of each and render again.`,
  })
}

function formsOf(captions: Forms): FormName[] {
  return Object.keys(captions) as FormName[] // its own keys
}

/** Throws an InputError where there is no such form. */
function formIn(asked: string, captions: Forms, folder: string): FormName {
  const forms = formsOf(captions)
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
