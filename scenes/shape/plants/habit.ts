/** How a tree grows. */
export interface Habit {
  /** Metres. */
  height: number
  /** Leaves. */
  color: string
  bark: string
  /** Radius of the crown over the height. */
  spread: number
  /** Where the crown begins, as a share of the height. */
  bare: number
}
