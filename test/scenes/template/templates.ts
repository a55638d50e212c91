import { cast, type Cast, type CastOptions, parseTemplate, type Template } from '#scenes'

/** Files of a test by path. */
export type Files = Record<string, string>

/** A small template: a ball on a lawn and whatever else is given, as an author's text. */
export function template(change: object = {}, files: Files = {}): Template {
  return fromText(JSON.stringify({ ...lawn, ...change }, undefined, 1), files)
}

export function fromText(text: string, files: Files = {}): Template {
  return parseTemplate(text, 'test.json', { read: (path) => files[path] })
}

/** A template whose second actor is what is given. */
export function withActor(actor: unknown, more: object = {}, files: Files = {}): Template {
  return template({ actors: [ground, actor], ...more }, files)
}

/** The value that an operator comes to, as a named value that the title holds. */
export function valueOf(
  operator: unknown,
  { seed = 0, more = {}, files = {} }: { seed?: number; more?: object; files?: Files } = {},
): unknown {
  const made = castOf(
    template(
      { let: { value: operator, ...more }, title: { $expr: "'' + value" }, params: {} },
      files,
    ),
    seed,
  )
  return made.scene.title
}

export function castOf(of: Template, seed = 0, params = {}, options: CastOptions = {}): Cast {
  return cast(of, seed, params, options)
}

export const ground = { id: 'ground', kind: 'ground' }
export const ball = { id: 'ball', kind: 'sphere', radius: 0.5, material: { color: 'red' } }

export const lawn = {
  version: 1,
  name: 'lawn',
  clip: { width: 64, height: 64, fps: 8, frames: 16 },
  cameras: [{ position: [0, 2, 8], lookAt: [0, 0.5, 0] }],
  actors: [ground, ball],
}

/** Ids and positions of the actors, to look at where they were put. */
export function places({ scene }: Cast): Record<string, readonly [number, number, number]> {
  return Object.fromEntries(scene.actors.map(({ id, position }) => [id, position]))
}
