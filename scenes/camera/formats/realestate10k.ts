import type { Cameras } from '../cameras.ts'
import { entry, inverseRigid } from '../rigid.ts'

/**
 * RealEstate10K camera text, as CameraCtrl, VideoX-Fun and their kin load it.
 *
 * One line that names the video, then 19 numbers a frame, one space between them:
 * `timestamp fx fy cx cy 0 0 r11 r12 r13 tx r21 r22 r23 ty r31 r32 r33 tz`.
 * Time: whole microseconds since the start of the video. Intrinsics: shares of width (fx, cx) and height (fy, cy);
 * the top left corner of the picture is (0, 0), the bottom right (1, 1), so pixel centres are at +0.5.
 * Pose: 3x4 world-to-camera; camera axes x right, y down, z forward; right-handed. World: ours, metres, y up (the
 * format leaves it free).
 *
 * VideoX-Fun's `process_pose_file` takes the video for 1280x720 unless told otherwise.
 *
 * Source: https://google.github.io/realestate10k/download.html (google/realestate10k, download.html), which does not
 * mention the two zeros; hehao13/CameraCtrl, cameractrl/data/dataset.py, `Camera` and `load_cameras`.
 */
export function realEstate10k({ width, height, frames }: Cameras, video = 'video.mp4'): string {
  const lines = frames.map(({ t, K, cameraToWorld }) => {
    const lens = [
      entry(K, 0, 0) / width,
      entry(K, 1, 1) / height,
      entry(K, 0, 2) / width,
      entry(K, 1, 2) / height,
    ]
    const pose = inverseRigid(cameraToWorld).slice(0, 3).flat()
    return [Math.round(t * 1e6), ...lens, 0, 0, ...pose].join(' ')
  })
  return `${[video, ...lines].join('\n')}\n`
}
