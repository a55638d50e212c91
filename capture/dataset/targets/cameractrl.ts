import { join } from 'node:path'
import { realEstate10k } from '#scenes'
import { readCameras } from '../../verify/stored-clip.ts'
import { putMedia } from '../media.ts'
import type { Target } from '../target.ts'
import { openJsonList, writeText } from '../text-file.ts'
import { anywhere, short } from '../window.ts'

/** It takes 16 frames, every fourth one. */
const SPAN = 16 * 4

/**
 * RealEstate10K as CameraCtrl loads it: a line that is dropped, then 19 numbers a frame with one space between them, as many as
 * the video has frames. It draws one frame besides those that it takes, so there must be one. Its text encoder is CLIP's.
 *
 * Source: hehao13/CameraCtrl, cameractrl/data/dataset.py, `RealEstate10KPose`.
 */
export const cameractrl: Target = {
  doc: 'CameraCtrl and its kin: RealEstate10K poses with videos and captions.',
  files:
    'annotations/train.json (clip_name, clip_path, pose_file, caption), pose_files/<id>.txt, video_clips/<id>.mp4',
  models: 'any',
  window: (shape) =>
    shape.num_frames > SPAN
      ? anywhere(shape, SPAN)
      : short(shape, SPAN + 1, `--frames ${SPAN + 1}`),
  form: 'no_camera',
  tokens: 77,
  async open({ folder }) {
    const list = await openJsonList(folder.path('annotations/train.json'))
    return {
      async add({ row, folder: clip, texts: [caption = ''] }) {
        const { id } = row
        await putMedia(join(clip, 'video.mp4'), folder.path(`video_clips/${id}.mp4`))
        await writeText(
          folder.path(`pose_files/${id}.txt`),
          realEstate10k(await readCameras(clip), `${id}.mp4`),
        )
        await list.add(
          JSON.stringify({
            clip_name: id,
            clip_path: `video_clips/${id}.mp4`,
            pose_file: `pose_files/${id}.txt`,
            caption,
          }),
        )
      },
      async finish() {
        await list.close()
        return [`root_path: ${folder.final}, annotation_json: annotations/train.json`]
      },
    }
  },
}
