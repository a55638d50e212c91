import { apple } from './apple.ts'
import { banana } from './banana.ts'
import { bread } from './bread.ts'
import { cake } from './cake.ts'
import { carrot } from './carrot.ts'
import { cheese } from './cheese.ts'
import { doughnut } from './doughnut.ts'
import { egg } from './egg.ts'
import { hamburger } from './hamburger.ts'
import { mushroom } from './mushroom.ts'
import { orange } from './orange.ts'
import { pear } from './pear.ts'
import { pineapple } from './pineapple.ts'
import { pizza } from './pizza.ts'
import { pumpkin } from './pumpkin.ts'
import { watermelon } from './watermelon.ts'

/** What is eaten. */
export const food = {
  apple,
  orange,
  banana,
  bread,
  cake,
  carrot,
  cheese,
  doughnut,
  egg,
  hamburger,
  mushroom,
  pear,
  pineapple,
  pizza,
  pumpkin,
  watermelon,
} as const
