const NUMBERS: Record<string, string> = {
  one: '一',
  two: '两',
  three: '三',
  four: '四',
  five: '五',
  six: '六',
  seven: '七',
  eight: '八',
  nine: '九',
  ten: '十',
}

/** 两块, 几十块: an amount with what counts it. @param n how many there are, for words that are no number */
export function amount(words: string, n: number, measure: string): string {
  const number = NUMBERS[words]
  if (number) return number + measure
  if (words === 'several') return `好几${measure}`
  if (words === 'some') return '一些'
  if (words === 'most') return '大部分'
  return (n < 20 ? '十几' : n < 24 ? '二十来' : n < 100 ? '几十' : '上百') + measure
}
