import { expect, test } from 'vitest'
import { openSession, planClip } from '#capture'
import { parseScene, Random } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import { masksIn } from '../oracle/masks.ts'
import { outcomeOf, requestOf } from '../scenes/camera/framing-accuracy.ts'
import { PLACES_TO_FILM, sceneWith, type Place } from '../scenes/camera/framing-scenes.ts'
import type { Frame } from '../../scenes/schema/framing.ts'

/** Framings asked for in each place: 54 in all, 24 of them in a sample. */
const EACH = process.env['FULL'] ? 18 : 8
const [WIDTH, HEIGHT] = [320, 192]

/** Of the picture's height, what a whole subject may take by the published scale, with a tenth for limbs and leaves that leave their box. */
const FILLS: Record<string, [least: number, most: number]> = {
  'extreme wide': [0, 0.2],
  wide: [0.16, 0.54],
  full: [0.42, 1],
}

/** Single subjects from the front and the sides: from steep above or below a height tells nothing of a size. */
function requests(place: Place): Frame[] {
  const random = Random.of(7).fork(place.name)
  const kept: Frame[] = []
  while (kept.length < EACH) {
    const frame = requestOf(place, random)
    const steep = frame.angle === "bird's eye" || frame.angle === "worm's eye"
    if (!Array.isArray(frame.subject) && !steep && !outcomeOf(place, frame).refused)
      kept.push(frame)
  }
  return kept
}

test(
  'what was framed is on the picture as large as asked for, and where',
  { timeout: 300_000 },
  async () => {
    const session = await openSession()
    const faults: string[] = []
    let seen = 0
    try {
      for (const place of PLACES_TO_FILM) {
        const frames = requests(place)
        // Every framing is a shot of its own: one scene to load.
        const shots = frames.map((frame, i) => ({ to: (i + 1) * 0.25, frame }))
        const scene = parseScene(
          sceneWith(place, { shots }, EACH * 2)
            .replace('"fps":24', '"fps":8')
            .replace('"width":640,"height":352', `"width":${WIDTH},"height":${HEIGHT}`),
          place.name,
        )
        const { job, take } = await planClip(scene, {})
        await session.use(1, async (crew) => {
          await loadAll(job, crew)
          for (const [i, frame] of frames.entries()) {
            const { bytes } = await crew.stages[0].draw(i * 2, 'instance')
            const ids = new Uint16Array(new Uint8Array(bytes).buffer)
            const masks = masksIn(ids, WIDTH, HEIGHT, take.cast.length + 1)
            const mask = masks[1 + take.cast.findIndex(({ id }) => id === frame.subject)]
            seen++
            const fault = mask ? faultOf(frame, mask) : 'is not on the picture'
            if (fault)
              faults.push(
                `${place.name} ${JSON.stringify(frame)}: ${fault} ${JSON.stringify(mask)}`,
              )
          }
        })
      }
    } finally {
      await session.close()
    }
    expect(seen).toBe(3 * EACH)
    // 97 % of them.
    expect(faults.length, faults.join('\n')).toBeLessThanOrEqual(Math.floor(seen * 0.03))
  },
)

function faultOf(
  { size, place, dutch }: Frame,
  mask: { left: number; right: number; top: number; bottom: number },
): string | undefined {
  const tall = Math.max(mask.bottom - mask.top, mask.right - mask.left)
  const fills = FILLS[size]
  if (fills) {
    if (tall < fills[0] || tall > fills[1]) return `fills ${tall}`
    const middle = (mask.left + mask.right) / 2
    const third = { 'left third': 1 / 3, 'right third': 2 / 3 }[place as 'left third'] ?? 0.5
    return dutch === 0 && Math.abs(middle - third) > 0.1 ? `is at ${middle}` : undefined
  }
  // Closer, a part of it fills the picture, out of it on one side at least.
  const isCut = mask.top < 0.02 || mask.bottom > 0.98 || mask.left < 0.02 || mask.right > 0.98
  // In the lower third it begins a sixth of the picture lower.
  const least = place === 'lower third' ? 0.55 - 1 / 6 : 0.55
  return isCut && tall > least ? undefined : `fills ${tall}`
}
