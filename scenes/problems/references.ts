import { AssetId, Id } from '../schema/values.ts'
import { didYouMean } from './nearest.ts'
import { pathText, type Fault, type JsonPath } from './fault.ts'

/** An actor of a raw scene: where it stands, and its id where that is a string. */
interface Found {
  path: JsonPath
  id: string | undefined
  image: unknown
}

/**
 * Names that must be unique, and names that must lead somewhere. Reads raw JSON and skips what is
 * not of its form, so that these faults are told together with those of the schema.
 * @param images ids that there are; without them images are not looked up
 */
export function referenceFaults(json: unknown, images?: readonly string[]): Fault[] {
  const actors = actorsIn(json)
  const cameras = entriesOf(field(json, 'cameras'), ['cameras'])
  return [
    ...taken(actors),
    ...taken(cameras.map(({ path, value }) => ({ path, id: idOf(field(value, 'id')) }))),
    ...nameless(cameras),
    ...cameras
      .flatMap(({ path, value }) => subjectsOf(path, value))
      .flatMap((subject) => lost(subject, actors)),
    ...(images ? actors.flatMap((actor) => unknownImage(actor, images)) : []),
  ]
}

/** How many actors a raw scene holds, groups and those in groups counted. */
export function countActors(json: unknown, key = 'actors'): number {
  const list = field(json, key)
  if (!Array.isArray(list)) return 0
  return list.reduce<number>((sum, actor) => sum + 1 + countActors(actor, 'children'), 0)
}

/** Every actor, those in groups too, in the order of the text. */
function actorsIn(json: unknown, key = 'actors', path: JsonPath = []): Found[] {
  return entriesOf(field(json, key), [...path, key]).flatMap((entry) => [
    {
      path: entry.path,
      id: idOf(field(entry.value, 'id')),
      image: field(entry.value, 'image'),
    },
    ...actorsIn(entry.value, 'children', entry.path),
  ])
}

function taken(all: Pick<Found, 'path' | 'id'>[]): Fault[] {
  const owners = new Map<string, JsonPath>()
  return all.flatMap(({ path, id }): Fault[] => {
    const owner = id === undefined ? undefined : owners.get(id)
    if (id !== undefined && owner === undefined) owners.set(id, path)
    if (owner === undefined) return []
    return [
      {
        path: [...path, 'id'],
        wanted: `is already the id of ${pathText(owner)}`,
        hint: 'ids are unique in a scene',
      },
    ]
  })
}

/** Cameras are called `main` unless they have an id, so only one may go without. */
function nameless(cameras: { path: JsonPath; value: unknown }[]): Fault[] {
  const called = cameras.filter(({ value }) => (field(value, 'id') ?? 'main') === 'main')
  return called
    .slice(1)
    .filter(({ value }) => field(value, 'id') === undefined)
    .map(({ path }) => ({
      path: [...path, 'id'],
      point: 'parent',
      wanted: `is missing: ${pathText(called[0]?.path ?? [])} is called \`main\` already`,
      hint: 'give every camera an `id`',
    }))
}

/** A place where a camera names an actor. */
interface Named {
  path: JsonPath
  value: unknown
  /** What may stand there instead. */
  or?: string
}

/** The actors that a camera looks at, moves with and hides behind, shot by shot. */
function subjectsOf(path: JsonPath, camera: unknown): Named[] {
  const shots = entriesOf(field(camera, 'shots'), [...path, 'shots'])
  return [{ path, value: camera }, ...shots].flatMap(({ path: own, value: shot }) => [
    {
      path: [...own, 'lookAt'],
      value: field(shot, 'lookAt'),
      or: 'give a point [x, y, z] in metres',
    },
    ...framed(field(shot, 'frame'), [...own, 'frame', 'subject']),
    ...entriesOf(field(shot, 'moves'), [...own, 'moves'])
      .flatMap((step) => (Array.isArray(step.value) ? entriesOf(step.value, step.path) : [step]))
      .flatMap(({ path: at, value: move }) =>
        ['subject', 'behind'].map((key) => ({ path: [...at, key], value: field(move, key) })),
      ),
  ])
}

/** The one or several that a frame is about. */
function framed(frame: unknown, path: JsonPath): Named[] {
  const subject = field(frame, 'subject')
  return Array.isArray(subject) ? entriesOf(subject, path) : [{ path, value: subject }]
}

function lost({ path, value, or }: Named, actors: Found[]): Fault[] {
  // The schema tells what is no id at all, and that there are no actors.
  if (
    typeof value !== 'string' ||
    actors.length === 0 ||
    !Id.safeParse(value).success ||
    actors.some(({ id }) => id === value)
  )
    return []
  const ids = actors.flatMap(({ id }) => id ?? [])
  const hint =
    didYouMean(value, ids) ?? [`the actors are ${listed(ids)}`, or].filter(Boolean).join('; or ')
  return [{ path, wanted: 'names no actor', hint }]
}

function unknownImage({ path, image }: Found, images: readonly string[]): Fault[] {
  // The schema tells what is no id at all.
  if (typeof image !== 'string' || !AssetId.safeParse(image).success || images.includes(image))
    return []
  const hint = didYouMean(image, images) ?? `the images are ${listed(images)}`
  return [{ path: [...path, 'image'], wanted: 'names no image', hint }]
}

function listed(ids: readonly string[]): string {
  const shown = ids.slice(0, 8).map((id) => `\`${id}\``)
  return ids.length > 8 ? `${shown.join(', ')} and ${ids.length - 8} more` : shown.join(', ')
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function field(json: unknown, key: string): unknown {
  if (typeof json !== 'object' || json === null || !Object.hasOwn(json, key)) return undefined
  // It has that key of its own, as just seen.
  return (json as Record<string, unknown>)[key]
}

function entriesOf(list: unknown, path: JsonPath): { path: JsonPath; value: unknown }[] {
  return Array.isArray(list) ? list.map((value: unknown, i) => ({ path: [...path, i], value })) : []
}
