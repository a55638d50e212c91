import type { ColorWord } from './colors.ts'

/** What the colours are called in Chinese. */
export const CHINESE_COLORS = {
  red: '红色',
  orange: '橙色',
  yellow: '黄色',
  green: '绿色',
  'dark green': '深绿色',
  teal: '青色',
  turquoise: '青绿色',
  blue: '蓝色',
  'light blue': '浅蓝色',
  'dark blue': '深蓝色',
  purple: '紫色',
  pink: '粉色',
  brown: '棕色',
  maroon: '暗红色',
  olive: '橄榄色',
  tan: '浅棕色',
  beige: '米色',
  cream: '奶油色',
  gold: '金色',
  white: '白色',
  'light gray': '浅灰色',
  gray: '灰色',
  'dark gray': '深灰色',
  black: '黑色',
} as const satisfies Record<ColorWord, string>
