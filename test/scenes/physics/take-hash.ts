import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { parseScene } from '#scenes'
import { play } from './played.ts'

/** SHA-256 of the take of a scene file, as JSON. */
export async function takeHash(file: string): Promise<string> {
  const take = await play(parseScene(readFileSync(file, 'utf8'), file))
  return createHash('sha256').update(JSON.stringify(take)).digest('hex')
}

if (process.argv[1] === import.meta.filename)
  process.stdout.write(await takeHash(process.argv[2] as string))
