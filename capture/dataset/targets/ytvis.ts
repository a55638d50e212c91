import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { CATEGORIES } from '#captions'
import type { Row } from '../../reel/row.ts'
import { readAnnotations } from '../../verify/stored-clip.ts'
import { runProgram } from '../../process.ts'
import { readClipTruth } from '../../export/clip-truth.ts'
import { truthFrames } from '../../passes/stored-frames.ts'
import { boxOf, runsOf } from '../rle.ts'
import type { ExportContext, Item, Target } from '../target.ts'
import { openText, type TextFile } from '../text-file.ts'
import { wholeOf } from '../window.ts'

/**
 * YouTube-VIS: one annotation for each actor, with a mask, a box and an area for each frame, null where it is not seen. Masks are
 * COCO's runs: down the columns, beginning with those that are not of the mask. Frames are JPEG pictures.
 *
 * Source: JonathonLuiten/TrackEval, docs/YouTube-VIS-format.txt; youtubevos/cocoapi, PythonAPI/pycocotools/ytvos.py.
 */
export const ytvis: Target = {
  doc: 'YouTube-VIS readers (detectron2, ytvos, TrackEval), with masks as COCO run lengths.',
  files: 'instances.json (videos, annotations, categories), JPEGImages/<id>/00000.jpg',
  models: 'any',
  window: (shape) => wholeOf(shape),
  form: undefined,
  passes: ['instance'],
  async open(context) {
    const { folder, reel } = context
    const file = await openText(folder.path('instances.json'))
    const videos: Pick<Row, 'id' | 'width' | 'height' | 'num_frames'>[] = []
    const count = { annotations: 0 }
    await file.add(`{"info":${JSON.stringify({ description: reel.name })},"licenses":[],`)
    await file.add(`"categories":${JSON.stringify(categories())},\n"annotations":[\n`)
    return {
      async add(item) {
        const { id, width, height, num_frames } = item.row
        videos.push({ id, width, height, num_frames })
        await addTracks(item, { id: videos.length, count, file, context })
        await addFrames(item, context)
      },
      async finish() {
        await file.add('\n],\n"videos":[\n')
        for (const [i, video] of videos.entries())
          await file.add(`${i === 0 ? '' : ',\n'}${JSON.stringify(videoOf(video, i + 1))}`)
        await file.add('\n]}\n')
        await file.close()
        return [
          `json: ${join(folder.final, 'instances.json')}, images: ${join(folder.final, 'JPEGImages')}`,
        ]
      },
    }
  },
}

function categories() {
  return CATEGORIES.map((name, i) => ({ id: i + 1, name, supercategory: 'object' }))
}

function frameName(frame: number): string {
  return `${String(frame).padStart(5, '0')}.jpg`
}

function videoOf(
  { id: name, width, height, num_frames }: Pick<Row, 'id' | 'width' | 'height' | 'num_frames'>,
  id: number,
) {
  const file_names = Array.from({ length: num_frames }, (_, frame) => `${name}/${frameName(frame)}`)
  return { id, width, height, length: num_frames, file_names }
}

interface Place {
  /** Of the video. */
  id: number
  count: { annotations: number }
  file: TextFile
  context: ExportContext
}

async function addTracks(
  { row, folder }: Item,
  { id, count, file, context }: Place,
): Promise<void> {
  const { actors } = await readAnnotations(folder)
  const truth = await readClipTruth(folder)
  const { width, height } = row
  const blank = () => Array.from({ length: row.num_frames }, () => null)
  const tracks = new Map(
    actors.map((actor) => [
      actor.instance,
      {
        actor,
        segmentations: blank() as ({ size: [number, number]; counts: number[] } | null)[],
        bboxes: blank() as ([number, number, number, number] | null)[],
        areas: blank() as (number | null)[],
      },
    ]),
  )
  const decoder = { ffmpeg: await context.ffmpeg(), signal: context.signal }
  for await (const { frame, now } of truthFrames(truth, ['instance'], decoder)) {
    const ids = now.get('instance') ?? []
    for (const [instance, counts] of runsOf(ids, { width, height })) {
      const track = tracks.get(instance)
      if (!track) continue
      track.segmentations[frame] = { size: [height, width], counts }
      track.bboxes[frame] = boxOf(counts, height)
      track.areas[frame] = counts.reduce((sum, run, i) => sum + (i % 2 === 1 ? run : 0), 0)
    }
  }
  for (const { actor, segmentations, bboxes, areas } of tracks.values()) {
    if (areas.every((area) => area === null)) continue
    const track = {
      id: ++count.annotations,
      video_id: id,
      category_id: CATEGORIES.indexOf(actor.category) + 1,
      iscrowd: 0,
      ...{ width, height },
      segmentations,
      bboxes,
      areas,
    }
    await file.add(`${count.annotations === 1 ? '' : ',\n'}${JSON.stringify(track)}`)
  }
}

async function addFrames({ row, folder }: Item, { folder: out, ffmpeg, signal }: ExportContext) {
  const into = out.path(`JPEGImages/${row.id}`)
  await mkdir(into, { recursive: true })
  const args = ['-nostdin', '-v', 'error', '-i', join(folder, 'video.mp4'), '-q:v', '2']
  await runProgram(await ffmpeg(), [...args, '-start_number', '0', join(into, '%05d.jpg')], {
    signal,
  })
}
