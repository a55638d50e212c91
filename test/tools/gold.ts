import { keepGoldClip } from '../helpers/gold.ts'
import { readStoredClip } from '../../capture/verify/stored-clip.ts'

/** Keeps rendered clips for gold sheets to be written about. `npx tsx test/tools/gold.ts <clip folder>=<name> ...` */
for (const told of process.argv.slice(2)) {
  const [folder, name] = told.split('=')
  if (!folder || !name) throw new RangeError(`${told}: want <clip folder>=<name>`)
  keepGoldClip(name, await readStoredClip(folder))
}
