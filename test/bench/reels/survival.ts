import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { hasRedis } from '../../capture/batch/redis-server.ts'
import { killAtRandom, killFarmAtRandom, type Killed } from '../../capture/batch/killing.ts'
import { faultsOfReel } from '../../capture/batch/reel-checks.ts'
import { writeRecipe } from '../../capture/batch/toys.ts'

/** Clips of a reel; as many reels are begun as the kills take. */
const CLIPS = 12

/** Half of the kills among batches that render themselves, half among batches with Redis and two workers. */
export async function survival(folder: string, kills: number, say: (line: string) => void) {
  const sum = { kills: 0, lost: 0, duplicated: 0, orphans: 0 }
  const count = async (name: string, run: (argv: string[], kills: number) => Promise<Killed>) => {
    for (let left = Math.floor(kills / 2), round = 0; left > 0; round++) {
      const home = mkdtempSync(join(folder, 'killed-'))
      const reel = join(home, 'reel')
      const recipe = writeRecipe(home, { count: CLIPS, seed: 1000 * round })
      const { killed, orphans, code, err } = await run(['batch', recipe, '--out', reel], left)
      if (code !== 0) throw new Error(err)
      const { lost, duplicated, drafts, damaged } = await faultsOfReel(reel)
      say(
        `${name}: killed ${killed.join(', ')}: ${lost.length} lost, ${duplicated.length} twice, ${drafts.length} half, ${damaged.length} damaged, ${orphans.length} orphans`,
      )
      left -= killed.length
      sum.kills += killed.length
      sum.lost += lost.length + drafts.length + damaged.length
      sum.duplicated += duplicated.length
      sum.orphans += orphans.length
    }
  }
  let seed = 1
  await count('alone', (argv, most) =>
    killAtRandom(argv, { kills: most, seed: seed++, within: [0.1, 4] }),
  )
  if (hasRedis)
    await count('over Redis', (argv, most) =>
      killFarmAtRandom(argv, { kills: most, seed: seed++, within: [0.1, 4] }),
    )
  return sum
}
