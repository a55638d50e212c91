import { useEffect, useRef } from 'react'
import type { Who } from '../stage/treaty.ts'
import { useStore } from '../store.ts'
import { meantIn } from './meant.ts'
import { player } from './player.ts'
import { askWho } from './playback.ts'

/** Whoever is meant keeps the light and gets an outline; the others step back. */
export function LitActors() {
  const lit = useStore(player, (state) => state.lit)
  const who = useStore(player, (state) => state.who)
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    if (lit.length > 0 && !who) askWho()
    const isLit = lit.length > 0 && who !== undefined
    element.hidden = !isLit
    element.dataset.lit = isLit ? lit.join(' ') : ''
    if (isLit) paintLit(element, who, lit)
  }, [lit, who])
  return <canvas ref={canvas} className="lit" aria-hidden="true" hidden />
}

function paintLit(canvas: HTMLCanvasElement, who: Who, lit: readonly string[]): void {
  const { width, height, ids } = who
  const meant = new Set(meantIn(who, lit).map(({ instance }) => instance))
  const image = new ImageData(width, height)
  const pixels = new Uint32Array(image.data.buffer)
  const [dim, line] = [0x8c_00_00_00, 0xff_ff_b0_6e]
  const isIn = (at: number) => meant.has(ids[at] as number)
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at++) {
      if (!isIn(at)) {
        pixels[at] = dim
        continue
      }
      const isEdge =
        (x > 0 && !isIn(at - 1)) ||
        (x < width - 1 && !isIn(at + 1)) ||
        (y > 0 && !isIn(at - width)) ||
        (y < height - 1 && !isIn(at + width))
      if (isEdge) pixels[at] = line
    }
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.putImageData(image, 0, 0)
}
