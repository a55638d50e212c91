import { save } from '../actions.ts'
import { desk, type Panel, panelsOf } from '../desk.ts'
import { withPen } from '../editor/pen.ts'
import { goTo, lookFrom, showPass, step, togglePlay } from '../player/playback.ts'
import { player, SPEEDS } from '../player/player.ts'
import { startOrbit } from '../player/orbit.ts'
import { SHOWN_PASSES } from '../stage/treaty.ts'

/** Every key, what it does for people, and how; the help lists them from here. */
export interface Key {
  keys: string
  does: string
  matches(event: KeyboardEvent): boolean
  run(): void
}

const key =
  (...names: string[]) =>
  (event: KeyboardEvent) =>
    names.includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey

export const KEYS: readonly Key[] = [
  { keys: 'Space', does: 'Play or pause', matches: key(' '), run: togglePlay },
  { keys: '←', does: 'One frame back', matches: plain('ArrowLeft'), run: () => step(-1) },
  { keys: '→', does: 'One frame on', matches: plain('ArrowRight'), run: () => step(1) },
  { keys: 'Shift ←', does: 'Ten frames back', matches: shifted('ArrowLeft'), run: () => step(-10) },
  { keys: 'Shift →', does: 'Ten frames on', matches: shifted('ArrowRight'), run: () => step(10) },
  { keys: 'Home', does: 'First frame', matches: key('Home'), run: () => goTo(0) },
  {
    keys: 'End',
    does: 'Last frame',
    matches: key('End'),
    run: () => goTo(player.get().frames - 1),
  },
  {
    keys: 'L',
    does: 'Loop',
    matches: key('l'),
    run: () => player.set({ isLooping: !player.get().isLooping }),
  },
  { keys: '[', does: 'Slower', matches: key('['), run: () => faster(-1) },
  { keys: ']', does: 'Faster', matches: key(']'), run: () => faster(1) },
  ...SHOWN_PASSES.map((pass, i) => ({
    keys: `${i + 1}`,
    does: `Show ${pass === 'rgb' ? 'the picture' : pass === 'normal' ? 'normals' : pass}`,
    matches: key(`${i + 1}`),
    run: () => showPass(pass),
  })),
  {
    keys: 'B',
    does: 'Boxes and names',
    matches: key('b'),
    run: () => player.set({ hasBoxes: !player.get().hasBoxes }),
  },
  {
    keys: 'T',
    does: 'Ways of those who move',
    matches: key('t'),
    run: () => player.set({ hasWays: !player.get().hasWays }),
  },
  {
    keys: 'G',
    does: 'Thirds and safe areas',
    matches: key('g'),
    run: () => player.set({ hasGuides: !player.get().hasGuides }),
  },
  {
    keys: 'O',
    does: 'Orbit around, or back to the shot',
    matches: key('o'),
    run: toggleOrbit,
  },
  { keys: 'F', does: 'Full screen', matches: key('f'), run: toggleFullScreen },
  { keys: '/', does: 'Search the gallery', matches: key('/'), run: searchGallery },
  { keys: 'C', does: 'Captions', matches: key('c'), run: () => turnTo('captions') },
  { keys: 'E', does: 'Editor', matches: key('e'), run: () => turnTo('editor') },
  { keys: 'S', does: 'Scene', matches: key('s'), run: () => turnTo('scene') },
  { keys: 'V', does: 'Verify a sentence', matches: key('v'), run: verifySentence },
  {
    keys: 'Ctrl S',
    does: 'Save',
    matches: (event) => event.key === 's' && (event.ctrlKey || event.metaKey),
    run: () => void save(),
  },
  { keys: 'Ctrl Z', does: 'Undo', matches: undoes, run: () => withPen((pen) => pen.undo()) },
  { keys: 'Ctrl Y', does: 'Redo', matches: redoes, run: () => withPen((pen) => pen.redo()) },
  {
    keys: '?',
    does: 'This help',
    matches: (event) => event.key === '?',
    run: () => desk.set({ isHelpOpen: !desk.get().isHelpOpen }),
  },
]

/** Runs the key that was pressed, unless it is meant for a field of text. */
export function onKey(event: KeyboardEvent): void {
  const target = event.target as HTMLElement
  const isTyping = target.closest('input, textarea, select, .cm-editor, dialog') !== null
  const found = KEYS.find((one) => one.matches(event))
  // A field of text undoes what was typed into it; the editor has its own keys for the same history.
  const isText = target.closest('input:is([type="text"], [type="search"]), textarea, .cm-editor')
  const isAnywhere = found?.keys === 'Ctrl S' || (found?.keys.startsWith('Ctrl') && !isText)
  if (!found || (isTyping && !isAnywhere)) return
  // A button that has the focus is pressed by the space bar as well.
  if (event.key === ' ') target.blur()
  event.preventDefault()
  found.run()
}

export function toggleOrbit(): void {
  // Nobody goes around a video.
  if (player.get().picture === 'video') return
  if (player.get().view) lookFrom(undefined)
  else startOrbit()
}

export function toggleFullScreen(): void {
  if (document.fullscreenElement) void document.exitFullscreen()
  else void document.querySelector('.player')?.requestFullscreen()
}

function faster(by: number): void {
  const at = SPEEDS.findIndex((speed) => speed === player.get().speed)
  player.set({ speed: SPEEDS[Math.max(0, Math.min(SPEEDS.length - 1, at + by))] as number })
}

function turnTo(right: Panel): void {
  if (panelsOf(desk.get().open).includes(right)) desk.set({ right })
}

function searchGallery(): void {
  desk.set({ left: 'gallery' })
  queueMicrotask(() => focusOn('#search'))
}

function verifySentence(): void {
  desk.set({ right: 'captions' })
  queueMicrotask(() => focusOn('#typed'))
}

function focusOn(selector: string): void {
  document.querySelector<HTMLElement>(selector)?.focus()
}

function undoes(event: KeyboardEvent): boolean {
  return event.key === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey
}

function redoes({ key: name, ctrlKey, metaKey, shiftKey }: KeyboardEvent): boolean {
  return (ctrlKey || metaKey) && (name === 'y' || (shiftKey && name.toLowerCase() === 'z'))
}

function plain(name: string) {
  return (event: KeyboardEvent) => key(name)(event) && !event.shiftKey
}

function shifted(name: string) {
  return (event: KeyboardEvent) => key(name)(event) && event.shiftKey
}
