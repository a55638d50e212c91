import { captionScene, textChecker, type CaptionFile, type Filmed } from '#captions'
import { readStoredClip } from '../../capture/verify/stored-clip.ts'
import { coverageOf } from '../../captions/coverage.ts'
import { factsOf } from '../../captions/facts/facts.ts'
import { openClip } from '../oracle/clip.ts'
import { examine } from '../oracle/examine.ts'
import { TEMPLATES } from '../templates.ts'
import { mutationsIn, type Mutations } from './caption-mutations.ts'
import { withCorpus } from './corpus.ts'
import { lengthsKept, salientClaims } from './caption-lengths.ts'
import { nearDuplicates, skeletonOf, skeletonsOf, type Skeletons } from './caption-variety.ts'
import { mean, share } from './measure.ts'

export interface CaptionsOptions {
  /** Clips of each template. */
  seeds: number
  names: readonly string[]
  /** Folder of the filmed clips, which the next run finds there; default is none. */
  keep: string | undefined
  say: (line: string) => void
}

interface Told {
  template: string
  file: CaptionFile
  claims: number
  refuted: string[]
  /** Phrases of the captions that the checker did not find true, with what it made of them. */
  amiss: { lang: string; form: string; status: string; text: string }[]
  coverage: { dense: number; default: number }
  skeletons: Record<Lang, string>
  lengths: Record<Lang, boolean[]>
  ms: number
  mutations: Record<Lang, Mutations>
}

type Lang = 'en' | 'zh'

/**
 * What captions of cast clips are worth: claims put to the oracle on the decoded video, every sentence read back by the
 * checker, one fact exchanged in captions, what they cover, how they vary, what they cost.
 */
export async function benchCaptions({ seeds, names, keep, say }: CaptionsOptions) {
  const templates = TEMPLATES.filter((name) => names.length === 0 || names.includes(name))
  const told: Told[] = []
  await withCorpus(keep, async ({ clip, drop, ffmpeg }) => {
    for (const name of templates)
      for (let seed = 0; seed < seeds; seed++) {
        const folder = await clip(name, seed)
        if (folder === undefined) continue
        const one = await judged(name, folder, ffmpeg)
        told.push(one)
        await drop(folder)
        say(line(seed, one))
      }
  })
  const chinese = told.filter(({ file }) => file.captions.zh)
  return {
    clips: told.length,
    claims: sum(told, ({ claims }) => claims),
    refuted: sum(told, ({ refuted }) => refuted.length),
    ...figuresOf('en', told, templates),
    ...suffixed(figuresOf('zh', chinese, templates)),
    coverage_dense: mean(told.map(({ coverage }) => coverage.dense)),
    coverage_default: mean(told.map(({ coverage }) => coverage.default)),
    // The first ones warm up the compiler.
    captions_per_min: 60_000 / mean(told.slice(Math.min(8, told.length - 1)).map(({ ms }) => ms)),
    false_alarms: sum(
      told,
      ({ amiss }) =>
        amiss.filter(({ lang, status }) => lang === 'en' && status === 'refuted').length,
    ),
    amiss: told.flatMap(({ amiss }) => amiss),
    refuted_claims: told.flatMap(({ refuted }) => refuted),
  }
}

async function judged(name: string, folder: string, ffmpeg: string): Promise<Told> {
  const stored = await readStoredClip(folder)
  const { scene, take, camera, observations } = stored
  const filmed: Filmed = { scene, take, camera, observations }
  const start = performance.now()
  const file = captionScene(filmed)
  const ms = performance.now() - start
  const clip = await openClip(folder, ffmpeg, file.claims)
  const { claims, refuted } = examine(clip)
  const check = textChecker(filmed)
  const facts = factsOf(filmed)
  const covered = (form: 'dense' | 'default') =>
    coverageOf(
      file.captions.en[form].sentences.flatMap((sentence) => sentence.claims),
      file.claims,
      facts,
    )
  const amiss = (Object.entries(file.captions) as [Lang, CaptionFile['captions']['en']][]).flatMap(
    ([lang, forms]) =>
      Object.entries(forms).flatMap(([form, { text }]) =>
        check(text)
          .filter(({ status }) => status !== 'verified')
          .map(({ status, text: phrase }) => ({
            lang,
            form,
            status,
            text: `${phrase} | ${text}`,
          })),
      ),
  )
  const salient = salientClaims(file, facts)
  const skeleton = (lang: Lang) =>
    skeletonOf(lang, file.captions[lang]?.default.text ?? '', facts.members)
  return {
    template: name,
    file,
    claims: claims.length,
    refuted: refuted.map((claim) => `${name} ${scene.seed}: ${claim}`),
    amiss,
    coverage: { dense: covered('dense'), default: covered('default') },
    skeletons: { en: skeleton('en'), zh: skeleton('zh') },
    lengths: { en: lengthsKept('en', file, salient), zh: lengthsKept('zh', file, salient) },
    ms,
    mutations: {
      en: mutationsIn('en', file, clip, check),
      zh: mutationsIn('zh', file, clip, check),
    },
  }
}

function figuresOf(lang: Lang, told: readonly Told[], templates: readonly string[]) {
  const of = ({ file }: Told) => file.captions[lang] as CaptionFile['captions']['en']
  const amiss = told.flatMap((one) => one.amiss.filter((phrase) => phrase.lang === lang))
  const count = (status: string) => amiss.filter((phrase) => phrase.status === status).length
  const texts = told.map((one) => of(one).default.text)
  const variety = templates.map((name) =>
    skeletonsOf(
      told
        .filter((one) => one.template === name)
        .map((one) => ({ text: of(one).default.text, skeleton: one.skeletons[lang] })),
      lang,
    ),
  )
  return {
    told_refuted: count('refuted'),
    unparsed: count('unparsed'),
    untestable: count('untestable'),
    duplicates: 1 - new Set(texts).size / Math.max(1, texts.length),
    near_duplicates: nearDuplicates(lang, texts),
    skeletons_worst_template: variety.reduce<Skeletons | undefined>(
      (a, b) => (!a || b.commonest > a.commonest ? b : a),
      undefined,
    ),
    length_ok: share(told.flatMap(({ lengths }) => lengths[lang])),
    mutations: sum(told, ({ mutations }) => mutations[lang].flipped),
    mutations_caught: share(
      told.flatMap(({ mutations }) =>
        Array.from({ length: mutations[lang].flipped }, (_, i) => i < mutations[lang].caught),
      ),
    ),
    mutations_by_predicate: tallied(told.map(({ mutations }) => mutations[lang].each)),
    mutations_missed: told.flatMap(({ mutations }) => mutations[lang].missed).slice(0, 40),
  }
}

/** `caught of flipped` for each predicate. */
function tallied(all: readonly Mutations['each'][]): Record<string, string> {
  const names = [...new Set(all.flatMap((each) => Object.keys(each)))].sort()
  return Object.fromEntries(
    names.map((name) => {
      const total = (of: 'caught' | 'flipped') =>
        all.reduce((sum, each) => sum + (each[name]?.[of] ?? 0), 0)
      return [name, `${total('caught')} of ${total('flipped')}`]
    }),
  )
}

function suffixed(figures: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [`${name}_zh`, value]))
}

function sum(told: readonly Told[], of: (one: Told) => number): number {
  return told.reduce((total, one) => total + of(one), 0)
}

function line(seed: number, one: Told): string {
  const [en, zh] = [one.mutations.en, one.mutations.zh]
  return (
    `${one.template} ${seed}: ${one.claims} claims, ${one.refuted.length} refuted; ${one.amiss.length} phrases amiss; ` +
    `coverage ${one.coverage.dense} / ${one.coverage.default}; ${en.caught + zh.caught} of ${en.flipped + zh.flipped} flips caught; ${one.ms.toFixed(0)} ms`
  )
}
