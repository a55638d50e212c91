/** The joints of a person that are told, in the order of COCO's 17 keypoints; left is the person's own. */
export const COCO_JOINTS = [
  'nose',
  'left_eye',
  'right_eye',
  'left_ear',
  'right_ear',
  'left_shoulder',
  'right_shoulder',
  'left_elbow',
  'right_elbow',
  'left_wrist',
  'right_wrist',
  'left_hip',
  'right_hip',
  'left_knee',
  'right_knee',
  'left_ankle',
  'right_ankle',
] as const

export type CocoJoint = (typeof COCO_JOINTS)[number]

/** What both sides have in common. */
export type CocoPart = PartOf<CocoJoint>
type PartOf<Name> = Name extends `${'left' | 'right'}_${infer Part}` ? Part : Name

export function partOf(joint: CocoJoint): CocoPart {
  return joint.replace(/^(left|right)_/, '') as CocoPart
}
