import { SessionOptions } from '../../options.ts'
import { command } from '../command.ts'
import { withSession } from '../session.ts'

export const prepare = command({
  name: 'prepare',
  summary:
    'Do ahead what else the first clip would wait for: unpack and try the browser, build the stage.',
  arguments: [],
  options: SessionOptions.pick({ browser: true, gl: true, ffmpeg: true }),
  run: ({ options, io }) => withSession(io, SessionOptions.parse(options), async () => {}),
})
