import { billiardTable } from './billiard-table.ts'
import { bowlingPin } from './bowling-pin.ts'
import { cue } from './cue.ts'
import { die } from './die.ts'
import { dumbbell } from './dumbbell.ts'
import { gift } from './gift.ts'
import { goal } from './goal.ts'
import { hoop } from './hoop.ts'
import { pocket } from './pocket.ts'
import { robot } from './robot.ts'
import { rubberDuck } from './rubber-duck.ts'
import { skateboard } from './skateboard.ts'
import { slide } from './slide.ts'
import { snowman } from './snowman.ts'
import { spinningTop } from './spinning-top.ts'
import { swing } from './swing.ts'
import { teddyBear } from './teddy-bear.ts'
import { toyCar } from './toy-car.ts'
import { toyTrain } from './toy-train.ts'
import { trophy } from './trophy.ts'

/** Toys, games, sport and playgrounds. */
export const play = {
  'toy-car': toyCar,
  'toy-train': toyTrain,
  'spinning-top': spinningTop,
  'bowling-pin': bowlingPin,
  'billiard-table': billiardTable,
  cue,
  pocket,
  die,
  dumbbell,
  gift,
  goal,
  hoop,
  robot,
  'rubber-duck': rubberDuck,
  skateboard,
  slide,
  snowman,
  swing,
  'teddy-bear': teddyBear,
  trophy,
} as const
