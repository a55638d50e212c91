import type { TruthPassName } from '#renderer/protocol'
import type { CameraTrack } from '#scenes'
import { InputError } from '../errors.ts'

/** Throws an InputError for a pass in which a clip could have nothing but invalid pixels. */
export function requirePossible(
  passes: readonly TruthPassName[],
  { shots }: Pick<CameraTrack, 'shots'>,
): void {
  const flow = passes.find((pass) => pass === 'flow_forward' || pass === 'flow_backward')
  if (!flow || shots.some(({ from, to }) => to - from > 1)) return
  const [clip, remedy] =
    shots.length === 1
      ? ['the clip is a single frame', 'Ask for two frames or more']
      : ['every shot is a single frame', 'Ask for longer shots']
  throw new InputError(
    `${flow} tells where things go from one frame of a shot to the next, and ${clip}.`,
    { remedy: `${remedy}, or leave the flow out of --passes.` },
  )
}
