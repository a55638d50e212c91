import { z } from 'zod'
import type { Finding } from '../../doctor.ts'
import { SessionOptions } from '../../options.ts'
import { command } from '../command.ts'
import { answer, answerJson, type Io, wrapped } from '../io.ts'

export const doctor = command({
  name: 'doctor',
  summary: 'Tell whether this machine can render, how fast, and what to do about it.',
  arguments: [],
  options: SessionOptions.pick({ browser: true, ffmpeg: true }).extend({
    json: z.boolean().default(false).describe('Print the findings as JSON on stdout.'),
  }),
  async run({ options: { browser, ffmpeg, json }, io }) {
    const { examineMachine } = await import('../../doctor.ts')
    const findings = await examineMachine({
      executablePath: browser,
      ffmpegPath: ffmpeg,
      signal: io.signal,
    })
    const isBroken = findings.some(({ verdict }) => verdict === 'broken')
    if (json) answerJson(io, { ok: !isBroken, findings })
    else answer(io, ...findings.flatMap((finding) => linesFor(finding, io)), summaryOf(findings))
    return isBroken ? 1 : 0
  },
})

function linesFor({ check, verdict, detail, mend }: Finding, { stdout }: Io): string[] {
  const text = wrapped(detail, stdout, ' '.repeat(indent)).slice(indent)
  const lines = `${verdict.padEnd(8)}${check.padEnd(indent - 8)}${text}`.split('\n')
  return mend ? [...lines, `${' '.repeat(indent)}-> ${mend}`] : lines
}

const indent = 18

function summaryOf(findings: readonly Finding[]): string {
  const named = (wanted: Finding['verdict']) =>
    findings.filter(({ verdict }) => verdict === wanted).map(({ check }) => check)
  const [broken, slow] = [named('broken'), named('slow')]
  if (broken.length > 0) return `Not ready to render: ${broken.join(', ')} must be mended first.`
  return slow.length > 0
    ? `Ready to render; ${slow.join(', ')} could be better.`
    : 'Ready to render.'
}
