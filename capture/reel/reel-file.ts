import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { canonicalize } from 'json-canonicalize'
import { z } from 'zod'
import { InputError, messageOf } from '../errors.ts'
import { groundreelVersion } from '../version.ts'
import { REEL_FILE } from './layout.ts'
import { Name } from './name.ts'

/** As Hugging Face spells them: `cc0-1.0`, `cc-by-4.0`, `mit`, `other`. */
export const Licence = z
  .string()
  .transform((text) => (text.toLowerCase() === 'cc0' ? 'cc0-1.0' : text.toLowerCase()))
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9.-]{0,63}$/, 'is a name such as cc0-1.0'))

/** reel.json: what a reel is and where it comes from; nothing in it changes while clips are added. */
export const ReelFile = z.strictObject({
  version: z.literal(1).describe('Of this file.'),
  name: Name.describe('What the reel is called, as in its dataset card.'),
  licence: Licence.default('unknown').describe('Under which the clips may be used.'),
  recipe: z
    .record(z.string(), z.unknown())
    .optional()
    .describe('The recipe that it was planned from, as it was written.'),
  versions: z
    .strictObject({ groundreel: z.string(), look: z.int(), node: z.string() })
    .describe('What began it; every clip names in its manifest what made it.'),
  sha256: z.string().default('').describe('Of the fields above, as canonical JSON.'),
})
export type ReelFile = z.infer<typeof ReelFile>
/** What is known of a reel before it is written. */
export type ReelHead = Omit<ReelFile, 'sha256'>

/** The text of reel.json. */
export function reelText(reel: ReelHead): string {
  const { sha256: _, ...told } = ReelFile.parse(reel)
  return `${JSON.stringify({ ...told, sha256: sumOf(told) }, undefined, 1)}\n`
}

/** Whether the text of reel.json is as it was written. */
export function isIntactReel(text: string): boolean {
  const { sha256, ...told } = ReelFile.parse(JSON.parse(text))
  return sha256 === sumOf(told) && text === reelText(told)
}

function sumOf(told: ReelHead): string {
  return createHash('sha256').update(canonicalize(told)).digest('hex')
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
): ReelHead {
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
