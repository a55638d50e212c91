import { z } from 'zod'
import type { Pruned } from '../../prune/prune-reel.ts'
import { command } from '../command.ts'
import { answer, answerJson, say } from '../io.ts'

export const prune = command({
  name: 'prune',
  summary: 'Write a smaller reel of the clips that are worth most together.',
  arguments: [{ name: '<reel>', doc: 'The folder of a reel, or of clips; it is left alone.' }],
  options: z.strictObject({
    keep: z
      .string()
      .regex(/^\d{1,9}%?$/, 'is a number of clips, or a share such as 10%')
      .describe('How many clips stay: a number, or a share such as 10%.'),
    out: z.string().min(1).describe('Folder of the smaller reel.'),
    force: z.boolean().default(false).describe('Replace a reel that is there already.'),
    json: z.boolean().default(false).describe('Print what was dropped and why as JSON on stdout.'),
  }),
  async run({ args: [reel = ''], options: { keep, out, force, json }, io }) {
    const { pruneReel } = await import('../../prune/prune-reel.ts')
    const { folder, selection } = await pruneReel(reel, keep, { out, force, signal: io.signal })
    say(io, ...pruneLines(selection))
    const { kept, ...told } = selection
    if (json) answerJson(io, { folder, kept: [...kept].sort(), ...told })
    else answer(io, folder)
  },
})

/** Names of cells that are told; all are in the JSON. */
const MOST = 10

function pruneLines({ kept, dropped, cells }: Pruned['selection']): string[] {
  const of = (reason: string) => dropped.filter((one) => one.reason === reason).length
  const share = cells.all === 0 ? 100 : (100 * cells.kept) / cells.all
  const more = cells.lost.length > MOST ? ` and ${cells.lost.length - MOST} more` : ''
  return [
    `${kept.size} of ${kept.size + dropped.length} clips kept, and ${cells.kept} of ${cells.all} combinations of labels (${share.toFixed(1)} %)`,
    `Dropped, as dropped.jsonl tells of each: ${of('same caption')} tell what another tells, ${of('same labels')} have the labels of another, ${of('near')} add little to those that stay`,
    ...(cells.lost.length > 0 ? [`Lost: ${cells.lost.slice(0, MOST).join('; ')}${more}`] : []),
  ]
}
