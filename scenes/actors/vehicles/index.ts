import { car } from './car.ts'

/** What people ride. */
export const vehicles = {
  car,
} as const
