import { desk, isDirty, type Open, panelsOf } from './desk.ts'
import { goTo, loadScene, pause } from './player/playback.ts'
import { player } from './player/player.ts'
import type { PlayRequest, StudioEvent, Summary, Which } from './protocol.ts'
import { api, listen } from './server/api.ts'

/** What people do, and what it does to the desk. */

export async function start(): Promise<void> {
  listen(onEvent)
  await told(async () => {
    const listing = await api.list()
    desk.set({ listing })
    const first = listing.first ?? listing.sources[0]?.id ?? listing.clips[0]?.id
    if (first === undefined) return
    if (listing.clips.some(({ id }) => id === first)) await openClip(first)
    else await openSource(first)
  })
}

export async function openSource(id: string, which: Which = {}): Promise<void> {
  const entry = desk.get().listing?.sources.find((one) => one.id === id)
  if (!entry || !mayLeave()) return
  await told(async () => {
    const saved = await api.source(id)
    begin({
      kind: entry.kind,
      id,
      name: entry.name,
      file: entry.file,
      isWritable: entry.isWritable,
    })
    desk.set({
      text: saved.text,
      saved,
      which: entry.kind === 'template' ? { seed: 0, ...which } : {},
      left: entry.kind === 'template' ? 'seeds' : desk.get().left,
    })
    await replay()
  })
}

export async function openClip(id: string): Promise<void> {
  const entry = desk.get().listing?.clips.find((one) => one.id === id)
  if (!entry || !mayLeave()) return
  await told(async () => {
    const { summary, captions } = await api.clip(id)
    const { name, file, seed } = entry
    begin({ kind: 'clip', id, name, file, ...(seed !== undefined && { seed }), isWritable: false })
    player.set({ picture: 'video' })
    const { right } = desk.get()
    desk.set({
      summary,
      captions,
      text: '',
      saved: undefined,
      which: {},
      proof: { state: 'proven' },
      right: panelsOf(desk.get().open).includes(right) ? right : 'captions',
    })
    await loadScene(summary)
  })
}

/** Puts another text on the desk; the picture follows it. */
export function edit(text: string): void {
  desk.set({ text })
  clearTimeout(typing)
  typing = setTimeout(() => void told(replay), 120)
}
let typing: ReturnType<typeof setTimeout> | undefined

/** Another scene of the template. */
export function choose(which: Which): void {
  desk.set({ which: { ...desk.get().which, ...which } })
  void told(replay)
}

export function drawIn(longSide: number | undefined): void {
  desk.set({ longSide })
  void told(replay)
}

export function filmWith(camera: string): void {
  desk.set({ camera })
  void told(replay)
}

export async function save(): Promise<void> {
  const { open, text, saved } = desk.get()
  if (!open || !saved || open.kind === 'clip') return
  await told(async () => {
    const answer = await api.save({ id: open.id, text, stamp: saved.stamp })
    if (answer.ok)
      desk.set({ saved: { text, stamp: answer.stamp }, isStale: false, notice: 'Saved.' })
    else desk.set({ notice: answer.message, isStale: answer.isStale })
  })
}

/** Takes the text that somebody else wrote. */
export async function takeTheirs(): Promise<void> {
  const { open } = desk.get()
  if (!open) return
  const saved = await api.source(open.id)
  desk.set({ text: saved.text, saved, isStale: false })
  await replay()
}

/** Keeps the editor's text: the next save replaces what somebody else wrote. */
export async function keepOurs(): Promise<void> {
  const { open } = desk.get()
  if (!open) return
  desk.set({ saved: await api.source(open.id), isStale: false })
}

export async function render(): Promise<void> {
  const { summary, open } = desk.get()
  if (!summary || !open) return
  await told(async () => {
    const { render: number } = await api.render(summary.job)
    desk.set({
      awaited: { render: number, open: open.id },
      rendering: { type: 'rendering', render: number, stage: 'load', done: 0, total: 1 },
      notice: undefined,
    })
  })
}

export async function cancelRender(): Promise<void> {
  const { rendering } = desk.get()
  if (rendering) await told(() => api.cancel(rendering.render))
}

/** Shows a claim: where it begins, and in the list. */
export function showClaim(id: string): void {
  const claim = desk.get().captions?.claims.find((one) => one.id === id)
  if (!claim) return
  pause()
  goTo(claim.frames[0])
  desk.set({ claim: id })
}

let latest = 0

/** Plays out what is on the desk; while that is wrong, the last good scene stays. */
export async function replay(): Promise<void> {
  const { open, text, saved, which, camera, longSide } = desk.get()
  if (!open || open.kind === 'clip') return
  const mine = ++latest
  desk.set({ isPlayingOut: true })
  const asked: PlayRequest = { id: open.id, ...which }
  if (text !== saved?.text) asked.text = text
  if (camera !== undefined) asked.camera = camera
  if (longSide !== undefined) asked.longSide = longSide
  const played = await api.play(asked).finally(() => {
    if (mine === latest) desk.set({ isPlayingOut: false })
  })
  if (mine !== latest) return
  if (!played.ok) return desk.set({ trouble: played })
  desk.set({
    summary: played.summary,
    trouble: undefined,
    captions: undefined,
    proof: { state: 'none' },
    claim: undefined,
  })
  await loadScene(played.summary)
  await prove(played.summary, mine)
}

/** The picture comes first: on few cores the two would wait for each other. */
async function prove({ job }: Summary, mine: number): Promise<void> {
  if (mine !== latest) return
  desk.set({ proof: { state: 'proving', done: 0, total: 0 } })
  await api.prove(job)
}

function begin(open: Open): void {
  latest++
  pause()
  player.set({ picture: 'live', lit: [], chosen: [], view: undefined, frame: 0 })
  desk.set({
    open,
    camera: undefined,
    trouble: undefined,
    captions: undefined,
    proof: { state: 'none' },
    claim: undefined,
    place: undefined,
    isStale: false,
    notice: undefined,
  })
}

function mayLeave(): boolean {
  if (!isDirty(desk.get())) return true
  // The browser's own question: it cannot be overlooked, and the text is lost without it.
  return confirm('The editor holds changes that are not saved. Leave them?')
}

function onEvent(event: StudioEvent): void {
  const { summary, open } = desk.get()
  const isOurs = 'job' in event && event.job === summary?.job
  if (event.type === 'proving' && isOurs)
    desk.set({ proof: { state: 'proving', done: event.done, total: event.total } })
  if (event.type === 'proven' && isOurs)
    desk.set({ captions: event.captions, proof: { state: 'proven' } })
  if (event.type === 'unproven' && isOurs)
    desk.set({ proof: { state: 'failed', message: event.message } })
  if (event.type === 'changed' && event.id === open?.id) void told(onChanged)
  if (event.type === 'listed') void told(async () => desk.set({ listing: await api.list() }))
  if (event.type === 'rendering') desk.set({ rendering: event })
  if (event.type === 'rendered') void told(() => onRendered(event))
  if (event.type === 'unrendered')
    desk.set({ rendering: undefined, notice: `The clip was not rendered: ${event.message}` })
}

async function onChanged(): Promise<void> {
  if (isDirty(desk.get())) return desk.set({ isStale: true })
  await takeTheirs()
}

/** It opens where somebody waits for it: not in another page, nor over what was opened meanwhile. */
async function onRendered({ render: number, clip }: Rendered): Promise<void> {
  desk.set({ rendering: undefined, listing: await api.list(), notice: 'The clip is rendered.' })
  const { awaited, open } = desk.get()
  const isAwaited = awaited?.render === number && awaited.open === open?.id
  if (!isAwaited || isDirty(desk.get())) return
  await openClip(clip)
  player.set({ picture: 'beside' })
}

type Rendered = Extract<StudioEvent, { type: 'rendered' }>

/** Whatever goes wrong is told in the page. */
async function told(work: () => Promise<unknown>): Promise<void> {
  try {
    await work()
  } catch (error) {
    desk.set({ notice: error instanceof Error ? error.message : String(error) })
  }
}
