import { once } from 'node:events'
import { z } from 'zod'
import { SessionOptions } from '../../options.ts'
import { openStudio } from '../../studio/studio.ts'
import { command } from '../command.ts'
import { answer, answerJson, say } from '../io.ts'
import { isAtDesk, openPage } from '../open-page.ts'

export const studio = command({
  name: 'studio',
  summary: 'See, scrub, prove and edit scenes in a browser.',
  arguments: [
    {
      name: '[path]',
      doc: 'A scene, a template, a clip, a reel or a folder; default is what ships.',
    },
  ],
  options: z.strictObject({
    open: z.boolean().default(true).describe('Print the address, but open no browser.'),
    port: z.coerce
      .number()
      .int()
      .min(0)
      .max(65_535)
      .default(0)
      .describe('Port to serve on, on this machine only; 0 is any that is free.'),
    out: z.string().min(1).default('out').describe('Folder in which rendered clips appear.'),
    ...SessionOptions.shape,
    json: z.boolean().default(false).describe('Print the address as JSON on stdout.'),
  }),
  async run({ args: [path], options, io }) {
    const { out, port, open, json } = options
    const session = SessionOptions.strip().parse(options)
    const server = await openStudio({ path, out, port, session })
    try {
      if (json) answerJson(io, { url: server.url })
      else answer(io, server.url)
      say(io, 'The studio is open there; end it with Ctrl-C.')
      if (open && isAtDesk(io)) openPage(server.url)
      if (!io.signal.aborted) await once(io.signal, 'abort')
    } finally {
      await server.close()
    }
  },
})
