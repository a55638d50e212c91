import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nounOf } from '#captions'
import { encodePng, openSession } from '#capture'
import { isFlyer, LIBRARY, Random, type KindName } from '#scenes'
import { contactSheet, type Cell } from '../../capture/cli/contact-sheet.ts'
import { root } from '../examples.ts'
import { actorOf } from '../kinds.ts'
import { NOUNS } from '../library.ts'
import { onGround } from './on-ground.ts'

/**
 * What is it? Every thing once, in no order, with five nouns to choose from, two of them of its own category:
 * `npx tsx test/tools/quiz.ts [folder]` writes <n>.png and questions.txt for readers, and key.txt for whoever counts.
 */
const SIZE = 320
const PER_SHEET = 20
const COLUMNS = 5
/** From the front left and a little above, as people look at things. */
const VIEW = [34, 20] as const

const folder = process.argv[2] ?? join(root, 'out/quiz')
mkdirSync(folder, { recursive: true })
const random = Random.of(9)
// What lies on the ground has no shape of its own, what is on the wing strays, and of a pocket only the mouth is ever seen.
const kinds = shuffled(
  NOUNS.filter((kind) => !(kind in LIBRARY.land) && !isFlyer(kind) && kind !== 'pocket'),
)
const wordOf = (kind: KindName) => nounOf({ kind }, actorOf(kind, kind)).en
const categoryOf = (kind: KindName) =>
  Object.values(LIBRARY).find((kindsOfIt) => kind in kindsOfIt) as object

const questions: string[] = []
const key: string[] = []
for (const [i, kind] of kinds.entries()) {
  const others = shuffled(kinds.filter((other) => wordOf(other) !== wordOf(kind)))
  const near = others.filter((other) => other in categoryOf(kind)).slice(0, 2)
  const far = others.filter((other) => !near.includes(other)).slice(0, 4 - near.length)
  const choices = shuffled([kind, ...near, ...far])
  questions.push(
    `${i + 1}: ${choices.map((choice, k) => `${'abcde'[k]}) ${wordOf(choice)}`).join('  ')}`,
  )
  key.push(`${i + 1}: ${'abcde'[choices.indexOf(kind)]}  ${wordOf(kind)}`)
}
writeFileSync(join(folder, 'questions.txt'), `${questions.join('\n')}\n`)
writeFileSync(join(folder, 'key.txt'), `${key.join('\n')}\n`)

const session = await openSession()
try {
  for (let first = 0; first < kinds.length; first += PER_SHEET) {
    const cells: Cell[] = []
    for (const [i, kind] of kinds.slice(first, first + PER_SHEET).entries()) {
      const [picture] = await session.stills(onGround(kind, [VIEW], SIZE), [0])
      if (picture) cells.push({ picture, label: `${first + i + 1}` })
    }
    const sheet = contactSheet(cells, { columns: COLUMNS, cellWidth: SIZE })
    writeFileSync(join(folder, `${first / PER_SHEET + 1}.png`), encodePng(sheet))
  }
} finally {
  await session.close()
}

/** The same things in an order of chance (Fisher and Yates). */
function shuffled<T>(things: readonly T[]): T[] {
  const all = [...things]
  for (let i = all.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    ;[all[i], all[j]] = [all[j] as T, all[i] as T]
  }
  return all
}
