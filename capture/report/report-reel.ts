import { existsSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { openReel } from '../reel/open-reel.ts'
import type { Row } from '../reel/row.ts'
import { failuresOf } from './failures.ts'
import { pageOf } from './page.ts'
import { openStatistics } from './statistics.ts'

/** A clip as the page shows it. */
export interface Card {
  id: string
  /** An address: of data in the page, or of a file from where the page is. */
  video: string
  poster: string
  captions: Record<string, string>
  labels: Record<string, string | string[]>
  facts: Record<string, string>
}

/**
 * A page about a reel that needs nothing but itself: so many bytes of videos are in it, those of further clips are played from
 * where they lie.
 * @param from the folder in which the page will be
 */
export async function reportReel(
  reelFolder: string,
  { from, embed, signal }: { from: string; embed: number; signal: AbortSignal },
): Promise<{ html: string; clips: number; embedded: number }> {
  const reel = await openReel(reelFolder)
  const statistics = openStatistics()
  const cards: Card[] = []
  let [left, embedded] = [embed, 0]
  for await (const { row, folder, ready, isPacked } of reel.clips()) {
    signal.throwIfAborted()
    statistics.add(row)
    await ready()
    const files = [join(folder, 'video.mp4'), join(folder, 'poster.jpg')] as const
    const size = (await Promise.all(files.map(sizeOf))).reduce((a, b) => a + b, 0)
    const isIn = size <= left
    if (isIn) {
      left -= size
      embedded++
    }
    const at = (file: string, type: string, within = isIn) =>
      addressOf(file, { type, isIn: within, from })
    const [video, poster] = await Promise.all([
      // What lies in a tar cannot be played from there.
      isPacked && !isIn ? '' : at(files[0], 'video/mp4'),
      at(files[1], 'image/jpeg', isIn || isPacked),
    ])
    cards.push(cardOf(row, { video, poster }))
  }
  const failures = await failuresOf(reel.folder)
  const html = pageOf({ reel: reel.file, statistics: statistics.finish(), failures, cards })
  return { html, clips: cards.length, embedded }
}

function sizeOf(file: string): Promise<number> {
  return stat(file).then(
    ({ size }) => size,
    () => 0,
  )
}

async function addressOf(
  file: string,
  { type, isIn, from }: { type: string; isIn: boolean; from: string },
): Promise<string> {
  if (!existsSync(file)) return ''
  if (isIn) return `data:${type};base64,${(await readFile(file)).toString('base64')}`
  return relative(from, file).split(/[\\/]/).map(encodeURIComponent).join('/')
}

function cardOf(row: Row, media: Pick<Card, 'video' | 'poster'>): Card {
  return {
    id: row.id,
    ...media,
    captions: {
      default: row.caption,
      short: row.short_caption,
      dense: row.dense_caption,
      camera: row.camera_caption,
      motion: row.motion_caption,
    },
    labels: {
      camera_motion: row.camera_motion,
      shot_size: row.shot_size,
      camera_angle: row.camera_angle,
      scene_type: row.scene_type,
      template: row.template,
      tags: row.tags,
      split: row.split,
      profile: row.profile,
    },
    facts: {
      size: `${row.width}x${row.height}, ${row.num_frames} frames at ${row.fps} fps`,
      camera: `${row.camera}, ${row.camera_motion.join(', ')}`,
      scene: `${row.template || 'by hand'}, seed ${row.seed}, group ${row.group}`,
      motion: String(row.motion_score),
      luma: String(row.luminance),
      coverage: String(row.coverage),
      claims: `${row.claims}, ${row.refuted} refuted`,
    },
  }
}
