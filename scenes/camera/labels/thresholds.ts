/**
 * When a movement of the camera is present, and when it is absent; what lies between is grey and never said. Rotations in
 * degrees, translations as shares of the distance to the subject, zoom as the ratio of focal lengths. An arc and a crane
 * are told by the angle about their centre.
 */
export const BOUNDS = {
  rotation: { absent: 2, present: 5 },
  translation: { absent: 0.03, present: 0.08 },
  zoom: { absent: 1.05, present: 1.15 },
  around: { absent: 5, present: 10 },
} as const

/** Degrees of pitch from which "level", "ahead" and "roll" are told in the camera's own axes: it looks straight down or up. */
export const STEEP = 70

export type Status = 'present' | 'grey' | 'absent'

export function statusOf(
  amount: number,
  { absent, present }: { absent: number; present: number },
): Status {
  if (amount >= present) return 'present'
  return amount <= absent ? 'absent' : 'grey'
}
