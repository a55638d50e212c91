/**
 * ReCamMaster.
 * Mirrors KwaiVGI/ReCamMaster at 57d94bc: train_recammaster.py (`TextVideoDataset`, `TensorDataset.parse_matrix` and
 * `__getitem__`).
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { probe, range, refuse, type Sample } from './sample.ts'

export interface ViewedSample extends Sample {
  /** By partner and frame, camera-to-world of x right, y down, z forward in metres. */
  views: Record<string, number[][][]>
}

export function readReCamMaster(root: string): ViewedSample[] {
  const rows = parse(readFileSync(join(root, 'metadata.csv')), { columns: true }) as Record<
    string,
    string
  >[]
  return rows.map(({ file_name, text }) => {
    refuse(file_name === undefined || text === undefined, 'KeyError')
    const path = join(root, 'train', file_name as string)
    refuse(probe(path).frames < 81, 'fewer than 81 frames: None')
    refuse(!/cam(\d+)/.test(path), 'no camera in the path')
    const base = path.split('/').slice(0, -2).join('/')
    const file = join(base, 'cameras/camera_extrinsics.json')
    const cameras = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<string, string>>
    const views = range(1, 11).map((n) => {
      const name = `cam${String(n).padStart(2, '0')}`
      const partner = path.replaceAll(/cam(\d+)/g, name)
      refuse(!existsSync(partner), `${partner} is not there`)
      return [name, range(0, 81, 4).map((i) => poseOf(cameras[`frame${i}`]?.[name]))] as const
    })
    return {
      video: path,
      captions: [text as string],
      frames: range(0, 81),
      views: Object.fromEntries(views),
    }
  })
}

function poseOf(text: string | undefined): number[][] {
  refuse(text === undefined, 'KeyError')
  const rows = (text as string)
    .trim()
    .split('] [')
    .map((row) => row.replaceAll(/[[\]]/g, '').split(/\s+/).map(Number))
  refuse(rows.length !== 4 || rows.some((row) => row.length !== 4), 'not a matrix of 4 x 4')
  const transposed = range(0, 4).map((r) => range(0, 4).map((c) => rows[c]?.[r] as number))
  return transposed.map((row, r) =>
    [1, 2, 0, 3].map((c, at) => {
      const value = row[c] as number
      if (r > 2) return value
      return at === 1 ? -value : at === 3 ? value / 100 : value
    }),
  )
}
