import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { InputError, messageOf } from '../errors.ts'
import { groundreelVersion } from '../version.ts'
import { REEL_FILE } from './layout.ts'

/** As Hugging Face spells them: `cc0-1.0`, `cc-by-4.0`, `mit`, `other`. */
export const Licence = z
  .string()
  .transform((text) => (text.toLowerCase() === 'cc0' ? 'cc0-1.0' : text.toLowerCase()))
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'is a name such as cc0-1.0'))

/** reel.json: what a reel is and where it comes from; nothing in it changes while clips are added. */
export const ReelFile = z.strictObject({
  version: z.literal(1).describe('Of this file.'),
  name: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'is of small letters, digits and dashes')
    .describe('What the reel is called, as in its dataset card.'),
  licence: Licence.default('unknown').describe('Under which the clips may be used.'),
  recipe: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('The recipe that it was planned from, as it was written.'),
  versions: z
    .strictObject({ groundreel: z.string(), look: z.int(), node: z.string() })
    .describe('What began it; every clip names in its manifest what made it.'),
})
export type ReelFile = z.infer<typeof ReelFile>

/** The text of reel.json. */
export function reelText(reel: ReelFile): string {
  return `${JSON.stringify(ReelFile.parse(reel), undefined, 1)}\n`
}

/** A reel that this program begins now. @param look the look version of its clips */
export function newReel(
  {
    name,
    licence = 'unknown',
    recipe,
  }: Pick<Partial<ReelFile>, 'licence' | 'recipe'> & {
    name: string
  },
  look: number,
): ReelFile {
  return {
    version: 1,
    name,
    licence,
    ...(recipe && { recipe }),
    versions: { groundreel: groundreelVersion(), look, node: process.version },
  }
}

/** Throws an InputError where reel.json is not one. */
export async function readReelFile(folder: string): Promise<ReelFile> {
  const file = join(folder, REEL_FILE)
  try {
    return ReelFile.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch (cause) {
    const why =
      cause instanceof z.ZodError
        ? cause.issues.map(({ path, message }) => `${path.join('.') || 'it'} ${message}`).join('; ')
        : messageOf(cause)
    throw new InputError(`${file} is not the head of a reel: ${why}.`, { cause })
  }
}
