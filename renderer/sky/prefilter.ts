import { PMREMGenerator } from 'three'

/**
 * three's prefilter for mirror images, at the size of what it is given: its own floor of 256 px faces costs
 * 350 ms a clip on llvmpipe, and our skies (256 px around) hold no more than 64 px faces show.
 */
export class SkyPrefilter extends PMREMGenerator {
  /** Pixels of a face's side; three's own name. */
  declare _cubeSize: number

  _setSize(size: number): void {
    this._cubeSize = size
  }
}

if (!('_setSize' in PMREMGenerator.prototype))
  throw new Error('three has moved the size of its prefilter')
