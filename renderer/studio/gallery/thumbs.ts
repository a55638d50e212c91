import type { PlayRequest, Summary } from '../protocol.ts'
import { desk } from '../desk.ts'
import { player } from '../player/player.ts'
import { api, headers, jobUrl } from '../server/api.ts'
import { openStageClient, type StageClient } from '../stage/stage-client.ts'

/** Small pictures, drawn one after the other by a stage of their own; each once, and what is urgent first. */
const kept = new Map<string, { image: Promise<ImageData>; wish: Wish }>()
let waiting: Wish[] = []
let isDrawing = false
let client: StageClient | undefined

/** Pixels of the longer side. */
const LONG_SIDE = 192

/** Whether somebody still wants to see it: who asked may have scrolled on or rolled again. */
type Asker = () => boolean

interface Wish {
  key: string
  asked: PlayRequest
  askers: Asker[]
  isUrgent: boolean
  resolve(image: ImageData): void
  reject(reason: unknown): void
}

/** The middle frame of a scene; what it throws says why there is none. */
export function thumbOf(
  asked: PlayRequest,
  isWanted: Asker,
  isUrgent: boolean,
): Promise<ImageData> {
  const key = JSON.stringify(asked)
  const known = kept.get(key)
  if (known) {
    known.wish.askers.push(isWanted)
    known.wish.isUrgent ||= isUrgent
    return known.image
  }
  const wish: Wish = { key, asked, askers: [isWanted], isUrgent, resolve() {}, reject() {} }
  const image = new Promise<ImageData>((resolve, reject) =>
    Object.assign(wish, { resolve, reject }),
  )
  kept.set(key, { image, wish })
  waiting.push(wish)
  look()
  return image
}

export class Unwanted extends Error {}

player.subscribe(look)
desk.subscribe(look)

function look(): void {
  const wish = isDrawing ? undefined : next()
  if (!wish) return
  waiting = waiting.filter((one) => one !== wish)
  if (!wish.askers.some((wants) => wants())) {
    kept.delete(wish.key)
    wish.reject(new Unwanted())
    return look()
  }
  isDrawing = true
  draw(wish.asked)
    .then(wish.resolve, wish.reject)
    .finally(() => {
      isDrawing = false
      look()
    })
}

/**
 * On few cores a thumbnail would keep the picture waiting that somebody opened; what nobody waits for comes after the
 * claims as well.
 */
function next(): Wish | undefined {
  if (waiting.length === 0) return undefined
  const { proof, trouble } = desk.get()
  if (trouble === undefined && !player.get().shown) return undefined
  const isCalm = trouble !== undefined || proof.state === 'proven' || proof.state === 'failed'
  return waiting.find(({ isUrgent }) => isUrgent) ?? (isCalm ? waiting[0] : undefined)
}

async function draw(asked: PlayRequest): Promise<ImageData> {
  const played = await api.play({ ...asked, longSide: LONG_SIDE })
  if (!played.ok) throw new Error(played.message)
  try {
    return await drawn(played.summary)
  } catch {
    // Its GL context may be lost: another worker has another.
    client?.close()
    client = undefined
    return drawn(played.summary)
  }
}

async function drawn({ job, clip }: Summary): Promise<ImageData> {
  client ??= openStageClient()
  await client.load(jobUrl(job), headers)
  const { width, height, bytes } = await client.draw(Math.floor(clip.frames / 2), 'rgb')
  return new ImageData(new Uint8ClampedArray(bytes.buffer), width, height)
}
