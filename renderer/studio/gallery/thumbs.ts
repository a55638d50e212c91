import type { PlayRequest } from '../protocol.ts'
import { desk } from '../desk.ts'
import { player } from '../player/player.ts'
import { api, headers, jobUrl } from '../server/api.ts'
import { openStageClient, type StageClient } from '../stage/stage-client.ts'

/** Small pictures, drawn one after the other by a stage of their own; each once. */
const kept = new Map<string, { image: Promise<ImageData>; askers: Asker[] }>()
let client: StageClient | undefined
let turn: Promise<unknown> = Promise.resolve()

/** Pixels of the longer side. */
const LONG_SIDE = 192

/** Whether somebody still wants to see it: who asked may have scrolled on or rolled again. */
type Asker = () => boolean

/** The middle frame of a scene; what it throws says why there is none. */
export function thumbOf(
  asked: PlayRequest,
  isWanted: Asker,
  isUrgent: boolean,
): Promise<ImageData> {
  const key = JSON.stringify(asked)
  const known = kept.get(key)
  if (known) {
    known.askers.push(isWanted)
    return known.image
  }
  const askers = [isWanted]
  const image = turn.then(async () => {
    await calm(isUrgent)
    if (!askers.some((wants) => wants())) throw new Unwanted()
    return draw(asked)
  })
  turn = image.catch((error: unknown) => error instanceof Unwanted && kept.delete(key))
  kept.set(key, { image, askers })
  return image
}

export class Unwanted extends Error {}

async function draw(asked: PlayRequest): Promise<ImageData> {
  const played = await api.play({ ...asked, longSide: LONG_SIDE })
  if (!played.ok) throw new Error(played.message)
  client ??= openStageClient()
  const { job, clip } = played.summary
  await client.load(jobUrl(job), headers)
  const { width, height, bytes } = await client.draw(Math.floor(clip.frames / 2), 'rgb')
  return new ImageData(new Uint8ClampedArray(bytes.buffer), width, height)
}

/**
 * On few cores a thumbnail would keep the picture waiting that somebody opened; what nobody waits for comes after the
 * claims as well.
 */
function calm(isUrgent: boolean): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      const { proof, trouble } = desk.get()
      const isProving = proof.state === 'proving' || proof.state === 'none'
      if (trouble === undefined && (!player.get().shown || (!isUrgent && isProving))) return
      for (const stop of stops) stop()
      resolve()
    }
    const stops = [player.subscribe(look), desk.subscribe(look)]
    look()
  })
}
