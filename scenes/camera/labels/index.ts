export { hasMotion, labelsOf, type ShotLabels } from './labels.ts'
export { motionsOf, type Direction, type Motion, type MotionName, type Target } from './motions.ts'
export { BOUNDS, statusOf, type Status } from './thresholds.ts'
export { viewsOf, type View } from './view.ts'
