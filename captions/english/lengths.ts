import type { FormName } from '../plan/form-names.ts'

/** Words aimed at, where enough is proven. */
export const LENGTHS: Record<FormName, [number, number]> = {
  short: [10, 20],
  default: [50, 70],
  dense: [120, 200],
  camera: [6, 40],
  main_object: [8, 60],
  background: [10, 90],
  style: [2, 30],
  motion: [8, 70],
  no_camera: [40, 70],
  prompt: [12, 40],
}
