import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AssetManifest } from '../../capture/assets/manifest.ts'
import { root } from '../examples.ts'
import { libraryEntries } from '../library.ts'

/** Lists every noun of the library in assets/manifest.json; the images there stay. `npx tsx test/tools/library.ts` */
const listing = join(root, 'assets/manifest.json')
const { assets } = JSON.parse(readFileSync(listing, 'utf8')) as AssetManifest
const library = libraryEntries()
writeFileSync(listing, `${JSON.stringify({ assets, library }, undefined, 2)}\n`)
process.stderr.write(`assets/manifest.json: ${assets.length} images, ${library.length} nouns\n`)
