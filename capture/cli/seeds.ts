import { z } from 'zod'
import { InputError } from '../errors.ts'

/** Seeds as a call names them: `0-11`, `3,8,20-25`. */
export const Seeds = z
  .string()
  .regex(/^\d+(-\d+)?(,\d+(-\d+)?)*$/, 'takes seeds as in 0-11 or 3,8,20-25')

/** The seeds named, in their order. Throws `InputError` for more than `most`, or one that is none. */
export function seedsIn(text: string, most: number): number[] {
  const seeds: number[] = []
  for (const piece of text.split(',')) {
    const [from = 0, to = from] = piece.split('-').map(Number)
    if (to < from) throw new InputError(`--seeds ${piece} runs backwards.`)
    if (to > 2 ** 32 - 1) throw new InputError(`--seeds ${piece} goes beyond ${2 ** 32 - 1}.`)
    if (seeds.length + to - from + 1 > most)
      throw new InputError(`--seeds ${text} names more than ${most} seeds.`)
    for (let seed = from; seed <= to; seed++) seeds.push(seed)
  }
  return seeds
}
