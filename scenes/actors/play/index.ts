import { billiardTable } from './billiard-table.ts'
import { bowlingPin } from './bowling-pin.ts'
import { cue } from './cue.ts'
import { pocket } from './pocket.ts'
import { spinningTop } from './spinning-top.ts'
import { toyCar } from './toy-car.ts'
import { toyTrain } from './toy-train.ts'

/** Toys, games, sport and playgrounds. */
export const play = {
  'toy-car': toyCar,
  'toy-train': toyTrain,
  'spinning-top': spinningTop,
  'bowling-pin': bowlingPin,
  'billiard-table': billiardTable,
  cue,
  pocket,
} as const
