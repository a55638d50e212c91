import { Random } from '#scenes'
import type { Labelled } from '../../../capture/prune/cells.ts'

const TEMPLATES = [
  'billiards',
  'bowling',
  'crash',
  'dominoes',
  'kitchen',
  'machines',
  'marbles',
  'towers',
]
const MOVES = [
  'static',
  'pan left',
  'pan right',
  'dolly in',
  'dolly out',
  'truck left',
  'truck right',
  'arc left',
  'tilt up',
]
const SIZES = ['', 'wide', 'full', 'medium', 'close-up']
const PLACES = ['yard', 'room', 'street', 'park', 'desert']
const TAGS = Array.from({ length: 120 }, (_, i) => `tag ${i}`)

/** Rows as templates give them: a few labels are common, most are rare. */
export function rowsOf(count: number, seed: number): Labelled[] {
  const random = Random.of(seed)
  const rare = <T>(values: readonly T[]): T =>
    values[Math.min(values.length - 1, Math.floor(values.length * random.unit() ** 2))] as T
  return Array.from({ length: count }, (_, i) => ({
    id: `clip${String(i).padStart(5, '0')}`,
    caption: `caption ${Math.floor(random.between(0, count * 0.8))}`,
    coverage: random.between(0.5, 1),
    camera_motion: [rare(MOVES)],
    shot_size: rare(SIZES),
    camera_angle: rare(['level', 'high', 'low']),
    scene_type: rare(PLACES),
    template: rare(TEMPLATES),
    tags: [...new Set(Array.from({ length: 8 }, () => rare(TAGS)))],
  }))
}
