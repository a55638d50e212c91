/** Easings map a share of the time [0, 1] to a share of the way [0, 1]. */
export const EASINGS = {
  linear: (x: number) => x,
  in: (x: number) => x * x,
  out: (x: number) => x * (2 - x),
  'in-out': (x: number) => x * x * (3 - 2 * x),
} as const satisfies Record<string, (share: number) => number>

export type EaseName = keyof typeof EASINGS
export const EASE_NAMES = Object.keys(EASINGS) as [EaseName, ...EaseName[]]
