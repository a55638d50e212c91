/**
 * CameraCtrl's RealEstate10KPose.
 * Mirrors hehao13/CameraCtrl at 1f9d8ba: cameractrl/data/dataset.py (`load_cameras`, `Camera`, `get_batch`).
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { linspace, probe, refuse, type Sample } from './sample.ts'

export interface PosedSample extends Sample {
  /** Of each frame: fx, fy, cx, cy as shares, and three rows of world-to-camera. */
  poses: { lens: number[]; worldToCamera: number[][] }[]
}

interface Entry {
  clip_name: string
  clip_path: string
  pose_file: string
  caption: string
}

export function readCameraCtrl(
  root: string,
  { stride = 4, frames = 16, start = 0 } = {},
): PosedSample[] {
  const entries = JSON.parse(readFileSync(join(root, 'annotations/train.json'), 'utf8')) as Entry[]
  return entries.map(({ clip_path, pose_file, caption }) => {
    const lines = readFileSync(join(root, pose_file), 'utf8').split('\n').slice(1)
    if (lines.at(-1) === '') lines.pop()
    const poses = lines.map((line) => {
      const entry = line.trim().split(' ').map(toFloat)
      refuse(
        entry.length !== 19,
        `cannot reshape array of size ${entry.length - 7} into shape (3,4)`,
      )
      return {
        lens: entry.slice(1, 5),
        worldToCamera: [entry.slice(7, 11), entry.slice(11, 15), entry.slice(15)],
      }
    })
    const video = join(root, clip_path)
    const total = poses.length
    refuse(total !== probe(video).frames, 'as many poses as frames')
    const cropped = frames * stride
    refuse(total < cropped, 'a smaller stride')
    const taken = linspace(start, Math.min(start + cropped, total) - 1, frames)
    refuse(new Set(taken).size === total, 'Sample larger than population')
    return { video, captions: [caption], frames: taken, poses }
  })
}

/** Python's `float`, which takes no empty text. */
function toFloat(text: string): number {
  refuse(text === '' || Number.isNaN(Number(text)), `could not convert string to float: '${text}'`)
  return Number(text)
}
