import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { Scene, shoot } from '#scenes'
import { physicsFor } from '#scenes/physics'
import type { Filmed } from '../../captions/facts/facts.ts'
import { FORM_NAMES } from '../../captions/plan/form-names.ts'

const FOLDER = 'captions/gold'

const Forms = z.strictObject(
  Object.fromEntries(FORM_NAMES.map((form) => [form, z.string().min(1)])),
)

/** What happens in a clip, and how a person tells of it in every form. */
const Sheet = z.strictObject({
  facts: z.string().min(20),
  captions: z.strictObject({ en: Forms, zh: Forms }),
})
export type Sheet = z.infer<typeof Sheet>

/** What there is a sheet of: `captions/gold/<name>.json`, and its clip in `clips/<name>.json.gz`. */
export const GOLD = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace(/\.json$/, ''))
  .sort()

export function goldSheet(name: string): Sheet {
  return Sheet.parse(JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')))
}

/** The clip that a sheet is about: its scene and what was seen of it, played out anew. */
export async function goldClip(name: string): Promise<Filmed> {
  const text = gunzipSync(readFileSync(clipFile(name))).toString()
  // Written by `keepGoldClip`.
  const { scene, camera, observations } = JSON.parse(text) as Omit<Filmed, 'take'>
  const parsed = Scene.parse(scene)
  return { scene: parsed, take: shoot(parsed, await physicsFor(parsed)), camera, observations }
}

export function keepGoldClip(name: string, { scene, camera, observations }: Filmed): void {
  const text = JSON.stringify({ scene, camera, observations })
  writeFileSync(clipFile(name), gzipSync(text, { level: 9 }))
}

function clipFile(name: string): string {
  return `${FOLDER}/clips/${name}.json.gz`
}
