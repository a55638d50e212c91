/** Numbers and amounts, by the names that the judges know. */
export const NUMBERS: Record<string, string> = {
  两: 'two',
  三: 'three',
  四: 'four',
  五: 'five',
  六: 'six',
  七: 'seven',
  八: 'eight',
  九: 'nine',
  十: 'ten',
}
export const AMOUNTS: Record<string, string> = {
  ...NUMBERS,
  好几: 'several',
  十几: 'over ten',
  二十来: 'about twenty',
  几十: 'dozens of',
  上百: 'hundreds of',
}
