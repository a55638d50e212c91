import type { Actor } from '../actors/index.ts'
import { faultsOf } from '../problems/from-zod.ts'
import { FramingError } from '../camera/framing/framing-error.ts'
import { PhysicsError } from '../physics/physics.ts'
import { pathText, valueAt, type Fault, type JsonPath } from '../problems/fault.ts'
import { problemOf } from '../problems/locate.ts'
import { countActors } from '../problems/references.ts'
import { sceneFrom } from '../problems/scene-from.ts'
import { Random } from '../random.ts'
import { MAX_ACTORS, type Scene } from '../schema/scene.ts'
import { shoot } from '../take/shoot.ts'
import type { Take } from '../take/take.ts'
import type { Choice } from './choice.ts'
import type { Domain } from './domain.ts'
import { draw, type Drawn } from './draw.ts'
import { Expectation } from './expect/expectation.ts'
import { expectationFault } from './expect/index.ts'
import { interpenetrations } from './interpenetration.ts'
import { MAX_TRIES } from './limits.ts'
import { paramValues } from './params.ts'
import { refusals } from './refuse.ts'
import type { Template } from './template.ts'
import { Misfit, TemplateError, type Spot } from './template-error.ts'

export interface CastOptions {
  /** Domains that draw from another seed; all others stay as the template's own seed has them. */
  vary?: { domains: readonly Domain[]; seed: number } | undefined
  /** Ids that an `image` may name; without them it may name any. */
  images?: readonly string[] | undefined
  /** Plays a scene out; who has physics at hand passes a `shoot` with it. */
  shoot?: ((scene: Scene) => Take) | undefined
}

/** One scene of a template, and how it came about. */
export interface Cast {
  scene: Scene
  /** The scene played out, which the expectations were put to. */
  take: Take
  seed: number
  vary?: CastOptions['vary']
  /** Of every parameter. */
  params: Record<string, unknown>
  choices: Choice[]
  /** How many sub-seeds were drawn until everything was as expected; 1 is the seed itself. */
  tries: number
  /** What stood in the way of the others, as places and phrases. */
  refused: string[]
}

/** No draw of this seed was as the template expects; the message says what stood in the way most often. */
export class CastError extends TemplateError {
  /** One phrase per try. */
  readonly reasons: readonly string[]

  constructor(problems: TemplateError['problems'], reasons: readonly string[]) {
    super(problems)
    this.name = 'CastError'
    this.reasons = reasons
  }
}

/**
 * Makes one scene of a template: the same for the same seed and parameters, whatever else was cast before.
 * Draws that do not come together (no room, an expectation not met, things in each other) are drawn again
 * from sub-seeds, at most `MAX_TRIES` in all. Throws `TemplateError` where the template or a parameter is
 * wrong, `CastError` where no try came together.
 * @param seed a whole number from 0
 */
export function cast(
  template: Template,
  seed: number,
  given: Readonly<Record<string, unknown>> = {},
  { vary, ...by }: CastOptions = {},
): Cast {
  const params = paramValues(template.params, given, { source: template.source, path: ['params'] })
  const attempt = (steps: Steps, varied?: CastOptions['vary']) =>
    attemptCast(template, params, { seed, vary: varied, ...by, ...steps })
  // What does not vary stays on the try that its own seed came to.
  const base = vary ? firstThatFits((step) => attempt({ base: step, varied: 0 })).step : undefined
  const found = firstThatFits((step) =>
    base === undefined ? attempt({ base: step, varied: 0 }) : attempt({ base, varied: step }, vary),
  )
  return {
    ...found.made,
    seed,
    ...(vary && { vary }),
    params,
    tries: found.step + 1,
    refused: found.refused.map(reasonOf),
  }
}

/** Which try the domains draw from: those of the seed, and those that vary. */
interface Steps {
  base: number
  varied: number
}

interface Attempt extends Steps, CastOptions {
  seed: number
}

type Made = Pick<Cast, 'scene' | 'take' | 'choices'>

function firstThatFits(attempt: (step: number) => Made | Refusal): {
  made: Made
  step: number
  refused: Refusal[]
} {
  const refusedFor: Refusal[] = []
  for (let step = 0; step < MAX_TRIES; step++) {
    const made = attempt(step)
    if (!('spot' in made)) return { made, step, refused: refusedFor }
    refusedFor.push(made)
    if (!made.isChance) break
  }
  throw castError(refusedFor)
}

function reasonOf({ spot, fault }: Refusal): string {
  return `${pathText(spot.path)}: ${fault.wanted}`
}

/** Why a try is not to be used, and where the template says so. */
interface Refusal {
  spot: Spot
  fault: Omit<Fault, 'path'>
  /** Whether another try could come out otherwise. */
  isChance: boolean
}

function attemptCast(
  template: Template,
  params: Record<string, unknown>,
  { seed, vary, images, shoot: play = shoot, base, varied }: Attempt,
): Made | Refusal {
  const chance = (domain: Domain) =>
    vary?.domains.includes(domain)
      ? stream(vary.seed, varied).fork(domain)
      : stream(seed, base).fork(domain)
  let drawn: Drawn
  try {
    drawn = draw(template, params, { chance, seed })
  } catch (error) {
    if (!(error instanceof Misfit)) throw error
    return { spot: error.spot, fault: error.fault, isChance: true }
  }
  const isChance = drawn.choices.length > 0
  const scene = sceneOf(drawn, images)
  const expected = expectationsOf(drawn)
  const spotOf = (path: JsonPath) => drawn.origins.spotOf(drawn.scene, path)
  const { take, refused } = playedOut(scene, play)
  if (refused) {
    const { path, ...fault } = refused
    return { spot: spotOf(path), fault, isChance }
  }
  for (const [i, one] of expected.entries()) {
    const wanted = expectationFault(one, scene, take)
    if (wanted === undefined) continue
    return {
      spot: { source: template.source, path: ['expect', i] },
      fault: { wanted: `(${expectationWords(one)}) ${wanted}`, got: null },
      isChance,
    }
  }
  return { scene, take, choices: drawn.choices }
}

/** A scene played out, or what is wrong with it before it is asked what its template expects. */
function playedOut(
  scene: Scene,
  play: (scene: Scene) => Take,
): { take: Take; refused?: undefined } | { take?: undefined; refused: Fault } {
  try {
    // Things in each other are told before anything is played out: physics is what costs.
    const start = shoot(atStart(scene))
    const [inside] = interpenetrations(scene, start)
    if (inside) return { refused: inside }
    const take = play(scene)
    const [refused] = refusals(scene, take)
    return refused ? { refused } : { take }
  } catch (error) {
    if (error instanceof FramingError) return { refused: error.fault }
    if (!(error instanceof PhysicsError)) throw error
    const { message, remedy } = error
    return {
      refused: {
        path: ['actors'],
        wanted: `cannot be played out: ${message.replace(/\.$/, '')}`,
        got: null,
        hint: remedy.replace(/^./, (letter) => letter.toLowerCase()).replace(/\.$/, ''),
      },
    }
  }
}

/** Its first moment, in which every body still is where its author put it. */
function atStart(scene: Scene): Scene {
  return {
    ...scene,
    cameras: [],
    clip: { ...scene.clip, frames: 1 },
    actors: scene.actors.map(withoutBodies),
  }
}

function withoutBodies(actor: Actor): Actor {
  const still = { ...actor, body: undefined }
  return still.kind === 'group' ? { ...still, children: still.children.map(withoutBodies) } : still
}

/** The stream of a try; the first is the seed's own. */
function stream(seed: number, step: number): Random {
  return step === 0 ? Random.of(seed) : Random.of(seed).fork(`retry ${step}`)
}

/** The cast as a scene; what is wrong with it is told at its place in the template. */
function sceneOf({ scene, origins }: Drawn, images: readonly string[] | undefined): Scene {
  const tell = (faults: readonly Fault[]) =>
    new TemplateError(
      faults
        .slice(0, 20)
        .map((fault) => placed(fault, scene, (path) => origins.spotOf(scene, path))),
    )
  const count = countActors(scene)
  if (count > MAX_ACTORS)
    throw tell([
      {
        path: ['actors'],
        wanted: `must hold at most ${MAX_ACTORS} actors, those in groups counted`,
        got: `${count}`,
      },
    ])
  const { scene: made, faults } = sceneFrom(scene, images)
  if (!made) throw tell(faults)
  return made
}

function expectationsOf({ expect, origins }: Drawn): Expectation[] {
  const parsed = Expectation.array()
    .max(100)
    .safeParse(expect, { error: () => '' })
  if (parsed.success) return parsed.data
  const root = { expect }
  const faults = faultsOf(parsed.error.issues, Expectation.array(), expect)
  throw new TemplateError(
    faults.map((fault) =>
      placed({ ...fault, path: ['expect', ...fault.path] }, root, (path) =>
        origins.spotOf(root, path),
      ),
    ),
  )
}

/** A fault of a cast value at the place in the template that made it. */
function placed(fault: Fault, root: object, spotOf: (path: JsonPath) => Spot) {
  const { path, point } = fault
  const last = path.at(-1)
  const spot =
    point === undefined || point === 'value' || last === undefined
      ? spotOf(path)
      : { ...spotOf(path.slice(0, -1)), path: [...spotOf(path.slice(0, -1)).path, last] }
  const text = JSON.stringify(valueAt(root, path))
  const isShort = text !== undefined && text.length <= 48
  const got =
    fault.got === undefined && (point ?? 'value') === 'value' ? (isShort ? text : null) : fault.got
  return problemOf(spot.source, { ...fault, ...(got !== undefined && { got }), path: spot.path })
}

function castError(refused: readonly Refusal[]): CastError {
  const counts = new Map<string, { refusal: Refusal; count: number }>()
  for (const refusal of refused) {
    const key = JSON.stringify([refusal.spot.source.file, refusal.spot.path])
    const known = counts.get(key)
    if (known) known.count++
    else counts.set(key, { refusal, count: 1 })
  }
  const problems = [...counts.values()]
    .sort((a, b) => b.count - a.count)
    .map(({ refusal: { spot, fault }, count }) => {
      const often = refused.length === 1 ? '' : ` (${count} of ${refused.length} tries)`
      return problemOf(spot.source, {
        ...fault,
        wanted: `${fault.wanted}${often}`,
        path: spot.path,
      })
    })
  return new CastError(problems, refused.map(reasonOf))
}

function expectationWords(expected: Expectation): string {
  return 'event' in expected
    ? [expected.event, expected.actor ?? [expected.a, expected.b].filter(Boolean).join(' and ')]
        .filter(Boolean)
        .join(' of ')
    : `${expected.visible} visible`
}
