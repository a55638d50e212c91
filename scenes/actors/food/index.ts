import { apple } from './apple.ts'
import { banana } from './banana.ts'
import { orange } from './orange.ts'

/** What is eaten. */
export const food = {
  apple,
  orange,
  banana,
} as const
