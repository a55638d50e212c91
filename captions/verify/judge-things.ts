import type { Member, Sample } from '../facts/member.ts'
import { converter } from 'culori'
import { median, wrapped } from '../geometry.ts'
import { broader, chromaOf, nearestColors, type ColorWord, type Rgb } from '../words/colors.ts'
import { shortChinese, SMALL_BALL } from '../words/chinese-nouns.ts'
import { headOf } from '../words/nouns.ts'
import { SURFACE_WORDS } from '../words/surfaces.ts'
import type { NounMeaning } from './meaning.ts'
import { LEADS, type Spelling } from './nouns.ts'
import { between, OPEN, REFUTED, TRUE, worst, type Judgement, type Truth } from './truth.ts'

const oklch = converter('oklch')

/** Every way to write the nouns of what is seen. */
export function spellingsOf(shots: readonly Truth[]): Spelling[] {
  const all = shots.flatMap(({ glimpsed }) => glimpsed).flatMap((member) => namesOf(member))
  return [...new Map(all.map((spelling) => [spelling.text, spelling])).values()]
}

/** `woman in a red coat`, `woman`; `table` of a round table; `grass` of a ground of grass; plurals. */
export function namesOf(member: Member): Spelling[] {
  const { en, plural } = member.noun
  const singles = [
    bare(en),
    bare(en).split(/ (?:in|with) /)[0] as string,
    headOf(en),
    ...groundNames(member),
  ]
  const plurals =
    plural === en
      ? []
      : [bare(plural), bare(plural).split(/ (?:in|with) /)[0] as string, headOf(plural)]
  return [
    ...chineseNamesOf(member).map((text) => ({ text, plural: false })),
    ...singles.map((text) => ({ text: text.toLowerCase(), plural: false })),
    ...plurals.map((text) => ({ text: text.toLowerCase(), plural: true })),
  ]
}

/** Is that one meant? All that is said of its noun, colour, material and shape must fit. */
export function fits(noun: NounMeaning, member: Member): Judgement {
  const names = namesOf(member)
  if (!names.some(({ text }) => text === noun.noun)) return REFUTED({ noun: member.noun.en })
  const leads = noun.leads.every((lead) => member.noun.en.split(' ').includes(lead))
  if (!leads) return OPEN({ noun: member.noun.en })
  return worst([
    TRUE({ actor: member.id }),
    ...noun.colors.map((color) => hasColor(member, color as ColorWord)),
    ...noun.materials.map((material) => isMadeOf(member, material)),
    ...(noun.wears ? [wearsColor(member, noun.wears.color as ColorWord, noun.wears.garment)] : []),
  ])
}

/** `身穿红色大衣的女子`, `女子`; `桌子`, and `桌` as in 桌上 and 木桌; `骨牌` of a 多米诺骨牌. */
function chineseNamesOf(member: Member): string[] {
  const { zh } = member.noun
  const ground =
    member.kind === 'ground' || member.class === 'ground'
      ? [SURFACE_WORDS[member.substance.surfaces[0]?.surface ?? 'plain'].groundZh]
      : []
  const small = zh === '球' && Math.max(...member.size) < SMALL_BALL ? ['小球'] : []
  const names = [...(zh === null ? [] : [zh, shortChinese(zh)]), ...ground, ...small]
  // 桌子 is 桌 in 桌上, and its top is 桌面.
  const bare = names.flatMap((name) => (/^.子$/.test(name) ? name.charAt(0) : []))
  const tops = names
    .flatMap((name) => /^(.*桌)子?$/.exec(name)?.[1] ?? [])
    .map((name) => `${name}面`)
  return [...names, ...bare, ...tops]
}

function bare(noun: string): string {
  const words = noun.split(' ')
  const first = words.findIndex((word) => !LEADS.includes(word))
  return words.slice(Math.max(0, first)).join(' ')
}

function groundNames({ kind, class: sort, substance }: Member): string[] {
  if (kind !== 'ground' && sort !== 'ground') return []
  return (
    substance.surfaces[0] ? SURFACE_WORDS[substance.surfaces[0].surface].ground : 'the ground'
  )
    .replace('the ', '')
    .split('|')
}

/** The scene's colour of the actor that has the hue of its pixels (OKLCh, within 25 degrees); of grays the one as light. */
function paintedAs({ substance: { colors } }: Member, rgb: Rgb): Rgb | undefined {
  const [seen, most] = [hueOf(rgb), colors[0]?.share ?? 0]
  return colors
    .filter(({ share }) => share >= 0.5 * most)
    .map(({ rgb: base }) => ({ base, hue: hueOf(base) }))
    .filter(({ hue }) =>
      hue === null || seen === null ? hue === seen : Math.abs(wrapped(hue - seen)) <= 25,
    )
    .map(({ base }) => ({ base, apart: seen === null ? Math.abs(base[1] - rgb[1]) : 0 }))
    .sort((a, b) => a.apart - b.apart)[0]?.base
}

/** Degrees; null for grays. */
function hueOf([r, g, b]: Rgb): number | null {
  const { c, h } = oklch({ mode: 'rgb', r: r / 255, g: g / 255, b: b / 255 })
  return c < 0.035 || h === undefined ? null : h
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10
}

/** The word's family against the nearest other family, on each sample's median. */
export function hasColor(member: Member, word: ColorWord): Judgement {
  const colors = member.samples.flatMap(({ seen, color }) => (seen && color ? [color] : []))
  if (colors.length === 0) return OPEN({ color: null })
  const leads = colors.map((rgb) => familyLead(rgb, word))
  const lead = median(leads)
  const rgb = ([0, 1, 2] as const).map((k) => median(colors.map((one) => one[k]))) as Rgb
  const base = paintedAs(member, rgb)
  const painted = base ? familyLead(base, word) : null
  const evidence = {
    color: nearestColors(base ?? rgb)[0]?.word ?? null,
    lead: tenth(lead),
    painted: painted === null ? null : tenth(painted),
  }
  // Most of its pixels may show another part: a word for one of its main paints is never false.
  const main = member.substance.colors.some(
    ({ rgb: paint, share }) => share >= 0.3 && familyLead(paint, word) >= 1,
  )
  if (main && (painted ?? lead) < 1) return OPEN(evidence)
  if (painted === null) return between(lead, -5, 1, evidence)
  // Nobody takes for brown what warm light makes glare as orange; and what looks like no word in particular is open.
  const glares = base && chromaOf(rgb) > 1.55 * Math.max(22, chromaOf(base))
  const vague = (nearestColors(rgb)[0]?.distance ?? 0) > 11.5
  if (painted >= 1) return lead < 0 && (glares || vague) ? OPEN(evidence) : TRUE(evidence)
  // Paint and pixels must not contradict each other: what only one of them bears out is left open.
  return painted <= -5 && lead <= 8
    ? lead >= 1
      ? OPEN(evidence)
      : REFUTED(evidence)
    : OPEN(evidence)
}

function familyLead(rgb: Rgb, word: ColorWord): number {
  const near = nearestColors(rgb)
  const own = near.filter(({ word: other }) => other === word || broader(other) === word)
  const rivals = near.filter((entry) => !own.includes(entry))
  // Light blue is blue as well: the broader word is a rival only where it is clearly nearer.
  const slack = ({ word: other }: { word: ColorWord }) => (other === broader(word) ? 3 : 0)
  return (
    Math.min(...rivals.map((entry) => entry.distance + slack(entry))) -
    Math.min(...own.map(({ distance }) => distance))
  )
}

function wearsColor(member: Member, word: ColorWord, garment: string): Judgement {
  const { shirt } = member.substance
  if (shirt && garment !== 'shirt' && garment !== shirt.garment)
    return REFUTED({ garment: shirt.garment })
  return shirt
    ? between(familyLead(shirt.rgb, word), -5, 1, {
        shirt: nearestColors(shirt.rgb)[0]?.word ?? null,
      })
    : REFUTED({ shirt: null })
}

function isMadeOf(member: Member, material: string): Judgement {
  const share = member.substance.surfaces
    .filter(({ surface }) => SURFACE_WORDS[surface].adjective === material)
    .reduce((sum, surface) => sum + surface.share, 0)
  return between(share, 0.15, 0.4, { material: Math.round(share * 100) / 100 })
}

/** Samples that show both. */
export function together(a: Member, b: Member): { a: Sample; b: Sample }[] {
  return a.samples.flatMap((one, i) => {
    const other = b.samples[i]
    return other && one.seen && other.seen && one.box && other.box ? [{ a: one, b: other }] : []
  })
}
