import { classOf, type NounClass } from './nouns.ts'

/** What counts things of a class in Chinese, when an author gave a noun without its measure word. */
const MEASURES: Partial<Record<NounClass, string>> = {
  person: '名',
  animal: '只',
  vehicle: '辆',
  aircraft: '架',
  boat: '艘',
  building: '栋',
  plant: '棵',
  light: '盏',
  stone: '块',
  road: '条',
  wall: '面',
}

export function measureOf(noun: string): string {
  return MEASURES[classOf(noun) ?? 'object'] ?? '个'
}
