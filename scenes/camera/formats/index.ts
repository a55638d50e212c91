import type { Cameras } from '../cameras.ts'
import { colmap } from './colmap.ts'
import { nerfstudio } from './nerfstudio.ts'
import { openGl } from './opengl.ts'
import { realEstate10k } from './realestate10k.ts'
import { reCamMaster } from './recammaster.ts'
import { tum } from './tum.ts'

/** A format that one camera's poses can be written in, as text. */
export interface CameraFormat {
  /** Who reads it, and its axes, in a sentence. */
  doc: string
  /** Texts by the names that the format gives its files. */
  files(cameras: Cameras): Record<string, string>
}

export const CAMERA_FORMATS = {
  realestate10k: {
    doc: 'RealEstate10K text for CameraCtrl and VideoX-Fun: world-to-camera, y down, z forward.',
    files: (cameras) => ({ 'poses.txt': realEstate10k(cameras) }),
  },
  colmap: {
    doc: 'COLMAP text model: world-to-camera, y down, z forward; images as `ffmpeg -i video.mp4 %05d.png` names them.',
    files: (cameras) => colmap(cameras),
  },
  nerfstudio: {
    doc: "Nerfstudio's transforms.json: camera-to-world, y up, z backward, the world turned to z up; images as `ffmpeg -i video.mp4 images/%05d.png` names them.",
    files: (cameras) => ({ 'transforms.json': json(nerfstudio(cameras)) }),
  },
  tum: {
    doc: 'TUM RGB-D trajectory for evo: camera-to-world, y down, z forward.',
    files: (cameras) => ({ 'groundtruth.txt': tum(cameras) }),
  },
  opengl: {
    doc: 'Matrices for OpenGL and three.js: camera-to-world, y up, z backward, and projection.',
    files: (cameras) => ({ 'opengl.json': json(openGl(cameras)) }),
  },
  recammaster: {
    doc: "ReCamMaster's camera_extrinsics.json with one camera, cam01: Unreal's axes, centimetres.",
    files: (cameras) => ({ 'camera_extrinsics.json': json(reCamMaster([cameras])) }),
  },
} satisfies Record<string, CameraFormat>

export type CameraFormatName = keyof typeof CAMERA_FORMATS
export const CAMERA_FORMAT_NAMES = Object.keys(CAMERA_FORMATS) as [
  CameraFormatName,
  ...CameraFormatName[],
]

function json(content: unknown): string {
  return `${JSON.stringify(content)}\n`
}
