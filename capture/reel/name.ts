import { z } from 'zod'

/** Of a reel, and of what it is made from. */
export const Name = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'must be of small letters, digits and dashes')

/** Such a name for what is called otherwise, as folders and files are. */
export function nameFrom(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 64) || 'reel'
}
