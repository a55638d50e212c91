import { join } from 'node:path'
import { z } from 'zod'
import { withoutChinese } from '#scenes'
import { InputError } from '../../errors.ts'
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
    lang: z.enum(['en', 'zh']).default('en').describe('In which language: English or Chinese.'),
    frames: z
      .string()
      .regex(/^\d{1,5}\.\.\d{1,5}$/, 'is the first frame and the one after the last, such as 0..81')
      .optional()
      .describe('Frames that the captions are about, as in 0..81; default is all of the clip.'),
    negatives: z
      .boolean()
      .default(false)
      .describe('Also captions in which one claim is changed and proven false.'),
    json: z.boolean().default(false).describe('Print captions and claims as JSON on stdout.'),
  }),
  async run({ args: [folder = ''], options: { form, lang, frames, negatives, json }, io }) {
    const [{ captionScene, negativesOf, windowOf }, { readStoredClip }] = await Promise.all([
      import('#captions'),
      import('../../verify/stored-clip.ts'),
    ])
    const clip = await readStoredClip(folder)
    const window = windowIn(frames, clip)
    const told = captionScene(clip, window)
    const wrong = negatives ? negativesOf(windowOf(clip, ...window), told) : []
    const made = { ...told, id: clip.manifest.id, ...(negatives && { negatives: wrong }) }
    const captions = made.captions[lang]
    if (!captions)
      throw new InputError(`There are no Chinese captions in ${join(folder, 'caption.json')}.`, {
        remedy: `These have no Chinese noun: ${withoutChinese(clip.scene)
          .map(({ id }) => id)
          .join(', ')}. Add "zh" to the noun of each and render again.`,
      })
    const forms = new Map(Object.entries(captions))
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
