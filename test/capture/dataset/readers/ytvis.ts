/**
 * YouTube-VIS.
 * Mirrors youtubevos/cocoapi at f3f9948: PythonAPI/pycocotools/ytvos.py (`createIndex`, `annToRLE`) and mask decoding;
 * JonathonLuiten/TrackEval at 12c8791: docs/YouTube-VIS-format.txt.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { refuse } from './sample.ts'

interface Rle {
  size: [number, number]
  counts: number[]
}

interface File {
  videos: { id: number; width: number; height: number; length: number; file_names: string[] }[]
  annotations: {
    id: number
    video_id: number
    category_id: number
    iscrowd: number
    segmentations: (Rle | null)[]
    bboxes: ([number, number, number, number] | null)[]
    areas: (number | null)[]
  }[]
  categories: { id: number; name: string; supercategory: string }[]
}

export interface Tracked {
  name: string
  /** Of each track: its category, and of each frame the rows of its mask. */
  tracks: { category: string; masks: (Uint8Array | null)[] }[]
}

export function readYtvis(root: string): Tracked[] {
  const { videos, annotations, categories } = JSON.parse(
    readFileSync(join(root, 'instances.json'), 'utf8'),
  ) as File
  const names = new Map(categories.map(({ id, name }) => [id, name]))
  refuse(new Set(annotations.map(({ id }) => id)).size < annotations.length, 'ids twice')
  return videos.map(({ id, width, height, length, file_names }) => {
    refuse(file_names.length !== length, 'as many files as frames')
    for (const name of file_names)
      refuse(!existsSync(join(root, 'JPEGImages', name)), `${name} is not there`)
    const own = annotations.filter((one) => one.video_id === id)
    return {
      name: (file_names[0] as string).split('/')[0] as string,
      tracks: own.map(({ category_id, segmentations, bboxes, areas }) => {
        refuse(!names.has(category_id), `no category ${category_id}`)
        refuse(
          [segmentations, bboxes, areas].some((column) => column.length !== length),
          'a column too short',
        )
        const masks = segmentations.map((rle, frame) => {
          refuse(
            (rle === null) !== (bboxes[frame] === null) ||
              (rle === null) !== (areas[frame] === null),
            'null alone',
          )
          if (!rle) return null
          const mask = decode(rle, { width, height })
          refuse(
            mask.reduce((sum, one) => sum + one, 0) !== areas[frame],
            'another area than its mask',
          )
          refuse(
            JSON.stringify(boxOf(mask, width)) !== JSON.stringify(bboxes[frame]),
            'another box than its mask',
          )
          return mask
        })
        return { category: names.get(category_id) as string, masks }
      }),
    }
  })
}

/** Runs go down the columns, zeros first. */
function decode(
  { size: [h, w], counts }: Rle,
  { width, height }: { width: number; height: number },
): Uint8Array {
  refuse(h !== height || w !== width, 'size is height, width')
  const mask = new Uint8Array(w * h)
  let at = 0
  for (const [i, count] of counts.entries())
    for (let end = at + count; at < end; at++)
      if (i % 2 === 1) mask[(at % h) * w + Math.floor(at / h)] = 1
  refuse(at !== w * h, 'runs that do not fill the picture')
  return mask
}

function boxOf(mask: Uint8Array, width: number): number[] {
  const xs: number[] = []
  const ys: number[] = []
  for (const [i, one] of mask.entries())
    if (one === 1) {
      xs.push(i % width)
      ys.push(Math.floor(i / width))
    }
  const [left, top] = [Math.min(...xs), Math.min(...ys)]
  return [left, top, Math.max(...xs) - left + 1, Math.max(...ys) - top + 1]
}
