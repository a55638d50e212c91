import { openSession, planClip, type Session } from '#capture'
import { CastError, type Scene, type Template } from '#scenes'
import { loadAll } from '../../capture/clip/crew.ts'
import { CLOSED_FORMS } from '../scenes/physics/closed-forms.ts'
import { castOf, MACHINES, template } from '../templates.ts'
import { baseScene } from './base-scene.ts'
import { median } from './measure.ts'
import { benchPhysics } from './physics.ts'
import { steppingIn } from './stepping.ts'
import { verifiedSet, watched } from './watched.ts'

export interface TemplatesOptions {
  /** Seeds cast one by one for the time that it takes, of each template. */
  casts: number
  /** Seeds whose claims are verified on drawn surveys, of each template; what fails to cast is counted over both. */
  seeds: number
  /** Seeds whose frames are timed, of each template. */
  timed: number
  /** Names of templates; when empty, all that hold bodies but those of places, which take long. */
  names: readonly string[]
  say: (line: string) => void
}

/** How the templates fare: failures, diversity, cost of casting and of drawing. Every figure is measured in this run. */
export async function benchTemplates({ casts, seeds, timed, names, say }: TemplatesOptions) {
  const templates = MACHINES.filter((name) =>
    names.length === 0 ? !PLACES.includes(name) : names.includes(name),
  )
  const session = await openSession()
  const rows: Row[] = []
  try {
    for (const name of templates) {
      const of = template(name)
      const { failures, ...times } = await castMany(of, casts)
      const { unmade, ...claims } = await claimSets(session, of, seeds, (n) =>
        say(`${name}: ${n} of ${seeds} seeds watched`),
      )
      const costs = await frameCosts(session, of, timed)
      const row: Row = {
        name,
        cast: Math.max(casts, seeds),
        failed: new Set([...failures, ...unmade]).size,
        ...times,
        ...claims,
        frameCosts: costs,
        frameCost: median(costs),
      }
      rows.push(row)
      say(line(row))
    }
    const { shoot_over_rapier } = await benchPhysics({ rounds: 9, say: () => {} })
    const { backend, renderer } = session.identity.browser
    const all = (pick: (row: Row) => number) => rows.map(pick)
    return {
      templates: rows.length,
      shoot_over_rapier,
      cast_over_rapier: median(all(({ overRapier }) => overRapier)),
      cast_shoot_per_min: 60_000 / median(all(({ castMs }) => castMs)),
      frame_cost_median: median(all(({ frameCost }) => frameCost)),
      frame_cost_worst: Math.max(...all(({ frameCost }) => frameCost)),
      cast_failure_worst: Math.max(...all(({ failed, cast }) => failed / cast)),
      distinct_claim_sets_worst: Math.min(...all(({ sets }) => sets)),
      distinct_captions_worst: Math.min(...all(({ captions }) => captions)),
      physics_worst_error: await worstError(),
      gl: backend,
      renderer,
      seeds_cast: Math.max(casts, seeds),
      n: seeds,
      rows,
    }
  } finally {
    await session.close()
  }
}

/** People, animals and landscapes about an accident. */
const PLACES = [
  'beach',
  'city-street',
  'desert-camp',
  'festival',
  'forest',
  'highway',
  'lake',
  'living-room',
  'snow-village',
  'sports-court',
]

/** Seeds of which stepping is timed beside casting. */
const STEPPED = 12

interface Row {
  name: string
  cast: number
  failed: number
  /** Median milliseconds of a cast with its shot. */
  castMs: number
  /** Median of casting and shooting over the engine's own stepping of the same story. */
  overRapier: number
  /** Different sets of verified claims, and different default captions, among the seeds drawn. */
  sets: number
  captions: number
  /** Of a frame, over one of the base scene beside it. */
  frameCosts: number[]
  frameCost: number
}

async function castMany(of: Template, count: number) {
  const times: number[] = []
  const ratios: number[] = []
  const failures: number[] = []
  for (let seed = 0; seed < count; seed++) {
    const start = performance.now()
    try {
      const { tries } = await castOf(of, seed)
      const ms = performance.now() - start
      times.push(ms)
      if (tries === 1 && ratios.length < STEPPED)
        ratios.push(ms / (await steppingIn(() => castOf(of, seed))))
    } catch (error) {
      if (!(error instanceof CastError)) throw error
      failures.push(seed)
    }
  }
  return { failures, castMs: median(times), overRapier: median(ratios) }
}

/** Small pictures: what is verified rests on surveys of at most 256 pixels. */
const SMALL = { size: '256x160' }

/** A seed is cast while the one before it is drawn: they share no processor but by chance. */
async function claimSets(session: Session, of: Template, count: number, said: (n: number) => void) {
  const [sets, captions] = [new Set<string>(), new Set<string>()]
  const watch = async (scene: Scene) => {
    const plan = await planClip(scene, SMALL)
    const file = await session.use(1, (crew) => watched(plan, crew))
    sets.add(verifiedSet(file))
    captions.add(file.captions.en.default.text)
  }
  const unmade: number[] = []
  let watching: Promise<void> | undefined
  for (let seed = 0; seed < count; seed++) {
    const casting = castOf(of, seed).catch((error: unknown) => {
      if (error instanceof CastError) return undefined
      throw error
    })
    const [made] = await Promise.all([casting, watching])
    if (!made) unmade.push(seed)
    watching = made && watch(made.scene)
    if (seed % 25 === 24) said(seed + 1)
  }
  await watching
  return { unmade, sets: sets.size, captions: captions.size }
}

/** Over the base scene, drawn right before and right after. */
async function frameCosts(session: Session, of: Template, count: number): Promise<number[]> {
  const base = baseScene()
  const costs: number[] = []
  let before = await frameMs(session, base)
  for (let seed = 0; seed < count; seed++) {
    const { scene } = await castOf(of, seed)
    const { width, height } = base.clip
    const ms = await frameMs(session, { ...scene, clip: { ...scene.clip, width, height } })
    const after = await frameMs(session, base)
    costs.push((2 * ms) / (before + after))
    before = after
  }
  return costs
}

const TIMED_FRAMES = 24

/** Of frames spread over the clip, drawn and finished one after the other. */
async function frameMs(session: Session, scene: Scene): Promise<number> {
  const { job, take } = await planClip(scene, {})
  return session.use(1, async (crew) => {
    await loadAll(job, crew)
    const frames = Array.from({ length: TIMED_FRAMES }, (_, i) =>
      Math.floor(((i + 0.5) * take.frames) / TIMED_FRAMES),
    )
    const start = performance.now()
    await Promise.all(frames.map((frame) => crew.stages[0].draw(frame, 'floor')))
    return (performance.now() - start) / TIMED_FRAMES
  })
}

/** The farthest that the physics is from a closed form, as a share. */
async function worstError(): Promise<number> {
  const errors: number[] = []
  for (const { measure } of CLOSED_FORMS)
    for (const { value, truth } of await measure()) errors.push(Math.abs(value / truth - 1))
  return Math.max(...errors)
}

function line({ name, cast, failed, castMs, overRapier, sets, captions, frameCosts }: Row): string {
  return (
    `${name.padEnd(12)} ${failed} of ${cast} seeds failed; cast and shot in ${castMs.toFixed(0)} ms ` +
    `(${overRapier.toFixed(2)} x stepping); ${sets} sets of claims, ${captions} captions; ` +
    `frames ${frameCosts.map((cost) => cost.toFixed(2)).join(', ')} x base`
  )
}
