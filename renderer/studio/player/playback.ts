import { headers, jobUrl } from '../server/api.ts'
import type { Summary } from '../protocol.ts'
import { openSteadyStage } from '../stage/steady-stage.ts'
import type { Who } from '../stage/treaty.ts'
import type { View } from '../../view.ts'
import { startClock } from './clock.ts'
import { player, type Player } from './player.ts'

/**
 * Draws what the player is to show. A frame is drawn once and kept; while the clip plays, none is left out: time waits
 * for a frame that is not drawn yet, and the second round runs at full speed.
 */
const stage = openSteadyStage({ onMend: (message) => player.set({ mending: message }) })
/** What is to be seen, though it may be loading yet. */
let summary: Summary | undefined
/** What was drawn before belongs to another scene, pass or view. */
let edition = 0
let images = new Map<number, ImageData>()
let people = new Map<number, Who>()
let isPumping = false
let stopClock: (() => void) | undefined
let exact = 0
let isLoaded = false

/**
 * Loads a scene; the picture of the old one stays until the new one's is there. The time is kept. When it cannot be
 * loaded, the player tells why.
 */
export async function loadScene(next: Summary): Promise<void> {
  const mine = ++edition
  summary = next
  isLoaded = false
  player.set({ fault: undefined })
  const surroundings = await stage
    .load(jobUrl(next.job), headers)
    .catch((error: unknown) => faulted(error, mine))
  if (mine !== edition || !surroundings) return
  isLoaded = true
  const seconds = player.get().frame / player.get().fps
  forget()
  const { fps, frames } = next.clip
  const frame = Math.min(frames - 1, Math.round(seconds * fps))
  exact = frame
  player.set({ fps, frames, frame, surroundings, view: undefined, mending: undefined })
  await pump()
}

/** Draws what could not be drawn. */
export function tryAgain(): void {
  if (summary) void loadScene(summary)
}

export function goTo(frame: number): void {
  const { frames } = player.get()
  const clamped = Math.max(0, Math.min(frames - 1, Math.round(frame)))
  exact = clamped
  show(clamped)
}

export function step(frames: number): void {
  pause()
  goTo(player.get().frame + frames)
}

export function playOn(): void {
  const { frame, frames, isLooping } = player.get()
  if (frame === frames - 1 && !isLooping) goTo(0)
  exact = player.get().frame
  player.set({ isPlaying: true })
  stopClock ??= startClock(tick)
  void pump()
}

export function pause(): void {
  stopClock?.()
  stopClock = undefined
  player.set({ isPlaying: false })
}

export function togglePlay(): void {
  if (player.get().isPlaying) pause()
  else playOn()
}

export function showPass(pass: Player['pass']): void {
  player.set({ pass })
  redraw()
}

/** The video of a clip is its shot: whoever went around comes back. */
export function showPicture(picture: Player['picture']): void {
  player.set({ picture })
  if (picture === 'video' && player.get().view) lookFrom(undefined)
}

/** Looks from elsewhere, or as the shot does. */
export function lookFrom(view: View | undefined): void {
  player.set({ view })
  redraw()
}

/** Asks who is seen in the frame that is shown, now or when it is. */
export function askWho(): void {
  void pump()
}

/** For the tests and the orbit: who is seen where. */
export function whoAt(x: number, y: number): string | undefined {
  const { who } = player.get()
  if (!who) return undefined
  const id = who.ids[Math.floor(y) * who.width + Math.floor(x)]
  return who.boxes.find(({ instance }) => instance === id)?.id
}

/** The video of a clip says which frame it shows. */
export function follow(frame: number): void {
  exact = frame
  show(Math.max(0, Math.min(player.get().frames - 1, frame)))
}

function redraw(): void {
  edition++
  images = new Map()
  player.set({ ready: [] })
  void pump()
}

function forget(): void {
  images = new Map()
  people = new Map()
  player.set({ ready: [], who: undefined })
}

function show(frame: number): void {
  const image = images.get(frame)
  player.set({ frame, who: people.get(frame), ...(image && { shown: { frame, image } }) })
  void pump()
}

function tick(seconds: number): void {
  const { frame, frames, fps, speed, isLooping, picture } = player.get()
  if (picture !== 'live') return
  exact += seconds * fps * speed
  let at = frame
  while (at < Math.floor(exact)) {
    const next = at + 1 < frames ? at + 1 : isLooping ? 0 : undefined
    if (next === undefined) return pause()
    if (!images.has(next)) {
      exact = at + 0.999
      break
    }
    if (next === 0) exact -= frames
    at = next
  }
  if (at !== frame) show(at)
}

/** Draws one thing after the other until there is nothing to draw. */
async function pump(): Promise<void> {
  if (isPumping) return
  isPumping = true
  try {
    for (let task = nextTask(); task; task = nextTask()) {
      const mine = edition
      await task().catch((error: unknown) => faulted(error, mine))
      if (player.get().mending !== undefined) player.set({ mending: undefined })
    }
  } finally {
    isPumping = false
  }
}

function nextTask(): (() => Promise<void>) | undefined {
  if (!isLoaded) return undefined
  const { frame, isPlaying, isLooping, frames, hasBoxes, lit, chosen, picture } = player.get()
  const isAsked = hasBoxes || lit.length > 0 || chosen.length > 0
  if (!images.has(frame)) return () => drawFrame(frame)
  if ((isAsked || !isPlaying) && !people.has(frame)) return () => findWho(frame)
  if (!isPlaying || picture === 'video' || images.size >= mostImages()) return undefined
  for (let i = 1; i < frames; i++) {
    const next = frame + i
    if (next >= frames && !isLooping) return undefined
    if (!images.has(next % frames)) return () => drawFrame(next % frames)
  }
  return undefined
}

async function drawFrame(frame: number): Promise<void> {
  const mine = edition
  const { pass, view } = player.get()
  const { width, height, bytes } = await stage.draw(frame, pass, view)
  if (mine !== edition) return
  const image = new ImageData(new Uint8ClampedArray(bytes.buffer), width, height)
  if (images.size >= mostImages()) images = new Map()
  images.set(frame, image)
  const isNow = player.get().frame === frame
  player.set({ ready: rangesOf(images), ...(isNow && { shown: { frame, image } }) })
}

async function findWho(frame: number): Promise<void> {
  const mine = edition
  const who = await stage.who(frame)
  if (mine !== edition) return
  if (people.size > MOST_WHO) people = new Map()
  people.set(frame, who)
  if (player.get().frame === frame) player.set({ who })
}

/** Nothing more is drawn until somebody says so, unless it was wanted no more. */
function faulted(error: unknown, mine: number): undefined {
  if (mine !== edition) return
  isLoaded = false
  pause()
  const fault = error instanceof Error ? error.message : String(error)
  player.set({ fault, mending: undefined })
}

/** As many as fit into a quarter of a gigabyte. */
function mostImages(): number {
  const { width = 640, height = 352 } = summary?.drawn ?? {}
  return Math.max(8, Math.floor(256e6 / (4 * width * height)))
}

const MOST_WHO = 64

function rangesOf(drawn: ReadonlyMap<number, unknown>): [number, number][] {
  const ranges: [number, number][] = []
  for (const frame of [...drawn.keys()].sort((a, b) => a - b)) {
    const last = ranges.at(-1)
    if (last && last[1] === frame) last[1]++
    else ranges.push([frame, frame + 1])
  }
  return ranges
}
