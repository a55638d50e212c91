import { dirname, resolve } from 'node:path'
import { z } from 'zod'
import { command } from '../command.ts'
import { answer, say } from '../io.ts'
import { writeOut } from '../write-out.ts'

export const report = command({
  name: 'report',
  summary:
    'Write a page about a reel: its clips to search and play, its labels, captions and rejects.',
  arguments: [{ name: '<reel>', doc: 'The folder of a reel, of clips, or of a clip.' }],
  options: z.strictObject({
    out: z.string().min(1).default('report.html').describe('The page.'),
    embed: z.coerce
      .number()
      .int()
      .min(0)
      .max(2000)
      .default(50)
      .describe('Megabytes of videos to put into the page; others are played from where they lie.'),
  }),
  async run({ args: [reel = ''], options: { out, embed }, io }) {
    const { reportReel } = await import('../../report/report-reel.ts')
    const { html, clips, embedded } = await reportReel(reel, {
      from: dirname(resolve(out)),
      embed: embed * 1e6,
      signal: io.signal,
    })
    await writeOut(out, html)
    answer(io, resolve(out))
    const rest = clips - embedded
    say(
      io,
      `${clips} clips${rest > 0 ? `; the videos of ${rest} are played from where they lie` : ', with their videos'}`,
    )
  },
})
