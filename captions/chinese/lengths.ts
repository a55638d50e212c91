import type { FormName } from '../plan/form-names.ts'

/** Characters aimed at, where enough is proven. */
export const LENGTHS: Record<FormName, [number, number]> = {
  short: [15, 45],
  default: [70, 130],
  dense: [160, 330],
  camera: [6, 70],
  main_object: [12, 110],
  background: [12, 150],
  style: [4, 40],
  motion: [10, 130],
  no_camera: [50, 130],
  prompt: [15, 100],
}
