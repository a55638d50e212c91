import { join } from 'node:path'
import { z } from 'zod'
import { InputError } from '../../errors.ts'
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
    negatives: z
      .boolean()
      .default(false)
      .describe('Also captions in which one claim is changed and proven false.'),
    json: z.boolean().default(false).describe('Print captions and claims as JSON on stdout.'),
  }),
  async run({ args: [folder = ''], options: { form, negatives, json }, io }) {
    const [{ captionScene, negativesOf }, { readStoredClip }] = await Promise.all([
      import('#captions'),
      import('../../verify/stored-clip.ts'),
    ])
    const clip = await readStoredClip(folder)
    const told = captionScene(clip)
    const wrong = negatives ? negativesOf(clip, told) : []
    const made = { ...told, id: clip.manifest.id, ...(negatives && { negatives: wrong }) }
    const forms = new Map(Object.entries(made.captions.en))
    const chosen = forms.get(form)
    if (!chosen) {
      const remedy = `The forms are: ${[...forms.keys()].join(', ')}.`
      throw new InputError(
        `There is no caption of the form "${form}" in ${join(folder, 'caption.json')}.`,
        { remedy },
      )
    }
    if (json) return answerJson(io, made)
    answer(io, ...(io.stdout.isTTY ? wrapped(chosen.text, io.stdout).split('\n') : [chosen.text]))
    answer(io, ...wrong.map(({ text, proof }) => `not "${proof.text}": ${text}`))
    say(io, claimWords(countClaims(made)))
  },
})
