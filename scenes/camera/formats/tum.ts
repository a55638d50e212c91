import type { Cameras } from '../cameras.ts'
import { entry, quaternionOfPose } from '../rigid.ts'

/**
 * A trajectory as the TUM RGB-D benchmark writes it and evo reads it. It holds no intrinsics.
 *
 * A line a frame, one space between numbers: `timestamp tx ty tz qx qy qz qw`. Time: seconds since the clip began
 * (the benchmark's own count from the Unix epoch). Pose: camera-to-world, the position of the optical centre and the
 * camera's turn as a unit quaternion, w last; camera axes x right, y down, z forward, as in the benchmark;
 * right-handed. World: ours, metres, y up (the format leaves it free). Lines that start with # are comments.
 *
 * Source: https://cvg.cit.tum.de/data/datasets/rgbd-dataset/file_formats, "Ground-truth trajectories";
 * MichaelGrupp/evo, evo/tools/file_interface.py, `read_tum_trajectory_file`.
 */
export function tum({ frames }: Cameras): string {
  const lines = frames.map(({ t, cameraToWorld }) => {
    const position = [0, 1, 2].map((row) => entry(cameraToWorld, row, 3))
    return [t, ...position, ...quaternionOfPose(cameraToWorld)].join(' ')
  })
  return `${['# timestamp tx ty tz qx qy qz qw', ...lines].join('\n')}\n`
}
