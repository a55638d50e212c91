import { airplane } from './airplane.ts'
import { balloon } from './balloon.ts'
import { bicycle } from './bicycle.ts'
import { car } from './car.ts'
import { rocket } from './rocket.ts'
import { sailboat } from './sailboat.ts'

/** What people ride. */
export const vehicles = {
  car,
  airplane,
  balloon,
  bicycle,
  rocket,
  sailboat,
} as const
