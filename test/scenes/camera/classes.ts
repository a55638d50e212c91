import type { CameraMove } from '../../../scenes/camera/rigs/index.ts'
import type { Direction, MotionName } from '../../../scenes/camera/labels/index.ts'

/** The fifteen public classes of CameraBench, the rig that makes each, and what it is called when measured. */
export const CLASSES: readonly {
  name: string
  move: { kind: CameraMove['kind']; to?: string }
  measured?: { motion: MotionName; to: Direction }
}[] = [
  { name: 'Static', move: { kind: 'static' } },
  ...(
    [
      ['Move_In', 'dolly', 'in'],
      ['Move_Out', 'dolly', 'out'],
      ['Move_Left', 'truck', 'left'],
      ['Move_Right', 'truck', 'right'],
      ['Move_Up', 'pedestal', 'up'],
      ['Move_Down', 'pedestal', 'down'],
      ['Pan_Left', 'pan', 'left'],
      ['Pan_Right', 'pan', 'right'],
      ['Tilt_Up', 'tilt', 'up'],
      ['Tilt_Down', 'tilt', 'down'],
      ['Roll_Clockwise', 'roll', 'clockwise'],
      ['Roll_Counterclockwise', 'roll', 'counterclockwise'],
      ['Zoom_In', 'zoom', 'in'],
      ['Zoom_Out', 'zoom', 'out'],
    ] as const
  ).map(([name, kind, to]) => ({ name, move: { kind, to }, measured: { motion: kind, to } })),
]
