import type { Session } from '#capture'
import type { Scene } from '#scenes'
import { BUNDLE } from '../../capture/passes/formats.ts'
import { treePss } from './measure.ts'

/** Megabytes that Node, Chrome and the ffmpegs take together at most while a clip of so many seconds is rendered with passes. */
export async function peakOf(
  session: Session,
  scene: Scene,
  seconds: number,
  out: string,
): Promise<number> {
  let peak = 0
  const look = setInterval(() => (peak = Math.max(peak, treePss())), 250)
  try {
    const clip = { ...scene.clip, frames: seconds * scene.clip.fps }
    await session.render(
      { ...scene, clip },
      { out, name: 'long', passes: [...BUNDLE], force: true },
    )
  } finally {
    clearInterval(look)
  }
  return peak
}
