/** Words of the numbers from one. */
export const NUMBERS = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]

/** The same from none: a word's place is its number. */
export const COUNTS = ['no', ...NUMBERS]
