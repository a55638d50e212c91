import { mkdirSync, writeFileSync } from 'node:fs'
import { captionScene } from '#captions'
import { Random } from '#scenes'
import { GOLD, goldClip, goldSheet } from '../helpers/gold.ts'

/**
 * A caption of ours beside the one that a person wrote about the same clip, for readers who do not know which is which:
 * `out/pairs.md`, and who wrote what in `out/pairs-key.json`. `npx tsx test/tools/gold-pairs.ts [seed]`
 */
const ASKED = [
  ['en', 'default'],
  ['en', 'dense'],
  ['zh', 'default'],
] as const

const random = Random.of(Number(process.argv[2] ?? 0)).fork('pairs')
const pairs: { name: string; form: string; facts: string; gold: string; ours: string }[] = []
for (const name of GOLD) {
  const { facts, captions } = goldSheet(name)
  const told = captionScene(await goldClip(name)).captions
  for (const [lang, form] of ASKED)
    pairs.push({
      name,
      form: `${lang} ${form}`,
      facts,
      gold: captions[lang][form] as string,
      ours: told[lang]?.[form].text ?? '',
    })
}
const shuffled = pairs
  .map((pair) => ({ ...pair, place: random.unit(), goldFirst: random.unit() < 0.5 }))
  .toSorted((a, b) => a.place - b.place)
  .map((pair, i) => ({ ...pair, i }))
const page = shuffled.map(({ i, form, facts, gold, ours, goldFirst }) => {
  const [a, b] = goldFirst ? [gold, ours] : [ours, gold]
  return `## ${i + 1} (${form})\n\nWhat happens: ${facts}\n\n**A.** ${a}\n\n**B.** ${b}\n`
})
const key = shuffled.map(({ i, name, form, goldFirst }) => ({
  pair: i + 1,
  name,
  form,
  gold: goldFirst ? 'A' : 'B',
}))
mkdirSync('out', { recursive: true })
writeFileSync('out/pairs.md', `# Which reads better?\n\n${page.join('\n')}`)
writeFileSync('out/pairs-key.json', `${JSON.stringify(key, undefined, 2)}\n`)
