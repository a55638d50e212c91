import type { PlayRequest } from '../protocol.ts'
import { desk } from '../desk.ts'
import { player } from '../player/player.ts'
import { api, headers, jobUrl } from '../server/api.ts'
import type { StageClient } from '../stage/stage-client.ts'
import { openSteadyStage } from '../stage/steady-stage.ts'

/**
 * Small pictures, drawn one after the other by a stage of their own; each once, what is urgent first, and then as one
 * reads the page.
 */
const kept = new Map<string, { image: Promise<ImageData>; wish: Wish }>()
let waiting: Wish[] = []
let isDrawing = false
let stage: StageClient | undefined

/** Pixels of the longer side. */
const LONG_SIDE = 192

/** Who asked may have scrolled on or rolled again. */
export interface Asker {
  isWaiting(): boolean
  element: Element
}

interface Wish {
  key: string
  asked: PlayRequest
  askers: Asker[]
  isUrgent: boolean
  resolve(image: ImageData): void
  reject(reason: unknown): void
}

/** The middle frame of a scene; what it throws says why there is none. */
export function thumbOf(asked: PlayRequest, asker: Asker, isUrgent: boolean): Promise<ImageData> {
  const key = JSON.stringify(asked)
  const known = kept.get(key)
  if (known) {
    known.wish.askers.push(asker)
    known.wish.isUrgent ||= isUrgent
    return known.image
  }
  const wish: Wish = { key, asked, askers: [asker], isUrgent, resolve() {}, reject() {} }
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
  if (!wish.askers.some((one) => one.isWaiting())) {
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
  return waiting.find(({ isUrgent }) => isUrgent) ?? (isCalm ? firstOnPage() : undefined)
}

function firstOnPage(): Wish | undefined {
  const isBefore = ({ askers: [a] }: Wish, { askers: [b] }: Wish) =>
    a && b && (a.element.compareDocumentPosition(b.element) & Node.DOCUMENT_POSITION_FOLLOWING) > 0
  return waiting.reduce<Wish | undefined>(
    (first, one) => (first && !isBefore(one, first) ? first : one),
    undefined,
  )
}

async function draw(asked: PlayRequest): Promise<ImageData> {
  const played = await api.play({ ...asked, longSide: LONG_SIDE })
  if (!played.ok) throw new Error(played.message)
  const { job, clip } = played.summary
  stage ??= openSteadyStage()
  await stage.load(jobUrl(job), headers)
  const { width, height, bytes } = await stage.draw(Math.floor(clip.frames / 2), 'rgb')
  return new ImageData(new Uint8ClampedArray(bytes.buffer), width, height)
}
