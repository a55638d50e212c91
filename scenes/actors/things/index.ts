import { anchor } from './anchor.ts'
import { backpack } from './backpack.ts'
import { barrel } from './barrel.ts'
import { book } from './book.ts'
import { boot } from './boot.ts'
import { bucket } from './bucket.ts'
import { candle } from './candle.ts'
import { crate } from './crate.ts'
import { crown } from './crown.ts'
import { globe } from './globe.ts'
import { hammer } from './hammer.ts'
import { hat } from './hat.ts'
import { hourglass } from './hourglass.ts'
import { key } from './key.ts'
import { ladder } from './ladder.ts'
import { laptop } from './laptop.ts'
import { microphone } from './microphone.ts'
import { pencil } from './pencil.ts'
import { photoCamera } from './photo-camera.ts'
import { suitcase } from './suitcase.ts'
import { telescope } from './telescope.ts'
import { umbrella } from './umbrella.ts'
import { wheelbarrow } from './wheelbarrow.ts'

/** What is carried, worn and worked with. */
export const things = {
  book,
  candle,
  pencil,
  barrel,
  bucket,
  crate,
  ladder,
  suitcase,
  umbrella,
  anchor,
  backpack,
  boot,
  crown,
  globe,
  hammer,
  hat,
  hourglass,
  key,
  laptop,
  microphone,
  telescope,
  wheelbarrow,
  'photo-camera': photoCamera,
} as const
